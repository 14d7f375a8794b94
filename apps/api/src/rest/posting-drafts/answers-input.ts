import type { Actor, AnswersChange, WeeklyShift } from '#domain';
import { ShapeError } from '../../http/shape-error.js';
import type { FitBody, PostingAnswersBody } from './posting-drafts.requests.js';

/** The answers of a body, as the use cases take them. */
export function answersInput(body: PostingAnswersBody | FitBody): AnswersChange {
  const { weeklyShifts } = body;
  return { ...fieldsOf(body), ...(weeklyShifts && { weeklyShifts: weeklyShifts.map(withBreak) }) };
}

const withBreak = (shift: Omit<WeeklyShift, 'breakMinutes'> & { breakMinutes?: number }): WeeklyShift => ({
  ...shift,
  breakMinutes: shift.breakMinutes ?? 0,
});

/** Only what are answers: whose draft it is and which version was seen are not. */
const fieldsOf = ({
  companyId: _,
  seenVersion: __,
  ...answers
}: (PostingAnswersBody | FitBody) & { companyId?: string; seenVersion?: number }): AnswersChange =>
  answers as AnswersChange;

const NEEDED = { da: 'mangler', en: 'is missing' };

/** For whom: a company for itself, the municipality for the one it names. @throws ShapeError when it names none */
export function companyOf({ companyId }: { companyId?: string }, actor: Actor): string {
  const chosen = companyId ?? actor.companyId;
  if (chosen === undefined) throw new ShapeError([{ path: 'companyId', text: NEEDED }]);
  return chosen;
}
