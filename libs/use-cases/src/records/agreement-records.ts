import type { Actor, Agreement, AgreementState, AccessPurpose } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { firstNames } from './first-names.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export interface AgreementRecord {
  agreement: Agreement;
  /** First name; only for the workplace, which was told it when the agreement was drawn up. */
  person: string | null;
}

export class AgreementRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    filter: { smallJobId?: string; citizenId?: string; state?: AgreementState },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<AgreementRecord>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const own = actor.role === 'employer' ? { companyId: actor.companyId ?? '' } : {};
      const { items, next } = await pageOf(unit.agreements, { ...definedOf(filter), ...own }, page);
      return { items: await shown(unit, items, actor, 'agreement.list'), next };
    });
  }

  async show(agreementId: string, actor: Actor): Promise<AgreementRecord> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const agreement = found(await unit.agreements.find(agreementId), 'agreement.not-found');
      refuseOtherCompany(actor, agreement.companyId, 'agreement.not-found');
      const [record] = await shown(unit, [agreement], actor, 'agreement.show');
      return found(record, 'agreement.not-found');
    });
  }
}

async function shown(
  unit: UnitOfWork,
  agreements: Agreement[],
  actor: Actor,
  purpose: AccessPurpose,
): Promise<AgreementRecord[]> {
  const citizenIds = agreements.map(({ citizenId }) => citizenId);
  await logShown(unit, actor, citizenIds, purpose);
  const names = await firstNames(unit, actor, citizenIds);
  return agreements.map((agreement) => ({ agreement, person: names.get(agreement.citizenId) ?? null }));
}
