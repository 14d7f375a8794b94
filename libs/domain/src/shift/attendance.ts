import { Temporal, isBefore, latest, minutesBetween, refuseUnless } from '../kernel/index.js';
import type { Shift, ShiftState } from './shift.js';
import { arrivedShiftStates } from './shift.js';

/** A shift may be checked into this long before it starts. */
export const EARLIEST_CHECK_IN = Temporal.Duration.from('PT3H');
/** "Først kl. 10 er også fint" means that nothing happens before 10. */
export const graceOf = (shift: Shift, graceAfterStart: string): Temporal.Duration => {
  const grace = Temporal.Duration.from(graceAfterStart);
  const flexibility = Temporal.Duration.from({ minutes: shift.flexibilityMinutes });
  return Temporal.Duration.compare(grace, flexibility) >= 0 ? grace : flexibility;
};

/** Present, or late when it is after start plus grace: late is a good outcome (R26). */
export function stateOnArrival(shift: Shift, at: Temporal.Instant, graceAfterStart: string): ShiftState {
  return isBefore(shift.startsAt.add(graceOf(shift, graceAfterStart)), at) ? 'late' : 'present';
}

/** @throws when the arrival is in the future, hours before the shift, or after it has ended. */
export function checkArrival(shift: Shift, at: Temporal.Instant, now: Temporal.Instant): void {
  refuseUnless(!isBefore(now, at), 'shift.in-future');
  refuseUnless(!isBefore(at, shift.startsAt.subtract(EARLIEST_CHECK_IN)), 'shift.too-early');
  refuseUnless(isBefore(at, shift.endsAt), 'shift.times-invalid');
}

/** Whole minutes of the plan: real minutes, so a night shift on 25 October has one hour more. Break off. */
export const plannedMinutes = (shift: Shift): number =>
  Math.max(0, minutesBetween(shift.startsAt, shift.endsAt) - shift.breakMinutes);

/**
 * Minutes that count for a shift: what was confirmed; otherwise what is known of arrival and leaving;
 * otherwise the plan, which stands until the month is confirmed (practice). Absence and missed count nothing.
 */
export function countedMinutes(shift: Shift): number {
  if (shift.confirmedMinutes !== null) return shift.confirmedMinutes;
  if (shift.state === 'cancelled' || shift.state === 'missed' || shift.state === 'absent-reported') return 0;
  if (!arrivedShiftStates.includes(shift.state)) return plannedMinutes(shift);
  const from =
    shift.state === 'late' && shift.arrivedAt ? latest(shift.arrivedAt, shift.startsAt) : shift.startsAt;
  const to = shift.leftAt ?? shift.endsAt;
  const worked = Math.max(0, minutesBetween(from, to));
  return worked > shift.breakMinutes
    ? Math.min(plannedMinutes({ ...shift, endsAt: to }), worked - shift.breakMinutes)
    : worked;
}
