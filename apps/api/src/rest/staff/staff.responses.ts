import type { Staff } from '#domain';
import type { StaffRecord } from '#use-cases';
import { isoOrNull } from '../shifts/instants-out.js';
import { instant, int, oneOf, phone, text, uuid } from '../../http/fields/index.js';

export class StaffResponse {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @oneOf(['consultant', 'leader']) role!: string;
  @phone({ nullable: true }) phone!: string | null;
  @int({ min: 0, max: 100_000, example: 31, description: 'Hvor mange borgere medarbejderen følger.' })
  caseload!: number;
  @instant({ nullable: true, description: 'Optaget til: imens svarer en kollega. Null, når det er slut.' })
  busyUntil!: string | null;
  @uuid({ nullable: true, description: 'Hvem der svarer imens.' }) busyDeputyId!: string | null;
}

export const toStaff = ({ staff, caseload, isBusy }: StaffRecord): StaffResponse => ({
  id: staff.id,
  name: staff.name,
  role: staff.role,
  phone: staff.phone,
  caseload,
  busyUntil: isBusy ? isoOrNull(staff.busyUntil) : null,
  busyDeputyId: isBusy ? staff.busyDeputyId : null,
});

export class BusyResponse {
  @instant({ nullable: true, description: 'Null: ikke optaget.' }) busyUntil!: string | null;
  @uuid({ nullable: true }) busyDeputyId!: string | null;
}

export const toBusy = ({ busyUntil, busyDeputyId }: Staff): BusyResponse => ({
  busyUntil: isoOrNull(busyUntil),
  busyDeputyId,
});
