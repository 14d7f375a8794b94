import type { Staff } from '#domain';
import { int, oneOf, phone, text, uuid } from '../../http/fields/index.js';

export class StaffResponse {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @oneOf(['consultant', 'leader']) role!: string;
  @phone({ nullable: true }) phone!: string | null;
  @int({ min: 0, max: 100_000, example: 31, description: 'Hvor mange borgere medarbejderen følger.' })
  caseload!: number;
}

export const toStaff = ({ id, name, role, phone: number }: Staff, caseload: number): StaffResponse => ({
  id,
  name,
  role,
  phone: number,
  caseload,
});
