import { isBefore, Temporal, type ReplyWord } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { OpenQuestion } from './open-question.js';

/** Words that take each other back. RING takes nothing back, and is taken back by nothing. */
const families: readonly (readonly ReplyWord[])[] = [
  ['yes', 'no', 'visit'],
  ['here', 'on-the-way', 'later', 'cannot'],
];
/** A page or a person that knew something later than this after the SMS was written knew it for sure. */
const SURELY_LATER = Temporal.Duration.from('PT2M');

interface Late {
  word: ReplyWord;
  /** E.164. */
  from: string;
  at: Temporal.Instant;
}

/** Networks deliver in any order: what the same number wrote later about the same thing holds. Null: about anything. */
export async function isOvertaken(
  unit: UnitOfWork,
  { word, from, at }: Late,
  asked: Pick<OpenQuestion, 'question' | 'subjectIds'> | null,
): Promise<boolean> {
  const family = families.find((words) => words.includes(word));
  if (!family) return false;
  // A reply about today's shift may come when tomorrow's is the next.
  const about = asked && asked.question !== 'shift' ? { subjectId: { in: asked.subjectIds } } : {};
  const later = { from, at: { after: at }, understoodAs: { in: family }, ...about };
  return (await unit.inbound.first(later)) !== undefined;
}

/** Somebody has said it since by other means, on the page or to the contact: a person sees what holds. */
export async function isOlderThanWhatIsKnown(
  unit: UnitOfWork,
  { word, at }: Late,
  { question, subjectIds: [id] }: Pick<OpenQuestion, 'question' | 'subjectIds'>,
): Promise<boolean> {
  if (word === 'call') return false;
  const known = (said: string | undefined): boolean =>
    said !== undefined && isBefore(at.add(SURELY_LATER), Temporal.Instant.from(said));
  if (question === 'offer') {
    const answers = (await unit.offers.find(id))?.answers ?? [];
    return answers.some((one) => one.how !== 'sms' && one.answer !== 'call' && known(one.at));
  }
  if (question !== 'shift' || (await unit.inbound.first({ subjectId: id })) !== undefined) return false;
  const evidence = (await unit.shifts.find(id))?.evidence ?? [];
  return known(evidence.findLast(({ by }) => by === 'citizen')?.at);
}
