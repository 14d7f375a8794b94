import { postingSteps, type Language, type PostingAnswers, type PostingStep } from '#domain';
import type { FitEstimate, PostingDesk } from '#use-cases';
import { FormView, noFaults, type Faults, type Typed } from '../../frame/form/index.js';
import type { About } from '../../frame/page.js';
import { besideView } from './beside-view.js';
import type { StepContext } from './step-form.js';
import { headings } from './steps.js';
import { stepForms, type StepView } from './task-steps.js';

interface StepParts {
  answers: PostingAnswers;
  context: StepContext;
  desk: PostingDesk;
  fit: FitEstimate | null;
  typed?: Typed;
  faults?: Faults;
}

type Links = Pick<StepView, 'action' | 'live' | 'next' | 'later' | 'version' | 'understood'>;

/** Everything of a step but where its links lead. */
export function stepView(
  step: PostingStep,
  { answers, context, desk, fit, typed = {}, faults = noFaults }: StepParts,
  links: Links,
): StepView & About {
  const { w, language, guide, posted } = context;
  const f = new FormView(language, typed, faults);
  const form = stepForms[step].view(f, answers, context);
  const place = String(postingSteps.indexOf(step) + 1);
  return {
    ...links,
    title: headings(w)[step],
    heading: headings(w)[step],
    progress: posted ? '' : w.stepOf(place, String(postingSteps.length)),
    lead: stepForms[step].lead(answers, context),
    form,
    beside: besideView(step, { answers, fit, guide, desk }, w, language),
    words: {
      more: w.more,
      elsewhere: w.elsewhere,
      ownTimes: w.ownTimes,
      ownTimesHint: w.ownTimesHint,
      whereLabel: w.where,
    },
    errors: f.errors(),
    wide: true,
  };
}

export const contextOf = (
  desk: PostingDesk,
  rest: Pick<StepContext, 'guide' | 'posted' | 'w'> & { language: Language },
): StepContext => ({
  ...rest,
  today: desk.today,
  company: desk.company,
  person: desk.person,
  contacts: desk.contacts,
});
