import {
  isLocalDate,
  minutesOfDay,
  refuseUnless,
  slotMinutes,
  type LocalDate,
  type WeeklySlot,
} from '../kernel/index.js';
import { StateMachine } from '../kernel/index.js';
import { findCategory } from './category.js';
import type { SmallJob, SmallJobStatus, WeeklyShift } from './small-job.js';

export const smallJobStates = new StateMachine<SmallJobStatus>(
  'small job',
  'draft',
  {
    draft: ['open', 'closed'],
    open: ['paused', 'filled', 'closed'],
    paused: ['open', 'filled', 'closed'],
    filled: ['open', 'paused', 'closed'],
    closed: [],
  },
  'small-job.wrong-state',
);

/** Posting this many weekly minutes or more is refused: 20 hours (R64); an agreement may grow beyond. */
const TOO_MANY_MINUTES = 20 * 60;
const WEEK = 7 * 1440;

/** Paid minutes of a week: breaks are off. */
export const weeklyMinutes = (
  shifts: readonly { start: string; end: string; breakMinutes?: number }[],
): number => shifts.reduce((sum, shift) => sum + slotMinutes(shift) - (shift.breakMinutes ?? 0), 0);

/** True when two slots of one week overlap, also over midnight and from Sunday to Monday. */
export function slotsOverlap(slots: readonly WeeklySlot[]): boolean {
  const spans = slots.flatMap((slot) => {
    const from = (slot.weekday - 1) * 1440 + minutesOfDay(slot.start);
    const to = from + slotMinutes(slot);
    return to > WEEK ? [[from, WEEK] as const, [0, to - WEEK] as const] : [[from, to] as const];
  });
  spans.sort((a, b) => a[0] - b[0]);
  return spans.some(([from], at) => at > 0 && from < (spans[at - 1]?.[1] ?? 0));
}

/** Nights begin in the evening; a shift that begins earlier and ends before it began was typed wrong. */
const EVENING = 18 * 60;

const endsBeforeStart = ({ start, end }: WeeklySlot): boolean =>
  minutesOfDay(end) <= minutesOfDay(start) && minutesOfDay(start) < EVENING;

/**
 * What the hours of any small job must hold, also while it is being described.
 *
 * @throws small-job.shift-ends-before-start with the weekday, small-job.shifts-overlap, small-job.break-too-long,
 * small-job.too-many-hours
 */
export function checkWeek(shifts: readonly WeeklyShift[]): void {
  const wrong = shifts.find(endsBeforeStart);
  refuseUnless(!wrong, 'small-job.shift-ends-before-start', { weekday: wrong?.weekday });
  refuseUnless(!slotsOverlap(shifts), 'small-job.shifts-overlap');
  refuseUnless(
    shifts.every((shift) => shift.breakMinutes < slotMinutes(shift)),
    'small-job.break-too-long',
  );
  const hours = weeklyMinutes(shifts) / 60;
  refuseUnless(weeklyMinutes(shifts) < TOO_MANY_MINUTES, 'small-job.too-many-hours', { hours });
}

/** A first day that is named now has not passed; one that stands may be over. @throws small-job.start-in-past */
export const checkStart = (named: LocalDate, before: LocalDate | undefined, today: LocalDate): void =>
  refuseUnless(named >= today || named === before, 'small-job.start-in-past');

/** What any small job must hold, posted or changed. */
export function checkSmallJob(job: SmallJob): void {
  refuseUnless(findCategory(job.category), 'category.unknown', { category: job.category });
  checkWeek(job.weeklyShifts);
  refuseUnless(isLocalDate(job.startDate), 'small-job.dates-invalid');
  refuseUnless(job.endDate === null || job.endDate >= job.startDate, 'small-job.dates-invalid');
  refuseUnless(job.positions >= job.seatsTaken, 'small-job.positions-below-taken', { taken: job.seatsTaken });
}

/** A warning never stops anybody; it is shown beside the answer. */
export type PostingWarning =
  | { code: 'hours-outside-normal'; hours: number; min: number; max: number }
  | { code: 'wage-below-floor'; wageOre: number; floorOre: number; agreement: string }
  | { code: 'caseload-above-target'; caseload: number; target: number };

export function hoursWarning(job: SmallJob, normal: { min: number; max: number }): PostingWarning[] {
  const hours = weeklyMinutes(job.weeklyShifts) / 60;
  return hours < normal.min || hours > normal.max ? [{ code: 'hours-outside-normal', hours, ...normal }] : [];
}

/** True when a change touches what an open offer promised: hours, pay or place. */
export const touchesPromise = (before: SmallJob, after: SmallJob): boolean =>
  promiseOf(before) !== promiseOf(after);

/** Value by value: the same hours sent again are the same promise, in whatever order their fields stand. */
function promiseOf(job: SmallJob): string {
  const { street, postcode, town, position } = job.workplace;
  const shifts = job.weeklyShifts
    .map(({ weekday, start, end, breakMinutes }) => [weekday, start, end, breakMinutes])
    .sort();
  const place = [street, postcode, town, position.lat, position.lon];
  return JSON.stringify([
    shifts,
    job.startDate,
    job.endDate,
    job.hourlyWageOre,
    place,
    job.startFlexibilityMinutes,
  ]);
}
