import {
  checkAgreement,
  findCategory,
  refuseUnless,
  type Actor,
  type Agreement,
  type FirstDay,
  type LocalDate,
  type PaidSlot,
  type UnpaidSlot,
} from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { TellCompany } from '../offer/tell-company.js';
import { found } from '../wiring/permissions.js';

export interface AgreementInput {
  offerId: string;
  startDate: LocalDate;
  paid: (Omit<PaidSlot, 'breakMinutes'> & { breakMinutes?: number })[];
  unpaid: UnpaidSlot[];
  expectations: string[];
  callAgreement?: string;
  firstDay?: FirstDay;
  paidFrom?: LocalDate;
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
      const paidFrom = input.paidFrom ?? input.startDate;
      const agreement: Agreement = {
        id: this.ids.next(),
        municipalityId: actor.municipalityId,
        offerId: offer.id,
        smallJobId: offer.smallJobId,
        citizenId: offer.citizenId,
        companyId: offer.companyId,
        state: 'draft',
        startDate: input.startDate,
        paidFrom,
        hours: [
          {
            from: paidFrom,
            paid: input.paid.map((slot) => ({ ...slot, breakMinutes: slot.breakMinutes ?? 0 })),
          },
        ],
        unpaid: input.unpaid,
        expectations: input.expectations,
        callAgreement: input.callAgreement ?? null,
        firstDay: input.firstDay ?? null,
        signatures: [],
        plannedTo: null,
        createdAt: await unit.now(),
        signedAt: null,
        endedAt: null,
        endReason: null,
        learnt: null,
      };
      checkAgreement(agreement, [
        smallJob.title,
        smallJob.category,
        findCategory(smallJob.category)?.name ?? '',
      ]);
      await unit.agreements.insert(agreement);
      await this.tellCompany.within(unit, offer.id);
      await unit.record({ type: 'AgreementDrawnUp', agreementId: agreement.id });
      return agreement;
    });
  }
}
