import { isContactOf, type Actor, type CompanyUser } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface KnownCompanyUser extends CompanyUser {
  /** Whom the company is written to and called through: is removed only when another one is chosen. */
  isContact: boolean;
}

export class CompanyUserRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Those who may act for the company now, the first one first. */
  async list(companyId: string, actor: Actor): Promise<KnownCompanyUser[]> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const company = found(await unit.companies.find(companyId), 'company.not-found');
      const active = { companyId, active: true };
      const users = await unit.companyUsers.list(active, { order: [{ by: 'createdAt' }] });
      return users.map((user) => ({ ...user, isContact: isContactOf(company, user) }));
    });
  }
}
