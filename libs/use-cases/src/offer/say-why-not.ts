import { refuseUnless, type DeclineReason, type Offer } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/**
 * Nej tak is final in one tap; why is asked on the page after it and may stay unsaid. Said once, it stands.
 * `offer` is locked by the caller. @throws offer.already-answered
 */
export async function sayWhyNot(unit: UnitOfWork, offer: Offer, reason: DeclineReason): Promise<void> {
  const last = offer.answers.at(-1);
  refuseUnless(last?.answer === 'no' && last.reason === null, 'offer.already-answered', {
    state: offer.state,
  });
  await unit.offers.update({ ...offer, answers: [...offer.answers.slice(0, -1), { ...last, reason }] });
}
