import { firstName, type Actor, type Reply, type ReplyWord } from '#domain';
import { type UnitOfWork } from '../ports/index.js';
import { AnswerInterest } from '../match/answer-interest.js';
import { ConfirmMatch } from '../match/confirm-match.js';
import { RejectMatch } from '../match/reject-match.js';
import { AnswerOffer } from '../offer/answer-offer.js';
import { AnswerShift } from '../shift/answer-shift.js';
import { AnswerForWorkplace } from '../shift/answer-for-workplace.js';
import { AnswerForOwner } from '../small-job/answer-for-owner.js';
import { AnswerStillAtIt } from '../escalation/answer-still-at-it.js';
import type { OpenQuestion } from './open-question.js';

/** Does what a clear reply says about its question. */
export class ActOnReply {
  static readonly needs = [
    AnswerInterest,
    ConfirmMatch,
    RejectMatch,
    AnswerOffer,
    AnswerShift,
    AnswerForWorkplace,
    AnswerStillAtIt,
    AnswerForOwner,
  ] as const;

  constructor(
    private readonly answerInterest: AnswerInterest,
    private readonly confirmMatch: ConfirmMatch,
    private readonly rejectMatch: RejectMatch,
    private readonly answerOffer: AnswerOffer,
    private readonly answerShift: AnswerShift,
    private readonly answerForWorkplace: AnswerForWorkplace,
    private readonly answerStillAtIt: AnswerStillAtIt,
    private readonly answerForOwner: AnswerForOwner,
  ) {}

  async within(unit: UnitOfWork, open: OpenQuestion, reply: Reply): Promise<void> {
    const actor = await actorOf(unit, open);
    const [subjectId] = open.subjectIds;
    switch (open.question) {
      case 'interest':
        return this.answerInterest.within(unit, subjectId, yesNoCall(reply.word), 'sms', actor);
      case 'offer': {
        const answer =
          reply.word === 'yes' || reply.word === 'no' || reply.word === 'visit' ? reply.word : 'call';
        await this.answerOffer.within(unit, subjectId, { answer, how: 'sms' }, actor);
        return;
      }
      case 'shift':
        return this.answerShift.within(unit, subjectId, reply, actor);
      case 'workplace-arrival': {
        const isHere = reply.word === 'yes' ? 'yes' : 'no';
        return this.answerForWorkplace.within(unit, open.subjectIds, isHere, actor);
      }
      case 'match':
        if (reply.word === 'yes') await this.confirmMatch.within(unit, subjectId, 'meet', actor);
        else await this.rejectMatch.within(unit, subjectId, 'other', actor);
        return;
      case 'still-at-it':
        return this.answerStillAtIt.within(unit, subjectId, reply.word === 'yes', actor);
      case 'draft':
        return this.answerForOwner.within(unit, subjectId, yesNoCall(reply.word), actor);
    }
  }
}

const yesNoCall = (word: ReplyWord): 'yes' | 'no' | 'call' =>
  word === 'yes' || word === 'no' ? word : 'call';

export async function actorOf(unit: UnitOfWork, { sender }: Pick<OpenQuestion, 'sender'>): Promise<Actor> {
  const { municipalityId } = unit;
  if (sender.who === 'citizen') {
    const citizen = await unit.citizens.find(sender.id);
    return {
      role: 'citizen',
      municipalityId,
      citizenId: sender.id,
      name: citizen ? firstName(citizen) : 'Borgeren',
      holder: 'sms',
    };
  }
  if (sender.who === 'company') {
    const company = await unit.companies.find(sender.id);
    return {
      role: 'employer',
      municipalityId,
      companyId: sender.id,
      name: company?.contact.name ?? 'Virksomheden',
      holder: 'sms',
    };
  }
  const staff = await unit.staff.find(sender.id);
  return {
    role: staff?.role ?? 'consultant',
    municipalityId,
    staffId: sender.id,
    name: staff?.name ?? '',
    holder: 'sms',
  };
}
