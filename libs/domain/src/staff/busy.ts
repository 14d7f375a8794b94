import { isBefore, refuseUnless, type Holidays, type Temporal } from '../kernel/index.js';
import { nextContactTime } from './contact-hours.js';
import type { Staff } from './staff.js';

/** Nobody is busy for longer than a working day: that is leave, and a cover. */
export const LONGEST_BUSY_HOURS = 10;

/** *Optaget til* holds now, and somebody named answers meanwhile. */
export const isBusy = ({ busyUntil }: Staff, now: Temporal.Instant): boolean =>
  busyUntil !== null && isBefore(now, busyUntil);

/** Works here, answers the phone at this hour, and is not busy. */
export function isOnDuty(staff: Staff, now: Temporal.Instant, holidays: Holidays): boolean {
  if (!staff.active || staff.phone === null || isBusy(staff, now)) return false;
  const { weekdays } = staff.contactHours;
  return weekdays.length > 0 && nextContactTime(staff.contactHours, now, holidays).equals(now);
}

/**
 * Who can answer for somebody who becomes busy, the best first: the named deputy, the own team, a leader, the rest.
 * Only people on duty with a phone.
 */
export function standInsFor(
  staff: Staff,
  colleagues: readonly Staff[],
  now: Temporal.Instant,
  holidays: Holidays,
): Staff[] {
  const rank = (one: Staff): number => {
    if (one.id === staff.deputyId) return 0;
    if (one.teamId !== null && one.teamId === staff.teamId) return 1;
    return one.role === 'leader' ? 2 : 3;
  };
  return colleagues
    .filter((one) => one.id !== staff.id && isOnDuty(one, now, holidays))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'da-DK'));
}

/** @throws staff.busy-until-invalid */
export function checkBusyUntil(until: Temporal.Instant, now: Temporal.Instant): void {
  const latest = now.add({ hours: LONGEST_BUSY_HOURS });
  const valid = isBefore(now, until) && !isBefore(latest, until);
  refuseUnless(valid, 'staff.busy-until-invalid', { hours: LONGEST_BUSY_HOURS });
}
