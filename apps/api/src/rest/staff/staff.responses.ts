import type { StaffRecord } from '#use-cases';
import { int, oneOf, phone, text, uuid } from '../../http/fields/index.js';

export class StaffResponse {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @oneOf(['consultant', 'leader']) role!: string;
  @phone({ nullable: true }) phone!: string | null;
  @int({ min: 0, max: 100_000, example: 31, description: 'Hvor mange borgere medarbejderen følger.' })
  caseload!: number;
}

export const toStaff = ({ staff, caseload }: StaffRecord): StaffResponse => ({
  id: staff.id,
  name: staff.name,
  role: staff.role,
  phone: staff.phone,
  caseload,
});
