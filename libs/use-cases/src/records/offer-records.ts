import type { Actor, Offer, OfferState } from '#domain';
import { Transactor, type Criteria } from '../ports/index.js';
import { found, refuseOtherCompany, refuseSearchByCitizen } from '../wiring/permissions.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** A company hears of a yes when it is binding; until then the offer is as open to it as it was. */
function asTold(offer: Offer, actor: Actor): Offer {
  if (actor.role !== 'employer' || offer.state !== 'accepted' || offer.companyToldAt !== null) return offer;
  const state = offer.answers.some(({ answer }) => answer === 'visit') ? 'visiting' : 'sent';
  return { ...offer, state, acceptedAt: null };
}

/** What is accepted may still be open to a company, so both are read for it. */
function stateFilter(state: OfferState | undefined, actor: Actor): Criteria<Offer> {
  if (!state) return {};
  return { state: actor.role === 'employer' ? { in: [state, 'accepted'] } : state };
}

export class OfferRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    { state, ...filter }: { smallJobId?: string; state?: OfferState; citizenId?: string },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<Offer>> {
    refuseSearchByCitizen(actor, filter.citizenId);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const own = actor.role === 'employer' ? { companyId: actor.companyId ?? '' } : {};
      const where = { ...definedOf(filter), ...stateFilter(state, actor), ...own };
      const { items, next } = await pageOf(unit.offers, where, page);
      const told = items
        .map((offer) => asTold(offer, actor))
        .filter((offer) => !state || offer.state === state);
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
