import { isBefore, refuseUnless, Temporal, type LocalDate } from '../kernel/index.js';
import type { Staff } from '../staff/index.js';
import type { DutyTurn, StaffLeave } from './duty-turn.js';

/** Nobody is on duty for longer than a month in one go: that is a slip of the pen. */
export const LONGEST_TURN_DAYS = 31;

type Times = Pick<DutyTurn, 'from' | 'to'>;

/** @throws duty.times-invalid, duty.over, duty.not-reachable */
export function checkTurn({ from, to }: Times, staff: Staff, now: Temporal.Instant): void {
  const longest = from.add({ hours: LONGEST_TURN_DAYS * 24 });
  refuseUnless(isBefore(from, to) && !isBefore(longest, to), 'duty.times-invalid', {
    days: LONGEST_TURN_DAYS,
  });
  refuseUnless(isBefore(now, to), 'duty.over');
  refuseUnless(staff.active && staff.phone !== null, 'duty.not-reachable');
}

/** Whether the turn holds at a moment; the next one may begin in the minute in which it ends. */
export const coversMoment = ({ from, to, removedAt }: DutyTurn, at: Temporal.Instant): boolean =>
  removedAt === null && !isBefore(at, from) && isBefore(at, to);

export const turnsOverlap = (a: Times, b: Times): boolean => isBefore(a.from, b.to) && isBefore(b.from, a.to);

/** @throws leave.dates-invalid */
export function checkLeave(days: { from: LocalDate; to: LocalDate }, today: LocalDate): void {
  refuseUnless(days.from <= days.to && days.to >= today, 'leave.dates-invalid');
}

export const isLeaveOn = ({ from, to, takenBackAt }: StaffLeave, day: LocalDate): boolean =>
  takenBackAt === null && from <= day && day <= to;
