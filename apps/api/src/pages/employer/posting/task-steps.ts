import type { PostingStep } from '#domain';
import { page, type About } from '../../frame/page.js';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import type { BesideView } from './beside-view.js';
import { payStep } from './pay-step.js';
import { peopleStep } from './people-step.js';
import { placeStep } from './place-step.js';
import type { AnyStep } from './step-form.js';
import { taskStep } from './task-step.js';
import type { UnderstoodView } from './understood-view.js';
import { weekStep } from './week-step.js';

export const stepForms: Readonly<Record<PostingStep, AnyStep>> = {
  task: taskStep,
  week: weekStep,
  place: placeStep,
  pay: payStep,
  people: peopleStep,
};

/** Around the fields of every step: templates/partials/page-posting-step.hbs. */
export interface StepView {
  heading: string;
  /** "Trin 2 af 5"; empty when a posted task is changed. */
  progress: string;
  lead: string;
  understood: (UnderstoodView & { correct: { href: string; label: string } }) | null;
  errors: ErrorSummaryView | null;
  action: string;
  live: string;
  version: string;
  form: object;
  beside: BesideView;
  words: {
    more: string;
    elsewhere: string;
    ownTimes: string;
    ownTimesHint: string;
    whereLabel: string;
  };
  next: string;
  later: string;
}

export const stepPages: Readonly<
  Record<PostingStep, (view: StepView & About) => ReturnType<ReturnType<typeof page>>>
> = {
  task: page<StepView>('employer/posting/step-task'),
  week: page<StepView>('employer/posting/step-week'),
  place: page<StepView>('employer/posting/step-place'),
  pay: page<StepView>('employer/posting/step-pay'),
  people: page<StepView>('employer/posting/step-people'),
};
