import { refuseUnless } from '../kernel/index.js';
import { plainEmail } from '../sign-in/address.js';
import type { Staff } from './staff.js';

/**
 * What must hold for a member of staff beside the others: an address that leads to one person at sign-in, a deputy
 * who is another and works here, hours that begin before they end, and a leader who stays.
 *
 * @throws staff.email-taken, staff.deputy-invalid, staff.hours-invalid, staff.last-leader
 */
export function checkStaff(staff: Staff, colleagues: readonly Staff[]): void {
  const others = colleagues.filter(({ id, active }) => id !== staff.id && active);
  const { email, deputyId, contactHours, role, active } = staff;
  const taken =
    active &&
    email !== null &&
    others.some((one) => one.email && plainEmail(one.email) === plainEmail(email));
  refuseUnless(!taken, 'staff.email-taken');
  const hasDeputy = deputyId === null || others.some(({ id }) => id === deputyId);
  refuseUnless(hasDeputy, 'staff.deputy-invalid');
  refuseUnless(contactHours.from < contactHours.to, 'staff.hours-invalid');
  const leads = active && role === 'leader';
  refuseUnless(leads || others.some((one) => one.role === 'leader'), 'staff.last-leader');
}

/** Who could take over somebody's citizens and jobs for good, the best first: deputy, own team, the rest; fewest citizens first. */
export function takersOver(
  staff: Staff,
  colleagues: readonly Staff[],
  caseloadOf: (staffId: string) => number,
): Staff[] {
  const rank = (one: Staff): number => {
    if (one.id === staff.deputyId) return 0;
    return one.teamId !== null && one.teamId === staff.teamId ? 1 : 2;
  };
  return colleagues
    .filter((one) => one.id !== staff.id && one.active && one.phone !== null)
    .sort(
      (a, b) =>
        rank(a) - rank(b) || caseloadOf(a.id) - caseloadOf(b.id) || a.name.localeCompare(b.name, 'da-DK'),
    );
}
