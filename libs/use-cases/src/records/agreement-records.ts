import type { Actor, Agreement, AgreementState } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export class AgreementRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(filter: { smallJobId?: string; citizenId?: string; state?: AgreementState }, page: PageRequest, actor: Actor): Promise<Page<Agreement>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const own = actor.role === 'employer' ? { companyId: actor.companyId ?? '' } : {};
      const shown = await pageOf(unit.agreements, { ...definedOf(filter), ...own }, page);
      await logShown(unit, actor, shown.items.map(({ citizenId }) => citizenId), 'agreement.list');
      return shown;
    });
  }

  async show(agreementId: string, actor: Actor): Promise<Agreement> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const agreement = found(await unit.agreements.find(agreementId), 'agreement.not-found');
      refuseOtherCompany(actor, agreement.companyId, 'agreement.not-found');
      await logShown(unit, actor, [agreement.citizenId], 'agreement.show');
      return agreement;
    });
  }
}
