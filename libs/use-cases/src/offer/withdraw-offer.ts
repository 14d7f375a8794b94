import {
  firstName,
  isCitizensWish,
  offerStates,
  refuseUnless,
  type Actor,
  type Citizen,
  type Offer,
  type SmallJob,
  type TaskKind,
  type Withdrawal,
  type WithdrawReason,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { closeMatch } from './close-match.js';
import { offerReceipt } from './offer-receipt.js';
import { freeSeat } from './seats.js';
import { TellCompany } from './tell-company.js';

/** Why, and in whose name. `companyKnows`: it ended the search itself and waits for nobody. */
export interface WhyWithdrawn {
  withdrawal?: Withdrawal | null | undefined;
  actor?: Actor | undefined;
  companyKnows?: boolean;
}

/** What has no sense without the offer. A wished call is still made. */
const overWithIt: readonly TaskKind[] = ['give-offer', 'remind-offer', 'visit-workplace', 'tell-company'];

/** The offer no longer stands: the seat is free, both sides are told, the old link says so. Why stays on the proposal. */
export class WithdrawOffer {
  static readonly needs = [Transactor, Correspondence, TellCompany] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
    private readonly tellCompany: TellCompany,
  ) {}

  /** `how`: the way the citizen said it. @throws offer.wrong-state, agreement.already-exists */
  async execute(
    offerId: string,
    actor: Actor,
    reason?: WithdrawReason,
    how?: Withdrawal['how'],
  ): Promise<Offer> {
    const withdrawal = reason ? { reason, byStaffId: actor.staffId ?? null, ...(how && { how }) } : null;
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, offerId, { withdrawal, actor }),
    );
  }

  async within(
    unit: UnitOfWork,
    offerId: string,
    { withdrawal = null, actor, companyKnows = false }: WhyWithdrawn = {},
  ): Promise<Offer> {
    const peek = found(await unit.offers.find(offerId), 'offer.not-found');
    const smallJob = found(await unit.smallJobs.lock(peek.smallJobId), 'small-job.not-found');
    const offer = found(await unit.offers.lock(offerId), 'offer.not-found');
    const agreement = await unit.agreements.first({ offerId, state: { in: ['draft', 'signed'] } });
    refuseUnless(!agreement, 'agreement.already-exists', { agreementId: agreement?.id });
    const withdrawn: Offer = {
      ...offer,
      state: offerStates.move(offer.state, 'withdrawn'),
      remindAt: null,
      bindingAt: null,
    };
    await unit.offers.update(withdrawn);
    await freeSeat(unit, offer);
    await closeMatch(unit, offer.matchId, 'withdrawn', withdrawal);
    for (const kind of overWithIt) await endTasks(unit, { offerId, kind }, 'Tilbuddet er trukket tilbage');
    const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
    if (withdrawal && isCitizensWish(withdrawal)) await this.thank(unit, withdrawn, citizen, smallJob);
    else await this.tellCitizen(unit, withdrawn, citizen, smallJob);
    if (!companyKnows) await this.tellCompany.ofWithdrawal(unit, withdrawn);
    await unit.record({ type: 'OfferWithdrawn', offerId }, actor);
    return withdrawn;
  }

  /** Nobody is told that the job is gone who has just said that it is not wanted. */
  private async thank(unit: UnitOfWork, offer: Offer, citizen: Citizen, smallJob: SmallJob): Promise<void> {
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      offerReceipt({ offer, smallJob, citizen, contact, answer: 'no', occasion: 'withdrawn' }),
      null,
    );
  }

  private async tellCitizen(
    unit: UnitOfWork,
    offer: Offer,
    citizen: Citizen,
    smallJob: SmallJob,
  ): Promise<void> {
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        template: 'offer-withdrawn',
        data: { firstName: firstName(citizen), ...contactInWords(contact), title: smallJob.title },
        subjectId: offer.id,
      },
      {
        kind: 'tell-citizen',
        offerId: offer.id,
        smallJobId: smallJob.id,
        note: 'Tilbuddet er trukket tilbage',
      },
    );
  }
}
