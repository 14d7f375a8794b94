import {
  DomainError,
  firstName,
  refuseUnless,
  type Actor,
  type DeclineReason,
  type Offer,
  type RejectReason,
} from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { AnswerInterest } from '../match/answer-interest.js';
import { ConfirmMatch } from '../match/confirm-match.js';
import { RejectMatch } from '../match/reject-match.js';
import { AnswerOffer } from '../offer/answer-offer.js';
import { sayWhyNot } from '../offer/say-why-not.js';
import { found } from '../wiring/permissions.js';
import type { LinkPurpose } from './answer-page.js';
import { openLink } from './show-answer-page.js';

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

  async execute(token: string, input: LinkAnswer): Promise<{ changed: boolean; purpose: LinkPurpose }> {
    const { municipalityId, subjectId, purpose } = await openLink(this.transactor, this.secrets, token);
    try {
      await this.transactor.inMunicipality(municipalityId, (unit) =>
        this.act(unit, purpose, subjectId, input),
      );
      return { changed: true, purpose };
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return { changed: false, purpose };
      throw error;
    }
  }

  private act(unit: UnitOfWork, purpose: LinkPurpose, subjectId: string, input: LinkAnswer): Promise<void> {
    if (purpose === 'offer') return this.toOffer(unit, subjectId, input);
    if (purpose === 'interest') return this.toInterest(unit, subjectId, input);
    return this.toMatch(unit, subjectId, input);
  }

  private async toOffer(unit: UnitOfWork, offerId: string, { answer, reason }: LinkAnswer): Promise<void> {
    const peek = found(await unit.offers.find(offerId), 'link.not-found');
    // In the order of AnswerOffer, or two answers at once would wait for each other.
    await unit.smallJobs.lock(peek.smallJobId);
    const offer = found(await unit.offers.lock(offerId), 'link.not-found');
    if (answer === 'no' && reason && offer.state === 'declined') return sayWhyNot(unit, offer, reason);
    await refuseRepeated(unit, offer, answer);
    const actor = await citizenActor(unit, offer.citizenId);
    await this.answerOffer.within(unit, offerId, { answer, how: 'page', ...(reason && { reason }) }, actor);
  }

  private async toInterest(unit: UnitOfWork, matchId: string, { answer }: LinkAnswer): Promise<void> {
    const match = found(await unit.matches.find(matchId), 'link.not-found');
    const said = answer === 'yes' || answer === 'no' ? answer : 'call';
    await this.answerInterest.within(unit, matchId, said, 'link', await citizenActor(unit, match.citizenId));
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

/** Yes and no end the question by themselves; a second wish for a call or a visit would make a second task. */
async function refuseRepeated(unit: UnitOfWork, offer: Offer, answer: LinkAnswer['answer']): Promise<void> {
  const waiting = { offerId: offer.id, kind: 'call-citizen', doneAt: { isNull: true } } as const;
  const repeated =
    (answer === 'visit' && offer.state === 'visiting') ||
    (answer === 'call' && (await unit.tasks.count(waiting)) > 0);
  refuseUnless(!repeated, 'offer.already-answered', { state: offer.state });
}

async function citizenActor(unit: UnitOfWork, citizenId: string): Promise<Actor> {
  const citizen = found(await unit.citizens.find(citizenId), 'link.not-found');
  return {
    role: 'citizen',
    municipalityId: unit.municipalityId,
    citizenId,
    name: firstName(citizen),
    holder: 'link',
  };
}
