import { arrivedShiftStates, type MessageData, type Question, type ReplyWord } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** What became of a question: `said` is what the word says already. Undefined: it is not known, or still open. */
export type Became = MessageData['question-closed']['became'] | 'said';

/** What is true of a question that takes no answer any more, for somebody who answers it. */
export async function whatBecameOf(
  unit: UnitOfWork,
  question: Question,
  subjectId: string,
  word: ReplyWord,
): Promise<Became | undefined> {
  switch (question) {
    case 'offer':
      return ofOffer(unit, subjectId, word);
    case 'interest':
    case 'match':
      return ofMatch(unit, question, subjectId, word);
    case 'workplace-arrival': {
      const state = (await unit.shifts.find(subjectId))?.state;
      if (state === undefined) return undefined;
      if (arrivedShiftStates.includes(state)) return word === 'yes' ? 'said' : 'answered';
      if (state === 'missed') return word === 'no' ? 'said' : 'answered';
      return state === 'unconfirmed' ? 'expired' : 'closed';
    }
    case 'draft':
      return (await unit.smallJobs.find(subjectId))?.ownerAskedAt ? undefined : 'answered';
    default:
      return undefined;
  }
}

async function ofOffer(unit: UnitOfWork, id: string, word: ReplyWord): Promise<Became | undefined> {
  const offer = await unit.offers.find(id);
  if (offer?.state === 'expired') return 'expired';
  if (offer?.state === 'withdrawn') return 'closed';
  if (offer?.state === 'accepted') return word === 'yes' ? 'said' : 'answered';
  return offer?.state === 'declined' ? (word === 'no' ? 'said' : 'answered') : undefined;
}

async function ofMatch(
  unit: UnitOfWork,
  question: 'interest' | 'match',
  id: string,
  word: ReplyWord,
): Promise<Became | undefined> {
  const match = await unit.matches.find(id);
  if (!match || match.state === 'asking') return undefined;
  if (match.state === 'lapsed') return 'expired';
  if (question === 'interest') {
    if (match.state === 'withdrawn') return word === 'no' ? 'said' : 'closed';
    return word === 'yes' ? 'said' : 'answered';
  }
  if (match.state === 'proposed') return undefined;
  if (match.state === 'withdrawn') return 'closed';
  return (match.state === 'rejected') === (word === 'no') ? 'said' : 'answered';
}
