import type {
  Agreement,
  BrokerHandover,
  CompanyVisit,
  ContactAssignment,
  ContactCover,
  Escalation,
  EscalationEntry,
  Match,
  Message,
  Note,
  Offer,
  Shift,
  Task,
  Temporal,
} from '#domain';
import type { Criteria, Store, UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import type { TimelineOf } from './timeline-entry.js';

/** Rows read of each kind, the newest: what is older comes with the next page. */
const MOST = 200;
/** An absence or a cancelled shift may lie so far ahead of when it was said. */
const AHEAD_DAYS = 120;

/** Everything that a timeline is told from. */
export interface TimelineRows {
  matches: Match[];
  offers: Offer[];
  agreements: Agreement[];
  shifts: Shift[];
  escalations: Escalation[];
  entries: EscalationEntry[];
  messages: Message[];
  tasks: Task[];
  notes: Note[];
  handovers: BrokerHandover[];
  assignments: ContactAssignment[];
  covers: ContactCover[];
  visits: CompanyVisit[];
  /** Ids that events may be about. */
  subjectIds: string[];
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
const unique = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];

/** Whatever stands about it, in a number of queries that does not depend on how much there is. */
export async function rowsAbout(
  unit: UnitOfWork,
  of: TimelineOf,
  before: Temporal.Instant,
): Promise<TimelineRows> {
  const scope = await scopeOf(unit, of);
  const { placed, matchesOf, shiftsOf } = scope;
  const earlier = { before };
  const matches = matchesOf
    ? await unit.matches.list({ ...matchesOf, createdAt: earlier }, newest('createdAt'))
    : [];
  const offers = scope.offersOf
    ? await unit.offers.list({ ...scope.offersOf, createdAt: earlier }, newest('createdAt'))
    : [];
  const agreements = scope.agreementsOf
    ? await unit.agreements.list({ ...scope.agreementsOf, createdAt: earlier }, newest('createdAt'))
    : [];
  const startsAt = { before: before.add({ hours: AHEAD_DAYS * 24 }) };
  const shifts = await unit.shifts.list({ ...shiftsOf, startsAt }, newest('startsAt'));
  const escalations = scope.casesOf
    ? await unit.escalations.list({ ...scope.casesOf, openedAt: earlier }, newest('openedAt'))
    : [];
  const entries = await listOf(unit.escalationEntries, 'escalationId', idsOf(escalations), {
    at: earlier,
  });
  const subjectIds = unique([
    ...Object.values(of as Record<string, string>),
    ...idsOf([...matches, ...offers, ...agreements, ...shifts, ...escalations]),
    ...placed,
  ]);
  return {
    matches,
    offers,
    agreements,
    shifts,
    escalations,
    entries,
    messages: await messagesOf(unit, of, subjectIds, before),
    tasks: await tasksOf(unit, scope.tasksOf, before),
    notes: await ofCitizen(unit.notes, of, { at: earlier }),
    handovers: await ofCitizen(unit.brokerHandovers, of, { at: earlier }),
    assignments: await listOf(unit.contacts, 'smallJobId', placed, { startedAt: earlier }),
    covers: await listOf(unit.covers, 'smallJobId', placed, {}),
    visits: scope.companyId
      ? await unit.visits.list(
          { companyId: scope.companyId, createdAt: earlier },
          { order: [{ by: 'createdAt', direction: 'desc' }], limit: MOST },
        )
      : [],
    subjectIds,
  };
}

interface Scope {
  matchesOf: Criteria<Match> | null;
  offersOf: Criteria<Offer> | null;
  agreementsOf: Criteria<Agreement> | null;
  shiftsOf: Criteria<Shift>;
  casesOf: Criteria<Escalation> | null;
  tasksOf: Criteria<Task> | null;
  /** The small jobs whose contact persons and states belong to it. */
  placed: string[];
  companyId: string | null;
}

/** @throws the not-found of whatever it is asked about. */
async function scopeOf(unit: UnitOfWork, of: TimelineOf): Promise<Scope> {
  if ('citizenId' in of) {
    found(await unit.citizens.find(of.citizenId), 'citizen.not-found');
    const agreements = await unit.agreements.list({ citizenId: of.citizenId }, newest('createdAt'));
    const placed = unique(agreements.map(({ smallJobId }) => smallJobId));
    return { ...everywhere(of), tasksOf: of, placed, companyId: null };
  }
  if ('smallJobId' in of) {
    const { companyId } = found(await unit.smallJobs.find(of.smallJobId), 'small-job.not-found');
    return { ...everywhere(of), tasksOf: of, placed: [of.smallJobId], companyId };
  }
  if ('companyId' in of) {
    found(await unit.companies.find(of.companyId), 'company.not-found');
    const jobs = await unit.smallJobs.list({ companyId: of.companyId }, newest('createdAt'));
    const inJobs = { smallJobId: { in: idsOf(jobs) } };
    return { ...everywhere(of), matchesOf: inJobs, tasksOf: inJobs, placed: idsOf(jobs), ...of };
  }
  if ('agreementId' in of) {
    const agreement = found(await unit.agreements.find(of.agreementId), 'agreement.not-found');
    const { offerId, smallJobId, citizenId } = agreement;
    const offer = found(await unit.offers.find(offerId), 'offer.not-found');
    const shifts = await unit.shifts.list({ agreementId: agreement.id }, newest('startsAt'));
    return {
      matchesOf: { id: offer.matchId },
      offersOf: { id: offerId },
      agreementsOf: { id: agreement.id },
      shiftsOf: { agreementId: agreement.id },
      casesOf: { shiftId: { in: idsOf(shifts) } },
      tasksOf: { smallJobId, citizenId },
      placed: [smallJobId],
      companyId: null,
    };
  }
  const shift = found(await unit.shifts.find(of.shiftId), 'shift.not-found');
  const nothing = { matchesOf: null, offersOf: null, agreementsOf: null };
  const ofShift = { shiftId: shift.id };
  return {
    ...nothing,
    shiftsOf: { id: shift.id },
    casesOf: ofShift,
    tasksOf: ofShift,
    placed: [],
    companyId: null,
  };
}

const everywhere = <W extends { citizenId: string } | { smallJobId: string } | { companyId: string }>(
  where: W,
): Pick<Scope, 'matchesOf' | 'offersOf' | 'agreementsOf' | 'shiftsOf' | 'casesOf'> => ({
  matchesOf: where as Criteria<Match>,
  offersOf: where,
  agreementsOf: where,
  shiftsOf: where,
  casesOf: where,
});

const newest = <By extends string>(by: By): { order: { by: By; direction: 'desc' }[]; limit: number } => ({
  order: [{ by, direction: 'desc' }],
  limit: MOST,
});

async function listOf<T extends { id: string; municipalityId: string }, By extends keyof T & string>(
  store: Store<T>,
  by: By,
  ids: readonly string[],
  where: Criteria<T>,
): Promise<T[]> {
  if (ids.length === 0) return [];
  const criteria = { ...where, [by]: { in: ids } } as Criteria<T>;
  return store.list(criteria, { order: [{ by: 'id', direction: 'desc' }], limit: MOST });
}

async function ofCitizen<T extends { id: string; municipalityId: string; citizenId: string }>(
  store: Store<T>,
  of: TimelineOf,
  where: Criteria<T>,
): Promise<T[]> {
  return 'citizenId' in of ? listOf(store, 'citizenId', [of.citizenId], where) : [];
}

/** What was written to the citizen and the company about it; nothing of what the municipality writes to itself. */
async function messagesOf(
  unit: UnitOfWork,
  of: TimelineOf,
  subjectIds: readonly string[],
  before: Temporal.Instant,
): Promise<Message[]> {
  const whose: Criteria<Message> =
    'citizenId' in of || 'companyId' in of ? of : { subjectId: { in: subjectIds } };
  return unit.messages.list(
    { ...whose, receiver: { in: ['citizen', 'company'] }, createdAt: { before } },
    newest('createdAt'),
  );
}

async function tasksOf(
  unit: UnitOfWork,
  where: Criteria<Task> | null,
  before: Temporal.Instant,
): Promise<Task[]> {
  return where ? unit.tasks.list({ ...where, doneAt: { before } }, newest('doneAt')) : [];
}
