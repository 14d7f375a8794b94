import type { Company, CompanyUser } from '#domain';
import { demoId } from './demo-ids.js';
import type { TownKey } from './phones.js';

/** The contact person of each company may act for it, as when a company is registered. */
export const companyUsersOf = (town: TownKey, companies: readonly Company[]): CompanyUser[] =>
  companies.map(({ id: companyId, municipalityId, contact, createdAt }, at) => ({
    id: demoId(`${town} company user`, at + 1),
    municipalityId,
    companyId,
    ...contact,
    active: true,
    createdAt,
    removedAt: null,
  }));
