import { firstName, isBefore, type Offer } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { closeMatch } from './close-match.js';
import { freeSeat } from './seats.js';

/** Nobody answered in time: the seat is free, and the contact calls, as the offer said. */
export class ExpireOffer {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(municipalityId: string, offerId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const peek = await unit.offers.find(offerId);
      if (!peek) return;
      const smallJob = found(await unit.smallJobs.lock(peek.smallJobId), 'small-job.not-found');
      const offer = found(await unit.offers.lock(offerId), 'offer.not-found');
      const now = await unit.now();
      if (isBefore(now, offer.expiresAt)) return;
      const contact = await contactFor(unit, smallJob.id, now);
      const about = { staffId: contact.id, citizenId: offer.citizenId, smallJobId: smallJob.id, offerId };
      if (offer.state === 'visiting') {
        await openTask(unit, this.ids, {
          kind: 'remind-offer',
          ...about,
          note: 'Fristen er gået, mens besøget aftales',
          dueAt: now,
        });
        return;
      }
      if (offer.state !== 'sent') return;
      const expired: Offer = { ...offer, state: 'expired', remindAt: null };
      await unit.offers.update(expired);
      await freeSeat(unit, offer);
      await closeMatch(unit, offer.matchId, 'lapsed');
      const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
      const data = { firstName: firstName(citizen), ...contactInWords(contact), title: smallJob.title };
      await this.correspondence.toCitizen(
        unit,
        citizen,
        contact,
        { template: 'offer-expired', data, subjectId: offerId },
        null,
      );
      await openTask(unit, this.ids, {
        kind: 'call-citizen',
        ...about,
        note: 'Svarede ikke på tilbuddet',
        dueAt: now,
      });
      await unit.record({ type: 'OfferExpired', offerId });
    });
  }
}
