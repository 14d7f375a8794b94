import { openOfferStates, type Actor, type Offer, type Temporal } from '#domain';
import { Transactor, type Criteria, type Order } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { around, ownSmallJobs, type Around } from './around.js';

/** `to-agree`: a yes without an agreement, which is the next thing to write. */
export const offerViews = ['open', 'to-agree', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferView = (typeof offerViews)[number];
export const offerOrders = ['deadline', 'newest', 'oldest'] as const;
export type OfferOrder = (typeof offerOrders)[number];

export interface OfferFilter {
  view: OfferView;
  /** Only of the small jobs that the caller answers for. */
  mine?: boolean;
  order?: OfferOrder;
}

export interface OfferRow extends Around {
  offer: Offer;
}

export interface OfferListPage extends Page<OfferRow> {
  /** With the same `mine`. */
  counts: Record<OfferView, number>;
  now: Temporal.Instant;
}

/** The offers of the municipality, as its staff work through them. */
export class OfferList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    { view, mine = false, order = 'deadline' }: OfferFilter,
    page: PageRequest,
    actor: Actor,
  ): Promise<OfferListPage> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const among: Criteria<Offer> = mine ? { smallJobId: { in: await ownSmallJobs(unit, staffId) } } : {};
      const accepted = await unit.offers.list({ ...among, state: 'accepted' });
      const agreed = await unit.agreements.list({ offerId: { in: accepted.map(({ id }) => id) } });
      const done = new Set(agreed.map(({ offerId }) => offerId));
      const toAgree = accepted.map(({ id }) => id).filter((id) => !done.has(id));
      const whereOf = (one: OfferView): Criteria<Offer> => ({ ...among, ...conditionOf(one, toAgree) });
      const { items, next } = await sortedPageOf(unit.offers, whereOf(view), page, orderOf(view, order));
      const counts = {} as Record<OfferView, number>;
      for (const one of offerViews) counts[one] = await unit.offers.count(whereOf(one));
      await logShown(
        unit,
        actor,
        items.map(({ citizenId }) => citizenId),
        'offer.list',
      );
      const about = await around(unit, items);
      return {
        items: items.map((offer) => ({ offer, ...about(offer) })),
        next,
        counts,
        now: await unit.now(),
      };
    });
  }
}

function conditionOf(view: OfferView, toAgree: readonly string[]): Criteria<Offer> {
  if (view === 'open') return { state: { in: openOfferStates } };
  if (view === 'to-agree') return { id: { in: toAgree } };
  return { state: view };
}

function orderOf(view: OfferView, order: OfferOrder): Order<Offer> {
  if (order === 'deadline' && view === 'open') return { by: 'expiresAt', direction: 'asc' };
  return { by: 'createdAt', direction: order === 'oldest' ? 'asc' : 'desc' };
}
