import type { WeeklyShift } from '#domain';
import type { MatchingRules } from '../rules.js';
import { clockMinutes, DAY, lengthMinutes } from './clock.js';
import { WEEK, weekInterval } from './interval.js';
import { withLaterEnd } from './moved-shifts.js';

const STEP = 15;
const SHORTEST_SHIFT = 60;

/** Paid minutes of one shift: the break is off. */
export const paidShiftMinutes = (shift: WeeklyShift): number =>
  Math.max(0, lengthMinutes(shift) - shift.breakMinutes);

/** Paid net minutes a week (glossary: paidHours). */
export const paidWeekMinutes = (shifts: readonly WeeklyShift[]): number =>
  shifts.reduce((sum, shift) => sum + paidShiftMinutes(shift), 0);

/**
 * The same shifts with other ends so that the paid week is exactly `target` minutes, the difference spread in
 * quarters of an hour; shifts at the end of the week fall away when each of those left would be under an hour.
 * Null when it cannot be done within the longest shift, before midnight and clear of the next shift.
 */
export function withPaidMinutes(
  shifts: readonly WeeklyShift[],
  target: number,
  limits: MatchingRules['changes'],
): WeeklyShift[] | null {
  if (target <= 0 || target >= limits.postedHoursBelow * 60) return null;
  const kept = [...shifts];
  while (kept.length > 1 && kept.length * SHORTEST_SHIFT > target && paidWeekMinutes(kept) > target)
    kept.pop();
  const difference = target - paidWeekMinutes(kept);
  const room =
    difference >= 0
      ? kept.map((_, at) => roomToLengthen(kept, at, limits.shiftAtMostMinutes))
      : kept.map((shift) => Math.max(0, paidShiftMinutes(shift) - Math.min(SHORTEST_SHIFT, target)));
  const spread = spreadEvenly(Math.abs(difference), room);
  return spread && kept.map((shift, at) => withLaterEnd(shift, Math.sign(difference) * spread[at]!));
}

/** Minutes the end can move without a too long shift, a new midnight or another shift in the way. */
function roomToLengthen(shifts: readonly WeeklyShift[], at: number, longest: number): number {
  const shift = shifts[at]!;
  const own = weekInterval(shift.weekday, shift.start, shift.end);
  const gaps = shifts
    .filter((_, other) => other !== at)
    .map((other) => (weekInterval(other.weekday, other.start, other.end).from - own.to + WEEK) % WEEK);
  const end = clockMinutes(shift.start) + lengthMinutes(shift);
  const untilMidnight = end <= DAY ? DAY - end : longest;
  return Math.max(0, Math.min(longest - lengthMinutes(shift), untilMidnight, ...gaps));
}

/** Shares of the total, a step at a time in turn, none above its room; null when the room is too small. */
function spreadEvenly(total: number, room: readonly number[]): number[] | null {
  if (room.reduce((sum, minutes) => sum + minutes, 0) < total) return null;
  const shares = room.map(() => 0);
  for (let left = total, at = 0; left > 0; at = (at + 1) % room.length) {
    const step = Math.min(STEP, left, room[at]! - shares[at]!);
    shares[at] = shares[at]! + step;
    left -= step;
  }
  return shares;
}
