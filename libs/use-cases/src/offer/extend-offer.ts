import {
  checkDeadline,
  DomainError,
  firstName,
  instantInWords,
  isBefore,
  isoWithOffset,
  refuseClosed,
  type Actor,
  type Offer,
  type SmallJob,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { finishTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface ExtendInput {
  until: Temporal.Instant;
  /** The citizen gets the reminder with the new deadline at once. */
  tellCitizen?: boolean;
}

/** Somebody needs more time: the deadline moves, the seat stays taken, and who gave the time stays on the offer. */
export class ExtendOffer {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws offer.deadline-invalid, offer.expired, offer.already-answered, offer.withdrawn */
  async execute(offerId: string, { until, tellCitizen }: ExtendInput, actor: Actor): Promise<Offer> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const peek = found(await unit.offers.find(offerId), 'offer.not-found');
      const smallJob = found(await unit.smallJobs.lock(peek.smallJobId), 'small-job.not-found');
      const offer = found(await unit.offers.lock(offerId), 'offer.not-found');
      refuseClosed(offer);
      const now = await unit.now();
      if (offer.state === 'sent' && !isBefore(now, offer.expiresAt)) throw new DomainError('offer.expired');
      checkDeadline(offer, until, now, smallJob.startDate);
      const extended: Offer = {
        ...offer,
        expiresAt: until,
        remindAt: tellCitizen ? null : await this.remindAt(unit, offer, until, now),
        extensions: [
          ...offer.extensions,
          { at: now.toString(), byStaffId: staffId, from: isoWithOffset(offer.expiresAt) },
        ],
      };
      await unit.offers.update(extended);
      await unit.wake('offer.expire', offerId, until);
      if (extended.remindAt) await unit.wake('offer.remind', offerId, extended.remindAt);
      await finishTasks(unit, { offerId, kind: 'remind-offer' }, 'Fristen er flyttet', staffId);
      if (tellCitizen) await this.tell(unit, extended, smallJob, now);
      return extended;
    });
  }

  /** A reminder is still worth something as long as it comes before the new deadline. */
  private async remindAt(
    unit: UnitOfWork,
    offer: Offer,
    until: Temporal.Instant,
    now: Temporal.Instant,
  ): Promise<Temporal.Instant | null> {
    if (offer.state === 'visiting') return null;
    const { remindAfterHours } = (await unit.municipality()).settings.offer;
    const next = offer.remindAt ?? now.add({ hours: remindAfterHours });
    return isBefore(next, until) ? next : null;
  }

  private async tell(
    unit: UnitOfWork,
    offer: Offer,
    smallJob: SmallJob,
    now: Temporal.Instant,
  ): Promise<void> {
    const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, smallJob.id, now);
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        template: 'offer-reminder',
        data: {
          firstName: firstName(citizen),
          ...contactInWords(contact),
          title: smallJob.title,
          answerBefore: instantInWords(offer.expiresAt, citizen.language),
        },
        question: 'offer',
        subjectId: offer.id,
        linkPurpose: 'offer',
        occasion: `extended-${now.epochMilliseconds}`,
      },
      { kind: 'remind-offer', offerId: offer.id, smallJobId: smallJob.id, note: 'Fristen er flyttet' },
    );
  }
}
