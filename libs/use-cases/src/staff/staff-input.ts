import type { ContactHours, Staff } from '#domain';

export interface StaffInput {
  name: string;
  role: Staff['role'];
  /** What the municipality's sign-in vouches for; without one nobody can sign in as this person. */
  email: string | null;
  /** E.164. */
  phone: string | null;
  teamId: string | null;
  deputyId: string | null;
  contactHours: ContactHours;
}
