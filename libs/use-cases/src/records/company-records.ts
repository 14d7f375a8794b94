import type { Actor, ClosingDays, Company, CompanyVisit } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export class CompanyRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(page: PageRequest, actor: Actor): Promise<Page<Company>> {
    const own = actor.role === 'employer' ? { id: actor.companyId ?? '' } : {};
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      if (actor.role !== 'employer') return pageOf(unit.companies, own, page);
      return { items: await unit.companies.list(own), next: null };
    });
  }

  async show(companyId: string, actor: Actor): Promise<Company> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) =>
      found(await unit.companies.find(companyId), 'company.not-found'),
    );
  }

  async closingDays(companyId: string, actor: Actor): Promise<ClosingDays[]> {
    await this.show(companyId, actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      unit.closingDays.list({ companyId }, { order: [{ by: 'from' }] }),
    );
  }

  async visits(companyId: string, page: PageRequest, actor: Actor): Promise<Page<CompanyVisit>> {
    await this.show(companyId, actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      pageOf(unit.visits, { companyId }, page),
    );
  }
}
