import { refuseUnless, type Actor, type Agreement } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { TellCompany } from '../offer/tell-company.js';
import { found } from '../wiring/permissions.js';
import { refuseFaults, termsOf, type AgreementTerms } from './terms.js';

export interface AgreementInput extends AgreementTerms {
  offerId: string;
}

/** Two sides agree on hours, tasks and what they may expect. Nothing is planned before all three have signed. */
export class DrawUpAgreement {
  static readonly needs = [Transactor, Ids, TellCompany] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly tellCompany: TellCompany,
  ) {}

  async execute(input: AgreementInput, actor: Actor): Promise<Agreement> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const offer = found(await unit.offers.lock(input.offerId), 'offer.not-found');
      refuseUnless(offer.state === 'accepted', 'offer.not-accepted', { state: offer.state });
      // One that has ended gave its seat back: a new start begins with a new offer (R12).
      const earlier = await unit.agreements.first({ offerId: offer.id });
      refuseUnless(!earlier, 'agreement.already-exists', { agreementId: earlier?.id });
      const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'small-job.not-found');
      const agreement: Agreement = {
        id: this.ids.next(),
        municipalityId: actor.municipalityId,
        offerId: offer.id,
        smallJobId: offer.smallJobId,
        citizenId: offer.citizenId,
        companyId: offer.companyId,
        state: 'draft',
        ...termsOf(input),
        signatures: [],
        plannedTo: null,
        lastDayNotice: null,
        createdAt: await unit.now(),
        signedAt: null,
        endedAt: null,
        endReason: null,
        learnt: null,
      };
      refuseFaults(agreement, smallJob);
      await unit.agreements.insert(agreement);
      await this.tellCompany.within(unit, offer.id);
      await unit.record({ type: 'AgreementDrawnUp', agreementId: agreement.id }, actor);
      return agreement;
    });
  }
}
