import { DomainError, isBefore, isoWithOffset, isOpen, refuseClosed, type Actor, type Offer } from '#domain';
import { Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { MakeOffer } from './make-offer.js';

/** Sends the offer again, not more often than the municipality allows; says when the next time is. */
export class ResendOffer {
  static readonly needs = [Transactor, MakeOffer] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly makeOffer: MakeOffer,
  ) {}

  async execute(offerId: string, actor: Actor): Promise<Offer> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const offer = found(await unit.offers.lock(offerId), 'offer.not-found');
      if (!isOpen(offer)) refuseClosed(offer);
      const now = await unit.now();
      if (!isBefore(now, offer.expiresAt)) throw new DomainError('offer.expired');
      const { resendAfterMinutes } = (await unit.municipality()).settings.offer;
      const next = offer.lastSentAt.add({ minutes: resendAfterMinutes });
      if (isBefore(now, next)) {
        const retryAfterSeconds = Math.ceil((next.epochMilliseconds - now.epochMilliseconds) / 1000);
        throw new DomainError('offer.too-soon-to-resend', { nextAt: isoWithOffset(next), retryAfterSeconds });
      }
      const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'small-job.not-found');
      const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
      const sent: Offer = { ...offer, lastSentAt: now };
      await unit.offers.update(sent);
      await this.makeOffer.send(unit, sent, smallJob, citizen, `resent-${now.epochMilliseconds}`);
      return sent;
    });
  }
}
