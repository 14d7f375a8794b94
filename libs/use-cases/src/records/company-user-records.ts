import type { Actor, CompanyUser } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export class CompanyUserRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Those who may act for the company now, the first one first. */
  async list(companyId: string, actor: Actor): Promise<CompanyUser[]> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.find(companyId), 'company.not-found');
      return unit.companyUsers.list({ companyId, active: true }, { order: [{ by: 'createdAt' }] });
    });
  }
}
