import type { Staff } from '#domain';
import { phone, text, uuid } from '../../http/fields/index.js';

/** Somebody at the municipality whom both sides may call: one name and one number. */
export class ContactPersonResponse {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @phone({ nullable: true }) phone!: string | null;
}

export const toContactPerson = (staff: Staff | null): ContactPersonResponse | null =>
  staff && { id: staff.id, name: staff.name, phone: staff.phone };
