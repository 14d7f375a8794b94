import { isBefore, Temporal, type Actor } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { caseTold, shiftTold } from './days-told.js';
import { changeTold, happeningTold, toldEvents } from './happenings-told.js';
import { withNames } from './names.js';
import { agreementTold, matchTold, offerTold } from './placement-told.js';
import { rowsAbout, type TimelineRows } from './rows-about.js';
import type { TimelineOf, TimelinePage } from './timeline-entry.js';
import type { Told } from './told.js';
import {
  assignmentTold,
  coverTold,
  handoverTold,
  messageTold,
  noteTold,
  taskTold,
  visitTold,
} from './work-told.js';

export interface TimelineRequest {
  /** At most 100. */
  limit: number;
  /** Only what happened before this. */
  before?: Temporal.Instant;
}

/**
 * What has happened to a citizen, a small job, a company, a shift or an agreement, newest first, told from the rows and
 * events there are: who did what, when and why. Only for people of the municipality: it holds reasons of absence.
 */
export class Timeline {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws the not-found of what it is asked about; not-allowed for companies and systems. */
  async execute(of: TimelineOf, actor: Actor, request: TimelineRequest): Promise<TimelinePage> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, of, actor, request),
    );
  }

  /** The same within the transaction of a whole page. */
  async within(
    unit: UnitOfWork,
    of: TimelineOf,
    actor: Actor,
    { limit, before }: TimelineRequest,
  ): Promise<TimelinePage> {
    refuseUnlessStaff(actor);
    const end = before ?? (await unit.now()).add({ milliseconds: 1 });
    const told = await everythingTold(unit, of, end, limit);
    const { page, next } = firstOf(
      told.filter(({ at }) => isBefore(at, end)),
      limit,
    );
    const citizenIds = page.flatMap(({ citizenId }) => citizenId ?? []);
    const asked = 'citizenId' in of ? [of.citizenId] : [];
    await logShown(unit, actor, [...asked, ...citizenIds], 'citizen.timeline');
    return { entries: await withNames(unit, page), next };
  }
}

async function everythingTold(
  unit: UnitOfWork,
  of: TimelineOf,
  before: Temporal.Instant,
  limit: number,
): Promise<Told[]> {
  const rows = await rowsAbout(unit, of, before);
  const asked = { subjectIds: rows.subjectIds, types: toldEvents, before, limit: limit + 1 };
  const happenings = await unit.happenings(asked);
  const changes =
    'citizenId' in of
      ? await unit.accessTo(of.citizenId, limit + 1, { purpose: 'citizen.change', before })
      : [];
  return [
    ...toldBy(rows),
    ...happenings.map((happening) => happeningTold(happening, rows)),
    ...changes.map((change) => changeTold(change, 'citizenId' in of ? of.citizenId : '')),
  ];
}

const toldBy = (rows: TimelineRows): Told[] => [
  ...rows.matches.flatMap(matchTold),
  ...rows.offers.flatMap(offerTold),
  ...rows.agreements.flatMap(agreementTold),
  // A shift that gave way to new hours was never one to anybody.
  ...rows.shifts.filter(({ cancelReason }) => cancelReason !== 'replanned').flatMap(shiftTold),
  ...rows.escalations.flatMap((escalation) => caseTold(escalation, rows.entries)),
  ...rows.messages.map(messageTold),
  ...rows.tasks.flatMap(taskTold),
  ...rows.notes.map(noteTold),
  ...rows.handovers.map(handoverTold),
  ...rows.assignments.map(assignmentTold),
  ...rows.covers.map(coverTold),
  ...rows.visits.map(visitTold),
];

/** What happened in one moment is never parted by a page. */
function firstOf(told: Told[], limit: number): { page: Told[]; next: Temporal.Instant | null } {
  const sorted = told.sort((a, b) => Temporal.Instant.compare(b.at, a.at));
  const last = sorted[limit - 1]?.at;
  const page = last ? sorted.filter(({ at }) => Temporal.Instant.compare(at, last) >= 0) : sorted;
  return { page, next: last && page.length < sorted.length ? last : null };
}
