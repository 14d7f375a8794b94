import type { Shift, ShiftState } from './shift.js';

/** States in which nobody is expected: a calendar shows the shift as cancelled. */
export const calledOff = (state: ShiftState): boolean => state === 'cancelled' || state === 'absent-reported';

/**
 * The shift with the number of its version in calendars (SEQUENCE of RFC 5545, 3.8.7.4): one higher when its time
 * has changed, or when it was called off or is on again. Whatever else happens to a shift, a calendar is not told.
 */
export function revised(before: Shift, after: Shift): Shift {
  const same =
    before.startsAt.equals(after.startsAt) &&
    before.endsAt.equals(after.endsAt) &&
    calledOff(before.state) === calledOff(after.state);
  return same ? after : { ...after, revision: before.revision + 1 };
}
