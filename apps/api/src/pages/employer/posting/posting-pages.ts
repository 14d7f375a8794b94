import {
  checkAnswers,
  DomainError,
  weeklyMinutes,
  withAnswers,
  type ErrorCode,
  type PostingAnswers,
  type PostingStep,
} from '#domain';
import type {
  EstimateFit,
  FitEstimate,
  PayGuide,
  PostingDesk,
  ShowPayGuide,
  ShowPostingDesk,
} from '#use-cases';
import { ShapeError } from '../../../http/shape-error.js';
import type { Typed } from '../../frame/form/index.js';
import type { ShownFragment } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post.js';
import type { CompanyVisit } from '../employer-page.js';
import { besideFragment, besideView } from './beside-view.js';
import type { StepContext } from './step-form.js';
import { contextOf } from './step-view.js';
import { stepForms } from './task-steps.js';

/** The use cases that every page of posting asks. */
export interface PostingSources {
  desk: ShowPostingDesk;
  guide: ShowPayGuide;
  fit: EstimateFit;
}

export interface Surroundings {
  desk: PostingDesk;
  context: StepContext;
}

export async function surroundings(
  { desk: showDesk, guide: showGuide }: PostingSources,
  answers: PostingAnswers,
  { companyId, actor, language }: CompanyVisit,
  { posted }: { posted: boolean },
): Promise<Surroundings> {
  const desk = await showDesk.execute(companyId, actor);
  const guide = await guideOf(showGuide, answers);
  return { desk, context: contextOf(desk, { language, posted, guide, w: employerPostWords[language] }) };
}

const guideOf = (showGuide: ShowPayGuide, answers: PostingAnswers): Promise<PayGuide> =>
  showGuide.execute({
    category: answers.category,
    wageOre: answers.hourlyWageOre,
    hoursPerWeek: weeklyMinutes(answers.weeklyShifts ?? []) / 60,
    on: answers.startDate,
  });

/** Null when it cannot be said now: asked too often, or the access log is away. The form goes on without it. */
export async function fitOf(
  { fit }: Pick<PostingSources, 'fit'>,
  answers: PostingAnswers,
  { companyId, actor }: CompanyVisit,
): Promise<FitEstimate | null> {
  try {
    return await fit.execute(companyId, answers, actor);
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'too-often' || error.kind === 'unavailable'))
      return null;
    throw error;
  }
}

/** What stands beside a step, with what is in its fields right now; fields that cannot be read count as before. */
export async function liveBeside(
  sources: PostingSources,
  step: PostingStep,
  saved: PostingAnswers,
  typed: Typed,
  visit: CompanyVisit,
  { posted }: { posted: boolean },
): Promise<ShownFragment> {
  const { desk, context } = await surroundings(sources, saved, visit, { posted });
  const answers = withTyped(step, saved, typed, context);
  const fit = await fitOf(sources, answers, visit);
  const guide = await guideOf(sources.guide, answers);
  return besideFragment(besideView(step, { answers, fit, guide, desk }, context.w, visit.language));
}

function withTyped(
  step: PostingStep,
  saved: PostingAnswers,
  typed: Typed,
  context: StepContext,
): PostingAnswers {
  try {
    const answers = withAnswers(saved, stepForms[step].read(typed, saved, context, false));
    return isTypo(answers, saved, context) ? saved : answers;
  } catch (error) {
    if (error instanceof ShapeError) return saved;
    throw error;
  }
}

/** Days and hours that nobody can mean; a week that is too long is shown, so that one sees it. */
function isTypo(answers: PostingAnswers, saved: PostingAnswers, { today }: StepContext): boolean {
  try {
    checkAnswers(answers, saved, today);
    return false;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return typos.has(error.code);
  }
}

const typos: ReadonlySet<ErrorCode> = new Set([
  'small-job.shift-ends-before-start',
  'small-job.start-in-past',
  'small-job.dates-invalid',
]);
