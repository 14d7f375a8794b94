import {
  addDays,
  escalationDeadline,
  instantOf,
  isBusy,
  localDateOf,
  openOfferStates,
  type DeskScope,
  type Escalation,
  type Offer,
  type Staff,
  type Task,
  type Temporal,
  type UrgentKind,
  type UrgentThing,
  type WhoLooks,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactsOf, type SmallJobContacts } from '../contact/contacts-of.js';
import { jobsWithoutDuty, type JobWithoutDuty } from './jobs-without-duty.js';
import { tasksToLookAt } from './tasks-to-look-at.js';

/** An offer stands on the desk for so long before it expires; until then it waits for an answer and for nobody here. */
const OFFER_HOURS = 24;
/** More than anybody can act upon in a day; a read of the desk never grows beyond it. */
const MOST = 1_000;

/** Where a line of the desk comes from. */
export interface UrgentSource {
  escalation?: Escalation;
  task?: Task;
  offer?: Offer;
  noDuty?: JobWithoutDuty;
}

export interface UrgentThings {
  things: UrgentThing<UrgentSource>[];
  /** Everybody who works or has worked here, by id. */
  staff: ReadonlyMap<string, Staff>;
  contacts: (smallJobId: string) => SmallJobContacts;
  who: WhoLooks;
  now: Temporal.Instant;
}

/**
 * Everything that must be acted upon and can stand in a scope, each source for itself: in a bounded number of reads,
 * however much it is. What is not in the scope may be among it.
 */
export async function readUrgentThings(
  unit: UnitOfWork,
  scope: DeskScope,
  staffId: string,
): Promise<UrgentThings> {
  const now = await unit.now();
  const tomorrow = instantOf(addDays(localDateOf(now), 1), '00:00');
  const escalations = await unit.escalations.list(
    { state: { notIn: ['closed'] } },
    { order: [{ by: 'openedAt' }], limit: MOST },
  );
  const offers = await unit.offers.list(
    { state: { in: openOfferStates }, expiresAt: { to: now.add({ hours: OFFER_HOURS }) } },
    { order: [{ by: 'expiresAt' }], limit: MOST },
  );
  const staff = new Map((await unit.staff.list()).map((one) => [one.id, one]));
  const who = whoLooks(staffId, staff);
  const asked = { scope, who, staff, now, before: tomorrow, most: MOST };
  const tasks = await tasksToLookAt(unit, asked, escalations, offers);
  const noDuty = await jobsWithoutDuty(unit, staff, now);
  const smallJobIds = [...escalations, ...offers, ...tasks].flatMap(({ smallJobId }) => smallJobId ?? []);
  const contacts = await contactsOf(unit, smallJobIds);

  const holders = (...ids: (string | null | undefined)[]): string[] => withStandIns(ids, staff, now);
  const answering = (smallJobId: string | null): string | undefined =>
    smallJobId === null ? undefined : contacts(smallJobId).answersToday?.id;
  const open = new Set(escalations.map(({ id }) => id));
  return {
    things: [
      ...escalations.map((escalation) => ({
        about: `escalation:${escalation.id}`,
        kind: 'missing' as const,
        deadline: escalationDeadline(escalation),
        isBurning: escalation.state === 'open',
        staffIds: holders(answering(escalation.smallJobId), escalation.acknowledged?.byStaffId),
        sources: [{ escalation }],
      })),
      ...tasks.map((task) => ({
        about: subjectOf(task, open),
        kind: kindOf(task),
        deadline: task.dueAt,
        isBurning: false,
        staffIds: holders(task.staffId, task.staffId && coverOf(task, contacts)),
        sources: [{ task }],
      })),
      ...offers.map((offer) => ({
        about: `offer:${offer.id}`,
        kind: 'offer' as const,
        deadline: offer.expiresAt,
        isBurning: false,
        staffIds: holders(answering(offer.smallJobId)),
        sources: [{ offer }],
      })),
      ...noDuty.map((job) => ({
        about: `small-job:${job.smallJobId}`,
        kind: 'no-duty' as const,
        deadline: job.from,
        isBurning: false,
        staffIds: [],
        sources: [{ noDuty: job }],
      })),
    ],
    staff,
    contacts,
    who,
    now,
  };
}

function whoLooks(staffId: string, staff: ReadonlyMap<string, Staff>): WhoLooks {
  const teamId = staff.get(staffId)?.teamId ?? null;
  const team = [...staff.values()].filter((one) => teamId !== null && one.teamId === teamId);
  return { staffId, teamIds: new Set([staffId, ...team.map(({ id }) => id)]) };
}

/** A case, a message, an offer, a proposal or the end of a shift: what is done about it ends the task too. */
function subjectOf(task: Task, openCases: ReadonlySet<string>): string {
  const { escalationId, messageId, offerId, matchId, shiftId } = task;
  if (escalationId !== null && openCases.has(escalationId)) return `escalation:${escalationId}`;
  if (messageId !== null) return `message:${messageId}`;
  if (offerId !== null) return `offer:${offerId}`;
  if (matchId !== null) return `match:${matchId}`;
  if (shiftId !== null && kindOf(task) === 'unconfirmed') return `shift:${shiftId}`;
  return `task:${task.id}`;
}

function kindOf({ kind, messageId }: Task): UrgentKind {
  if (kind === 'unconfirmed-list' || kind === 'unknown-attendance') return 'unconfirmed';
  if (kind === 'employer-silent') return 'silent-company';
  return messageId === null ? 'task' : 'message';
}

/** Who covers for the one on whose list it stands, when the list is that of the fixed contact. */
function coverOf(task: Task, contacts: UrgentThings['contacts']): string | undefined {
  if (task.smallJobId === null) return undefined;
  const { fixedContact, answersToday } = contacts(task.smallJobId);
  return fixedContact?.id === task.staffId ? answersToday?.id : undefined;
}

/** Those of them who still work here, and whoever answers for one who is busy. */
function withStandIns(
  ids: readonly (string | null | undefined)[],
  staff: ReadonlyMap<string, Staff>,
  now: Temporal.Instant,
): string[] {
  const here = ids.flatMap((id) => {
    const one = id ? staff.get(id) : undefined;
    return one?.active ? [one] : [];
  });
  const standIns = here.flatMap((one) => (isBusy(one, now) ? (one.busyDeputyId ?? []) : []));
  return [...new Set([...here.map(({ id }) => id), ...standIns])];
}
