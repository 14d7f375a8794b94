import {
  addDays,
  localDateOf,
  type Actor,
  type LocalDate,
  type Shift,
  type ShiftState,
  type Temporal,
} from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { definedOf } from '../records/match-records.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { deskShifts, type DeskShift } from './desk-shift.js';
import { shiftsWithoutDuty } from './shifts-without-duty.js';
import { smallJobsIn } from './small-jobs-of-staff.js';

/** Ready-made questions about shifts; `all` are those of the last 31 days and all to come, or of the days that are named. */
export const shiftListViews = [
  'today',
  'not-seen',
  'unconfirmed',
  'tomorrow',
  'without-duty',
  'mine',
  'all',
] as const;
export type ShiftListView = (typeof shiftListViews)[number];

export interface ShiftListQuery {
  view: ShiftListView;
  /** Days, inclusive; without them those of the view. */
  from?: LocalDate;
  to?: LocalDate;
  companyId?: string;
  smallJobId?: string;
  citizenId?: string;
  state?: ShiftState;
  direction?: 'asc' | 'desc';
}

export interface ShiftListRecord extends Page<DeskShift> {
  /** How many shifts each view has, without filters. */
  counts: Record<Exclude<ShiftListView, 'all'>, number>;
  now: Temporal.Instant;
}

/** So far back somebody who was not seen, and a day nobody spoke of, is still asked about. */
const DAYS_NOT_SEEN = 7;
const DAYS_UNCONFIRMED = 31;
/** So far ahead one looks for shifts without anybody on duty, and at one's own. */
const DAYS_AHEAD = 6;

/** The municipality's shifts by question, day, company, small job, citizen and state, by when they start. */
export class ShiftList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws not-allowed for others than staff */
  async show(query: ShiftListQuery, page: PageRequest, actor: Actor): Promise<ShiftListRecord> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const today = localDateOf(now);
      const views = await criteriaOf(unit, today, actor);
      const alone = await shiftsWithoutDuty(unit, today, addDays(today, DAYS_AHEAD));
      const where: Criteria<Shift> = {
        ...(query.view === 'without-duty' ? {} : views[query.view]),
        ...filtersOf(query),
        // What gave way to new hours was never a shift to anybody.
        cancelReason: { notIn: ['replanned'] },
        ...(query.view === 'without-duty' && { id: { in: alone.map(({ id }) => id) } }),
      };
      const { items, next } = await sortedPageOf(unit.shifts, where, page, {
        by: 'startsAt',
        direction: query.direction ?? 'asc',
      });
      return {
        items: await deskShifts(unit, items, actor, 'shift.list'),
        next,
        now,
        counts: {
          today: await unit.shifts.count(views.today),
          'not-seen': await unit.shifts.count(views['not-seen']),
          unconfirmed: await unit.shifts.count(views.unconfirmed),
          tomorrow: await unit.shifts.count(views.tomorrow),
          'without-duty': alone.length,
          mine: await unit.shifts.count(views.mine),
        },
      };
    });
  }
}

type AskedView = Exclude<ShiftListView, 'without-duty'>;

async function criteriaOf(
  unit: UnitOfWork,
  today: LocalDate,
  actor: Actor & { staffId: string },
): Promise<Record<AskedView, Criteria<Shift>>> {
  const ahead = { from: today, to: addDays(today, DAYS_AHEAD) };
  const own = await smallJobsIn(unit, 'mine', actor, ahead);
  const takesPlace = { state: { notIn: ['cancelled'] } } as const;
  return {
    today: { ...takesPlace, date: today },
    tomorrow: { ...takesPlace, date: addDays(today, 1) },
    'not-seen': { state: 'missed', date: { from: addDays(today, -DAYS_NOT_SEEN), to: today } },
    unconfirmed: {
      state: 'unconfirmed',
      confirmedAt: { isNull: true },
      date: { from: addDays(today, -DAYS_UNCONFIRMED), to: today },
    },
    mine: { ...takesPlace, smallJobId: { in: own ?? [] }, date: ahead },
    all: { date: { from: addDays(today, -DAYS_UNCONFIRMED) } },
  };
}

/** What was chosen by hand goes before what the view says. */
const filtersOf = ({
  from,
  to,
  companyId,
  smallJobId,
  citizenId,
  state,
}: ShiftListQuery): Criteria<Shift> => ({
  ...definedOf({ companyId, smallJobId, citizenId, state }),
  ...((from || to) && { date: definedOf({ from, to }) }),
});
