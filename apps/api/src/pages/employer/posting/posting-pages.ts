import {
  DomainError,
  weeklyMinutes,
  withAnswers,
  type Actor,
  type Language,
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
import { employerPostWords } from '../../words/employer-post-en.js';
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

const companyOf = (actor: Actor): string => actor.companyId ?? '';

export async function surroundings(
  { desk: showDesk, guide: showGuide }: PostingSources,
  answers: PostingAnswers,
  actor: Actor,
  { language, posted = false }: { language: Language; posted?: boolean },
): Promise<Surroundings> {
  const desk = await showDesk.execute(companyOf(actor), actor);
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
  actor: Actor,
): Promise<FitEstimate | null> {
  try {
    return await fit.execute(companyOf(actor), answers, actor);
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
  actor: Actor,
  { language, posted }: { language: Language; posted: boolean },
): Promise<ShownFragment> {
  const { desk, context } = await surroundings(sources, saved, actor, { language, posted });
  const answers = withTyped(step, saved, typed, context);
  const fit = await fitOf(sources, answers, actor);
  const guide = await guideOf(sources.guide, answers);
  return besideFragment(besideView(step, { answers, fit, guide, desk }, context.w, language));
}

function withTyped(
  step: PostingStep,
  saved: PostingAnswers,
  typed: Typed,
  context: StepContext,
): PostingAnswers {
  try {
    return withAnswers(saved, stepForms[step].read(typed, saved, context, false));
  } catch (error) {
    if (error instanceof ShapeError) return saved;
    throw error;
  }
}
