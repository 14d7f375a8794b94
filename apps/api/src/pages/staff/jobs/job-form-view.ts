import {
  postingSteps,
  withAnswers,
  type AnswersChange,
  type PostingAnswers,
  type PostingStep,
} from '#domain';
import {
  asShown,
  FormView,
  typedText,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { stepForms } from '../../employer/posting/task-steps.js';
import type { StepContext } from '../../employer/posting/step-form.js';
import { employerPostDa } from '../../words/employer-post-da.js';
import { jobsWords as w } from '../../words/desk-jobs.js';

/** The five parts that a company fills in one after the other, here on one page: who calls has no time for steps. */
export interface JobFormView {
  errors: ErrorSummaryView | null;
  heading: string;
  lead: string;
  action: string;
  company: string;
  /** What stood in the fields when the page was opened; empty for a new job. */
  shown: string;
  parts: Record<PostingStep, string>;
  words: { ownTimes: string; ownTimesHint: string; elsewhere: string; more: string };
  form: Record<PostingStep, object>;
  hours: string;
  /** The first is what most want; what it is pressed for stands in `gem`. */
  buttons: { value: string; label: string; look: string }[];
}

export const jobFormPage = page<JobFormView>('staff/jobs/form');

/** The words of the form where "we" is the municipality and the company is somebody else. */
export const deskPostWords = {
  ...employerPostDa,
  hostName: w.hostName,
  callWhom: w.callWhom,
  callWhomHint: w.callWhomHint,
  knowsYou: w.knowsYou,
  nobodyToCall: w.nobodyToCall,
  pickContact: w.pickContact,
  whereCompany: w.whereCompany,
  wagePrefilled: w.wagePrefilled,
};

interface FormToShow {
  answers: PostingAnswers;
  context: StepContext;
  typed: Typed;
  faults: Faults;
}

export function partsOf({
  answers,
  context,
  typed,
  faults,
}: FormToShow): Pick<JobFormView, 'form' | 'errors'> {
  const f = new FormView('da', typed, faults);
  const view = (step: PostingStep): object => stepForms[step].view(f, answers, context);
  const form = {
    task: view('task'),
    week: view('week'),
    place: view('place'),
    pay: payOf(view('pay'), answers),
    people: view('people'),
  };
  return { form, errors: f.errors() };
}

interface PayPart {
  agreement: ChoiceView;
  floor: string;
  floorNote: string;
}

/** While the kind of work is not chosen, its agreement has no name yet: it is meant all the same. */
function payOf(view: object, { category }: PostingAnswers): object {
  if (category !== undefined && category !== '') return view;
  const { agreement, ...pay } = view as PayPart;
  const ofKind = { id: `${agreement.id}-0`, value: 'den', label: w.agreementOfKind, hint: '', chosen: false };
  const chosen = agreement.value === 'anden' ? 'anden' : 'den';
  const options = [ofKind, ...agreement.options].map((each) => ({ ...each, chosen: each.value === chosen }));
  return { ...pay, agreement: { ...agreement, options }, floor: w.floorOfKind, floorNote: '' };
}

/** @throws ShapeError naming what is wrong in the first part that has something wrong */
export function readParts(
  typed: Typed,
  answers: PostingAnswers,
  context: StepContext,
): { answers: PostingAnswers; change: AnswersChange } {
  let all = answers;
  let change: AnswersChange = {};
  for (const step of postingSteps) {
    const read = stepForms[step].read(typed, all, context, true);
    all = withAnswers(all, read);
    change = { ...change, ...read };
  }
  return { answers: all, change };
}

/** What a page of this job has in its fields, as a text that comes back with the form. */
export const shownOf = (answers: PostingAnswers, context: StepContext): string =>
  JSON.stringify(
    asShown(postingSteps.map((step) => stepForms[step].view(new FormView('da'), answers, context))),
  );

/**
 * What somebody has changed, beside what the page showed: what a colleague saved meanwhile stays.
 *
 * @throws ShapeError as `readParts`
 */
export function readChange(typed: Typed, job: PostingAnswers, context: StepContext): AnswersChange {
  const shown = shownIn(typed) ?? shownIn({ [SHOWN]: shownOf(job, context) })!;
  let all = job;
  let change: AnswersChange = {};
  for (const step of postingSteps) {
    const part = stepForms[step].change(typed, { shown, answers: job }, all, context);
    all = withAnswers(all, part);
    change = { ...change, ...part };
  }
  return change;
}

/** The hidden field of `shownOf`. */
export const SHOWN = 'vist';

const isText = (value: unknown): boolean => typeof value === 'string';

/** Null for what no page has sent. */
function shownIn(typed: Typed): Typed | null {
  try {
    const shown: unknown = JSON.parse(typedText(typed, SHOWN));
    if (typeof shown !== 'object' || shown === null) return null;
    const texts = Object.entries(shown).filter(([, value]) => [value].flat().every(isText));
    return Object.fromEntries(texts);
  } catch {
    return null;
  }
}

export const refusalsOf = (typed: Typed): FieldsOfRefusals =>
  Object.assign({}, ...postingSteps.map((step) => stepForms[step].at(typed))) as FieldsOfRefusals;

export const formWords = {
  ownTimes: employerPostDa.ownTimes,
  ownTimesHint: employerPostDa.ownTimesHint,
  elsewhere: employerPostDa.elsewhere,
  more: employerPostDa.more,
};
