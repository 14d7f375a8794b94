import type { Actor, Offer, OfferState } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** A company hears of a yes when it is binding; until then the offer is open to it. */
const asTold = (offer: Offer, actor: Actor): Offer =>
  actor.role === 'employer' && offer.state === 'accepted' && offer.companyToldAt === null
    ? { ...offer, state: 'sent', acceptedAt: null }
    : offer;

export class OfferRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    filter: { smallJobId?: string; state?: OfferState; citizenId?: string },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<Offer>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const own = actor.role === 'employer' ? { companyId: actor.companyId ?? '' } : {};
      const { items, next } = await pageOf(unit.offers, { ...definedOf(filter), ...own }, page);
      const told = items
        .map((offer) => asTold(offer, actor))
        .filter((offer) => !filter.state || offer.state === filter.state);
      if (actor.role !== 'employer')
        await logShown(
          unit,
          actor,
          items.map(({ citizenId }) => citizenId),
          'offer.list',
        );
      return { items: told, next };
    });
  }

  async show(offerId: string, actor: Actor): Promise<Offer> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const offer = found(await unit.offers.find(offerId), 'offer.not-found');
      refuseOtherCompany(actor, offer.companyId, 'offer.not-found');
      if (actor.role !== 'employer') await logShown(unit, actor, [offer.citizenId], 'offer.show');
      return asTold(offer, actor);
    });
  }
}
