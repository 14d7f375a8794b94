import type { Citizen, Shift } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** What a link to one shift is about. @throws link.not-found */
export async function shiftBehindLink(
  unit: UnitOfWork,
  shiftId: string,
): Promise<{ shift: Shift; citizen: Citizen }> {
  const shift = found(await unit.shifts.find(shiftId), 'link.not-found');
  return { shift, citizen: found(await unit.citizens.find(shift.citizenId), 'link.not-found') };
}
