import { firstName, offerStates, refuseUnless, type Actor, type Offer } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { closeMatch } from './close-match.js';
import { freeSeat } from './seats.js';

/** The offer no longer stands: the seat is free, the citizen is told, the old link says so. */
export class WithdrawOffer {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(offerId: string, actor: Actor): Promise<Offer> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, offerId));
  }

  async within(unit: UnitOfWork, offerId: string): Promise<Offer> {
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
    await closeMatch(unit, offer.matchId, 'withdrawn');
    const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        template: 'offer-withdrawn',
        data: { firstName: firstName(citizen), ...contactInWords(contact), title: smallJob.title },
        subjectId: offerId,
      },
      { kind: 'tell-citizen', offerId, smallJobId: smallJob.id, note: 'Tilbuddet er trukket tilbage' },
    );
    await endTasks(unit, { offerId, kind: 'give-offer' }, 'Tilbuddet er trukket tilbage');
    await unit.record({ type: 'OfferWithdrawn', offerId });
    return withdrawn;
  }
}
