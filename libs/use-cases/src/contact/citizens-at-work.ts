import { openOfferStates, type Citizen } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** The citizens who would call the contact of this small job: with an open or accepted offer or an agreement. */
export async function citizensAtWork(unit: UnitOfWork, smallJobId: string): Promise<Citizen[]> {
  const offers = await unit.offers.list({ smallJobId, state: { in: [...openOfferStates, 'accepted'] } });
  const agreements = await unit.agreements.list({ smallJobId, state: { in: ['draft', 'signed'] } });
  const ended = await unit.agreements.list({ smallJobId, state: 'ended' });
  const left = new Set(ended.map((agreement) => agreement.offerId));
  const ids = new Set([
    ...offers.filter((offer) => !left.has(offer.id)).map((offer) => offer.citizenId),
    ...agreements.map((agreement) => agreement.citizenId),
  ]);
  return ids.size === 0 ? [] : unit.citizens.list({ id: { in: [...ids] } });
}
