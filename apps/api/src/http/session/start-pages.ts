import type { AccountKind, Role } from '#domain';

/** Where each role begins. */
export const startPages: Readonly<Record<AccountKind, string>> = {
  staff: '/kommune',
  'company-user': '/firma',
  citizen: '/min-side',
};

export const startPageOf = (role: Role | 'system'): string => {
  if (role === 'employer') return startPages['company-user'];
  return role === 'citizen' ? startPages.citizen : startPages.staff;
};
