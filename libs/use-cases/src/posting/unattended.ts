import { outsideContactHours, type SmallJob } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** Working hours at which nobody of the municipality answers the phone are said openly to both sides (practice). */
export async function isUnattended(
  unit: UnitOfWork,
  contactId: string | undefined,
  shifts: SmallJob['weeklyShifts'],
): Promise<boolean> {
  if (contactId === undefined) return false;
  const contact = found(await unit.staff.find(contactId), 'staff.not-found');
  return outsideContactHours(shifts, contact.contactHours).length > 0;
}
