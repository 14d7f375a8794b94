import {
  answerDeadline,
  earliest,
  firstName,
  instantInWords,
  moneyInWords,
  oneLine,
  openOfferStates,
  refuseUnless,
  weekInWords,
  type Citizen,
  type Match,
  type MessageData,
  type Municipality,
  type Offer,
  type SmallJob,
  type Staff,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';

export interface OfferParts {
  match: Match;
  smallJob: SmallJob;
  citizen: Citizen;
}

/** Makes the offer when a company has confirmed: takes a seat, writes SMS and e-mail, sets the due times. */
export class MakeOffer {
  static readonly needs = [Ids, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  /** `smallJob` and `citizen` are locked by the caller. @throws offer.citizen-has-open-offer, small-job.no-seat-left */
  async within(unit: UnitOfWork, { match, smallJob, citizen }: OfferParts): Promise<Offer> {
    const municipality = await unit.municipality();
    refuseUnless(municipality.settings.noticeOnNo, 'municipality.no-notice-text');
    const open = await unit.offers.first({ citizenId: citizen.id, state: { in: openOfferStates } });
    refuseUnless(!open, 'offer.citizen-has-open-offer');
    refuseUnless(smallJob.seatsTaken < smallJob.positions, 'small-job.no-seat-left');
    await unit.smallJobs.update({ ...smallJob, seatsTaken: smallJob.seatsTaken + 1 });
    const now = await unit.now();
    const { answerWithinHours, remindAfterHours } = municipality.settings.offer;
    const expiresAt = answerDeadline(now, answerWithinHours, smallJob.startDate);
    const offer: Offer = {
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      matchId: match.id,
      smallJobId: smallJob.id,
      citizenId: citizen.id,
      companyId: smallJob.companyId,
      state: 'sent',
      createdAt: now,
      expiresAt,
      remindAt: earliest(now.add({ hours: remindAfterHours }), expiresAt),
      lastSentAt: now,
      answers: [],
      acceptedAt: null,
      bindingAt: null,
      companyToldAt: null,
      extensions: [],
    };
    await unit.offers.insert(offer);
    await this.send(unit, offer, smallJob, citizen, 'first');
    await unit.wake('offer.remind', offer.id, offer.remindAt ?? expiresAt);
    await unit.wake('offer.expire', offer.id, expiresAt);
    await unit.record({ type: 'OfferMade', offerId: offer.id });
    return offer;
  }

  /** Writes the offer by every written channel the citizen has; call, letter and in person make a task. */
  async send(
    unit: UnitOfWork,
    offer: Offer,
    smallJob: SmallJob,
    citizen: Citizen,
    occasion: string,
  ): Promise<void> {
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    const data = offerData(offer, smallJob, citizen, contact, await unit.municipality());
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      { template: 'offer', data, question: 'offer', subjectId: offer.id, linkPurpose: 'offer', occasion },
      { kind: 'give-offer', offerId: offer.id, smallJobId: smallJob.id },
      'all',
    );
  }
}

function offerData(
  offer: Offer,
  smallJob: SmallJob,
  citizen: Citizen,
  contact: Staff,
  municipality: Municipality,
): MessageData['offer'] {
  const { language } = citizen;
  return {
    firstName: firstName(citizen),
    ...contactInWords(contact),
    title: smallJob.title,
    description: smallJob.description,
    when: weekInWords(smallJob.weeklyShifts, language),
    where: oneLine(smallJob.workplace),
    wage: moneyInWords(smallJob.hourlyWageOre, language),
    answerBefore: instantInWords(offer.expiresAt, language),
    noticeOnNo: municipality.settings.noticeOnNo?.[language] ?? '',
  };
}
