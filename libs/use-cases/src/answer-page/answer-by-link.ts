import {
  DomainError,
  firstName,
  refuseUnless,
  type Actor,
  type DeclineReason,
  type RejectReason,
} from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { AnswerInterest } from '../match/answer-interest.js';
import { ConfirmMatch } from '../match/confirm-match.js';
import { RejectMatch } from '../match/reject-match.js';
import { AnswerOffer } from '../offer/answer-offer.js';
import { found } from '../wiring/permissions.js';
import { answerOfferOnPage } from './answer-offer-on-page.js';
import { linkPurposes, type LinkPurpose } from './answer-page.js';
import { openLiveLink } from './open-link.js';
import { mayActFor } from './own-phone.js';

export interface LinkAnswer {
  answer: 'yes' | 'no' | 'visit' | 'call';
  reason?: DeclineReason;
  start?: 'meet' | 'direct';
  rejectReason?: RejectReason;
}

/**
 * A button was pressed. `changed` is false when the answer was there already: a double click, a second channel,
 * a hundred at once all see the same friendly page.
 */
export class AnswerByLink {
  static readonly needs = [
    Transactor,
    Secrets,
    AnswerInterest,
    AnswerOffer,
    ConfirmMatch,
    RejectMatch,
  ] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly answerInterest: AnswerInterest,
    private readonly answerOffer: AnswerOffer,
    private readonly confirmMatch: ConfirmMatch,
    private readonly rejectMatch: RejectMatch,
  ) {}

  /** `visitor`: who is signed in, if anybody. @throws link.code-needed on a phone that others read too */
  async execute(
    token: string,
    input: LinkAnswer,
    visitor: Actor | null = null,
  ): Promise<{ changed: boolean; purpose: LinkPurpose }> {
    const { transactor, secrets } = this;
    const { municipalityId, subjectId, purpose } = await openLiveLink(
      transactor,
      secrets,
      token,
      linkPurposes,
    );
    try {
      await transactor.inMunicipality(municipalityId, (unit) =>
        this.act(unit, purpose, subjectId, input, visitor),
      );
      return { changed: true, purpose };
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return { changed: false, purpose };
      throw error;
    }
  }

  private act(
    unit: UnitOfWork,
    purpose: LinkPurpose,
    subjectId: string,
    input: LinkAnswer,
    visitor: Actor | null,
  ): Promise<void> {
    if (purpose === 'offer') return this.toOffer(unit, subjectId, input, visitor);
    if (purpose === 'interest') return this.toInterest(unit, subjectId, input, visitor);
    return this.toMatch(unit, subjectId, input);
  }

  private async toOffer(
    unit: UnitOfWork,
    offerId: string,
    input: LinkAnswer,
    visitor: Actor | null,
  ): Promise<void> {
    const offer = found(await unit.offers.find(offerId), 'link.not-found');
    const actor = await whoAnswers(unit, offer.citizenId, input, visitor);
    await answerOfferOnPage(unit, this.answerOffer, offerId, input, actor);
  }

  private async toInterest(
    unit: UnitOfWork,
    matchId: string,
    input: LinkAnswer,
    visitor: Actor | null,
  ): Promise<void> {
    const { answer } = input;
    const match = found(await unit.matches.find(matchId), 'link.not-found');
    const said = answer === 'yes' || answer === 'no' ? answer : 'call';
    const actor = await whoAnswers(unit, match.citizenId, { answer: said }, visitor);
    await this.answerInterest.within(unit, matchId, said, 'link', actor);
  }

  private async toMatch(unit: UnitOfWork, matchId: string, input: LinkAnswer): Promise<void> {
    const match = found(await unit.matches.find(matchId), 'link.not-found');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'link.not-found');
    const company = found(await unit.companies.find(smallJob.companyId), 'link.not-found');
    const actor: Actor = {
      role: 'employer',
      municipalityId: unit.municipalityId,
      companyId: company.id,
      name: company.contact.name,
      holder: 'link',
    };
    refuseUnless(input.answer === 'yes' || input.answer === 'no', 'match.wrong-state', {
      answer: input.answer,
    });
    if (input.answer === 'yes') await this.confirmMatch.within(unit, matchId, input.start ?? 'meet', actor);
    else await this.rejectMatch.within(unit, matchId, input.rejectReason ?? 'other', actor);
  }
}

/** Whoever holds the phone may ask for a call; the rest is for the person that it is about. @throws link.code-needed */
async function whoAnswers(
  unit: UnitOfWork,
  citizenId: string,
  { answer }: Pick<LinkAnswer, 'answer'>,
  visitor: Actor | null,
): Promise<Actor> {
  const citizen = found(await unit.citizens.find(citizenId), 'link.not-found');
  refuseUnless(answer === 'call' || mayActFor(citizen, visitor), 'link.code-needed');
  return {
    role: 'citizen',
    municipalityId: unit.municipalityId,
    citizenId,
    name: firstName(citizen),
    holder: 'link',
  };
}
