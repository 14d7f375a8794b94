import type { WeeklyShift } from '#domain';
import { clockMinutes, DAY, lengthMinutes, localTime } from './clock.js';

/** The shift from a new start with a new length, both in minutes; the break stays. */
const placed = (shift: WeeklyShift, start: number, length: number): WeeklyShift => ({
  ...shift,
  start: localTime(start),
  end: localTime(start + length),
});

/** All shifts moved by the same minutes, or null when one of them would start on another day. */
export function movedShifts(shifts: readonly WeeklyShift[], minutes: number): WeeklyShift[] | null {
  const moved: WeeklyShift[] = [];
  for (const shift of shifts) {
    const start = clockMinutes(shift.start) + minutes;
    if (start < 0 || start >= DAY) return null;
    moved.push(placed(shift, start, lengthMinutes(shift)));
  }
  return moved;
}

/** The shift with its end moved by the minutes. */
export const withLaterEnd = (shift: WeeklyShift, minutes: number): WeeklyShift =>
  placed(shift, clockMinutes(shift.start), lengthMinutes(shift) + minutes);

/** The one clock time all shifts start at, or null when they differ. */
export function commonStart(shifts: readonly WeeklyShift[]): number | null {
  const starts = new Set(shifts.map((shift) => clockMinutes(shift.start)));
  return starts.size === 1 ? [...starts][0]! : null;
}
