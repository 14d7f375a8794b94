import type { LocalDate } from '../kernel/index.js';
import type { Demands } from '../small-job/index.js';
import type { PostingAnswers } from './draft.js';

/** The five steps of posting, in their order. */
export const postingSteps = ['task', 'week', 'place', 'pay', 'people'] as const;
export type PostingStep = (typeof postingSteps)[number];

/** What has to be answered before a task can be posted, and in which step that is done. */
const needed = [
  ['title', 'task'],
  ['category', 'task'],
  ['weeklyShifts', 'week'],
  ['workplace', 'place'],
  ['demands', 'place'],
  ['danishLevel', 'place'],
  ['hourlyWageOre', 'pay'],
  ['startDate', 'pay'],
  ['positions', 'pay'],
  ['companyContact', 'people'],
  ['fixedContactId', 'people'],
] as const satisfies readonly (readonly [keyof PostingAnswers, PostingStep])[];

export type NeededAnswer = (typeof needed)[number][0];
export interface MissingAnswer {
  field: NeededAnswer;
  step: PostingStep;
}

/** What is still to be answered. A first day that has passed has to be answered again. */
export const missingIn = (answers: PostingAnswers, today: LocalDate): MissingAnswer[] =>
  needed.filter(([field]) => !isAnswered(answers, field, today)).map(([field, step]) => ({ field, step }));

function isAnswered(answers: PostingAnswers, field: NeededAnswer, today: LocalDate): boolean {
  if (answers[field] === undefined) return false;
  if (field === 'weeklyShifts') return answers.weeklyShifts!.length > 0;
  if (field === 'demands') return areWhole(answers.demands!);
  if (field === 'startDate') return answers.startDate! >= today;
  return true;
}

const areWhole = ({ liftKg, standing, noise, peopleContact }: Partial<Demands>): boolean =>
  [liftKg, standing, noise, peopleContact].every((demand) => demand !== undefined);

/** The first step that is not finished; the last one when nothing is missing. */
export const nextStepOf = (answers: PostingAnswers, today: LocalDate): PostingStep =>
  missingIn(answers, today)[0]?.step ?? 'people';

/** Answers with nothing missing, as a small job takes them. */
export type CompleteAnswers = Required<Pick<PostingAnswers, NeededAnswer>> &
  PostingAnswers & { demands: Omit<Demands, 'other'> & Partial<Demands> };

export const isComplete = (answers: PostingAnswers, today: LocalDate): answers is CompleteAnswers =>
  missingIn(answers, today).length === 0;

/** What nobody has to answer: the preview says it plainly. */
export const plainAnswers = {
  startFlexibilityMinutes: 0,
  certificates: [],
  accommodationsOffered: [],
} satisfies PostingAnswers;
