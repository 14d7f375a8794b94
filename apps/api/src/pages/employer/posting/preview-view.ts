import {
  outsideContactHours,
  phoneInPairs,
  postingSteps,
  timeInWords,
  weekdaysInWords,
  type MissingAnswer,
  type PostingAnswers,
  type PostingStep,
} from '#domain';
import type { FitEstimate } from '#use-cases';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import type { EmployerPostWords } from '../../words/employer-post.js';
import { costView, type BesideView } from './beside-view.js';
import { fitHintView, noFitHint, type FitHintView } from './fit-hint-view.js';
import { draftPath, PREVIEW } from './steps.js';
import type { StepContext } from './step-form.js';
import { taskFacts, type TaskFacts } from './task-facts.js';

interface PreviewView {
  heading: string;
  lead: string;
  errors: ErrorSummaryView | null;
  task: TaskFacts;
  workLabel: string;
  sideLabel: string;
  side: string[];
  warnings: string[];
  cost: BesideView['cost'];
  fit: FitHintView;
  changes: { href: string; label: string }[];
  missing: { heading: string; items: { href: string; text: string }[] } | null;
  publish: string;
  action: string;
}

export const previewPage = page<PreviewView>('employer/posting/preview');

interface Parts {
  draftId: string;
  answers: PostingAnswers;
  missing: MissingAnswer[];
  context: StepContext;
  fit: FitEstimate | null;
  /** Publishing was refused: what is missing then stands on top. */
  refused: boolean;
}

export function previewView({ draftId, answers, missing, context, fit, refused }: Parts): PreviewView {
  const { w, language, guide } = context;
  const from = (step: PostingStep): string => `${draftPath(draftId, step)}?fra=vis`;
  const items = missingItems(missing, w, from);
  return {
    heading: w.previewTitle,
    lead: w.previewLead,
    errors: refused && items.length > 0 ? { heading: w.missingTitle, errors: items } : null,
    task: taskFacts(answers, w, language),
    workLabel: w.howItIs,
    sideLabel: w.yourSide,
    side: sideLines(answers, context),
    warnings: dutyWarning(answers, context),
    cost: costView(answers, guide, w, language),
    fit: fit ? fitHintView(fit, answers, w, language) : noFitHint(w),
    changes: postingSteps.map((step) => ({ href: from(step), label: w.changeOf(partNames(w)[step]) })),
    missing: !refused && items.length > 0 ? { heading: w.missingTitle, items } : null,
    publish: w.publish,
    action: draftPath(draftId, PREVIEW),
  };
}

/** One line a step: three things missing in one place are one tap. */
const missingItems = (
  missing: readonly MissingAnswer[],
  w: EmployerPostWords,
  from: (step: PostingStep) => string,
): { href: string; text: string }[] =>
  postingSteps.flatMap((step) => {
    const fields = missing.filter((one) => one.step === step).map(({ field }) => field);
    const [field] = fields;
    if (field === undefined) return [];
    if (fields.includes('fixedContactId')) return [{ href: from(step), text: w.pickContact }];
    const part = partNames(w)[step];
    const text = fields.length === 1 ? w.missingOf[field] : part.charAt(0).toUpperCase() + part.slice(1);
    return [{ href: from(step), text }];
  });

export const partNames = (w: EmployerPostWords): Record<PostingStep, string> => ({
  task: w.partTask,
  week: w.partWeek,
  place: w.partPlace,
  pay: w.partPay,
  people: w.partPeople,
});

function sideLines(answers: PostingAnswers, { w, contacts }: StepContext): string[] {
  const { companyContact, fixedContactId, positions } = answers;
  const contact = contacts.find(({ staff }) => staff.id === fixedContactId)?.staff;
  return [
    positions === undefined ? '' : positions === 1 ? w.onePerson : w.persons(String(positions)),
    answers.collectiveAgreement ?? '',
    companyContact ? w.receives(companyContact.name, phoneInPairs(companyContact.phone)) : '',
    contact ? w.callsAt(contact.name, phoneInPairs(contact.phone ?? '')) : w.noContactYet,
  ].filter(Boolean);
}

function dutyWarning({ weeklyShifts = [], fixedContactId }: PostingAnswers, context: StepContext): string[] {
  const { w, language, contacts } = context;
  const contact = contacts.find(({ staff }) => staff.id === fixedContactId)?.staff;
  if (!contact || outsideContactHours(weeklyShifts, contact.contactHours).length === 0) return [];
  const { weekdays, from, to } = contact.contactHours;
  const at = language === 'da' ? 'kl.' : 'at';
  const hours = `${weekdaysInWords(weekdays, language)} ${at} ${timeInWords(from)}-${timeInWords(to)}`;
  return [w.withoutDuty(contact.name, hours)];
}
