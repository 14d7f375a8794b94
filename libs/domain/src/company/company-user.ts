import type { Entity, Temporal } from '../kernel/index.js';
import { plainEmail } from '../sign-in/address.js';
import type { Company } from './company.js';

/** A person who may act for a company. A company can have several. */
export interface CompanyUser extends Entity {
  companyId: string;
  name: string;
  /** In lower case; at least one of address and number is there. */
  email: string | null;
  /** E.164. */
  phone: string | null;
  /** False once removed: the row stays, because histories name it. */
  active: boolean;
  createdAt: Temporal.Instant;
  removedAt: Temporal.Instant | null;
}

/** Whether this is whom the company is written to and called through, by number or by address. */
export const isContactOf = (
  { contact }: Pick<Company, 'contact'>,
  { phone, email }: Pick<CompanyUser, 'phone' | 'email'>,
): boolean =>
  phone === contact.phone ||
  (email !== null && contact.email !== null && email === plainEmail(contact.email));
