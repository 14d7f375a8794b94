import { refuseUnless, type Actor, type DeclineReason, type Offer, type OfferAnswer } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { AnswerOffer } from '../offer/answer-offer.js';
import { sayWhyNot } from '../offer/say-why-not.js';
import { found } from '../wiring/permissions.js';

/** A button of the page of an offer, by link or signed in. @throws conflicts when it was said already or is too late. */
export async function answerOfferOnPage(
  unit: UnitOfWork,
  answerOffer: AnswerOffer,
  offerId: string,
  { answer, reason }: { answer: OfferAnswer; reason?: DeclineReason },
  actor: Actor,
): Promise<void> {
  const peek = found(await unit.offers.find(offerId), 'link.not-found');
  // In the order of AnswerOffer, or two answers at once would wait for each other.
  await unit.smallJobs.lock(peek.smallJobId);
  const offer = found(await unit.offers.lock(offerId), 'link.not-found');
  if (answer === 'no' && reason && offer.state === 'declined') return sayWhyNot(unit, offer, reason);
  await refuseRepeated(unit, offer, answer);
  await answerOffer.within(unit, offerId, { answer, how: 'page', ...(reason && { reason }) }, actor);
}

/** Yes and no end the question by themselves; a second wish for a call or a visit would make a second task. */
async function refuseRepeated(unit: UnitOfWork, offer: Offer, answer: OfferAnswer): Promise<void> {
  const waiting = { offerId: offer.id, kind: 'call-citizen', doneAt: { isNull: true } } as const;
  const repeated =
    (answer === 'visit' && offer.state === 'visiting') ||
    (answer === 'call' && (await unit.tasks.count(waiting)) > 0);
  refuseUnless(!repeated, 'offer.already-answered', { state: offer.state });
}
