import {
  isBusy,
  localDateOf,
  type DeskScope,
  type Entity,
  type Escalation,
  type Offer,
  type Staff,
  type Task,
  type Temporal,
  type WhoLooks,
} from '#domain';
import type { Criteria, Listing, UnitOfWork } from '../ports/index.js';

export interface TasksAsked {
  scope: DeskScope;
  who: WhoLooks;
  staff: ReadonlyMap<string, Staff>;
  now: Temporal.Instant;
  /** Up to then a task is on the desk. */
  before: Temporal.Instant;
  most: number;
}

/** What a task can be about that stands on the desk for itself too. */
type About = Pick<Task, 'escalationId' | 'messageId' | 'offerId' | 'matchId' | 'shiftId'>;

/**
 * Every open task that a line of this scope can be made of: in a municipality with a hundred consultants one of them has
 * hardly one in a hundred, and the number beside *Haster nu* is asked for by every page. Those of others about the same
 * case, message, offer, proposal or shift are among them: they are one line with it.
 */
export async function tasksToLookAt(
  unit: UnitOfWork,
  asked: TasksAsked,
  escalations: readonly Escalation[],
  offers: readonly Offer[],
): Promise<Task[]> {
  const open = { doneAt: { isNull: true }, dueAt: { before: asked.before } } satisfies Criteria<Task>;
  const listing: Listing<Task> = { order: [{ by: 'dueAt' }], limit: asked.most };
  const holders = await holdersOf(unit, asked);
  if (holders === 'everybody') return unit.tasks.list(open, listing);
  const own = await unit.tasks.list({ ...open, staffId: { in: holders } }, listing);
  const idsOf = (field: keyof About): string[] => own.flatMap((task) => task[field] ?? []);
  const same: readonly Criteria<Task>[] = [
    { escalationId: { in: escalations.map(({ id }) => id) } },
    { messageId: { in: idsOf('messageId') } },
    { offerId: { in: [...offers.map(({ id }) => id), ...idsOf('offerId')] } },
    { matchId: { in: idsOf('matchId') } },
    { shiftId: { in: idsOf('shiftId') } },
  ];
  const all = [...own];
  for (const about of same) all.push(...(await unit.tasks.list({ ...open, ...about }, listing)));
  return onceEach(all);
}

/**
 * On whose lists a task stands that can be somebody's of this scope: their own, those they answer for today, and what is
 * nobody's because it never was anybody's or because its holder has left.
 */
async function holdersOf(
  unit: UnitOfWork,
  { scope, who, staff, now }: TasksAsked,
): Promise<(string | null)[] | 'everybody'> {
  if (scope === 'all') return 'everybody';
  const own = scope === 'mine' ? new Set([who.staffId]) : who.teamIds;
  const everybody = [...staff.values()];
  const busy = everybody.filter((one) => isBusy(one, now) && own.has(one.busyDeputyId ?? ''));
  const answering = [...own, ...busy.map(({ id }) => id)];
  const today = localDateOf(now);
  const covers = await unit.covers.list({
    byStaffId: { in: answering },
    from: { to: today },
    to: { from: today },
  });
  const covered = await unit.contacts.list({
    smallJobId: { in: covers.map(({ smallJobId }) => smallJobId) },
    endedAt: { isNull: true },
  });
  const left = everybody.filter(({ active }) => !active);
  return [null, ...answering, ...covered.map(({ staffId }) => staffId), ...left.map(({ id }) => id)];
}

const onceEach = <T extends Entity>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
