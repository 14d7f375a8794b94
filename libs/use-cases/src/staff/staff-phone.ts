import type { Staff } from '#domain';
import type { Secrets, UnitOfWork } from '../ports/index.js';

/** Lets an SMS from this number find the member of staff, by a keyed hash. */
export async function enlistStaffPhone(unit: UnitOfWork, secrets: Secrets, staff: Staff): Promise<void> {
  if (staff.phone === null) return;
  const key = secrets.phoneHash(staff.phone);
  await unit.enlist({ kind: 'phone', key, subjectId: staff.id, details: { who: 'staff' } });
}

/** A number that was given up speaks for nobody any more: it may belong to somebody else tomorrow. */
export async function strikeStaffPhone(unit: UnitOfWork, secrets: Secrets, staff: Staff): Promise<void> {
  if (staff.phone === null) return;
  const [key, expiresAt] = [secrets.phoneHash(staff.phone), await unit.now()];
  await unit.enlist({ kind: 'phone', key, subjectId: staff.id, details: { who: 'staff' }, expiresAt });
}
