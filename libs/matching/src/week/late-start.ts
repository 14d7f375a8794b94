import type { Interval } from './interval.js';

/** The free interval that holds the end of the working hours, or undefined. */
const holdingEnd = (shift: Interval, free: readonly Interval[]): Interval | undefined =>
  free.find((interval) => interval.from < shift.to && shift.to <= interval.to);

/**
 * How many minutes after the shift's start the citizen can be there and then stay to its end: 0 when the whole
 * shift is free, null when the end is outside every window or no minute of work would be left (R26).
 */
export function minutesLate(shift: Interval, free: readonly Interval[]): number | null {
  const interval = holdingEnd(shift, free);
  return interval === undefined ? null : Math.max(0, interval.from - shift.from);
}

/** Whether every shift is inside the windows when a start of up to `flexibility` minutes later is fine. */
export function fitsWindows(
  shifts: readonly Interval[],
  free: readonly Interval[],
  flexibility: number,
): boolean {
  for (const shift of shifts) {
    const late = minutesLate(shift, free);
    if (late === null || late > flexibility) return false;
  }
  return true;
}

/** Free minutes before and after the tightest shift; 0 when one of them needs the late start. */
export function slackMinutes(shifts: readonly Interval[], free: readonly Interval[]): number {
  let least = Number.MAX_SAFE_INTEGER;
  for (const shift of shifts) {
    const interval = holdingEnd(shift, free);
    const slack =
      interval === undefined || interval.from > shift.from
        ? 0
        : shift.from - interval.from + interval.to - shift.to;
    least = Math.min(least, slack);
  }
  return shifts.length === 0 ? 0 : least;
}
