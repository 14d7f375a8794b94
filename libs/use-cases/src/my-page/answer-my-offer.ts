import { DomainError, refuseUnless, type Actor, type DeclineReason, type OfferAnswer } from '#domain';
import { Transactor } from '../ports/index.js';
import { answerOfferOnPage } from '../answer-page/answer-offer-on-page.js';
import { AnswerOffer } from '../offer/answer-offer.js';
import { found } from '../wiring/permissions.js';
import { refuseUnlessCitizen } from './own-record.js';

export interface MyOfferAnswer {
  answer: OfferAnswer;
  reason?: DeclineReason;
}

/** The four buttons of an offer for somebody who is signed in. */
export class AnswerMyOffer {
  static readonly needs = [Transactor, AnswerOffer] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly answerOffer: AnswerOffer,
  ) {}

  /** `changed` is false when the answer was there already or came too late. @throws offer.not-found */
  async execute(offerId: string, input: MyOfferAnswer, actor: Actor): Promise<{ changed: boolean }> {
    refuseUnlessCitizen(actor);
    try {
      await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
        const offer = found(await unit.offers.find(offerId), 'offer.not-found');
        refuseUnless(offer.citizenId === actor.citizenId, 'offer.not-found');
        await answerOfferOnPage(unit, this.answerOffer, offerId, input, actor);
      });
      return { changed: true };
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return { changed: false };
      throw error;
    }
  }
}
