import {
  answersOf,
  phoneInPairs,
  phoneInWords,
  postingSteps,
  type Language,
  type PostingAnswers,
  type PostingStep,
  type SmallJob,
} from '#domain';
import type { SmallJobWithContact } from '#use-cases';
import {
  FormView,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type About } from '../../frame/page.js';
import { employerPostWords, type EmployerPostWords } from '../../words/employer-post.js';
import { partNames } from './preview-view.js';
import { optionsOf } from './step-form.js';
import { stepPaths } from './steps.js';
import { taskFacts, type TaskFacts } from './task-facts.js';

interface TaskView {
  state: string;
  statusLine: string;
  reason: string;
  seats: string;
  errors: ErrorSummaryView | null;
  task: TaskFacts;
  workLabel: string;
  sideLabel: string;
  side: string[];
  correctLabel: string;
  corrections: { href: string; label: string }[];
  doLabel: string;
  actions: { action: string; label: string; hint: string }[];
  print: string;
  close: {
    label: string;
    hint: string;
    open: boolean;
    action: string;
    reason: ChoiceView;
    note: InputView;
    button: string;
  } | null;
}

export const taskPage = page<TaskView>('employer/posting/task');
export const nowPage = page<{
  heading: string;
  task: string;
  label: string;
  lines: string[];
  question: string;
  see: { href: string; label: string };
  all: string;
}>('employer/posting/now');

/** The answers that a posted task has, for the same views and forms as a draft. */
export const answersOfTask = (job: SmallJob): PostingAnswers => ({
  ...answersOf(job),
  startDate: job.startDate,
  endDate: job.endDate,
});

export const taskPath = (id: string, rest = ''): string => `/firma/opgaver/${id}${rest}`;
export const correctPath = (id: string, step: PostingStep): string => taskPath(id, `/ret/${stepPaths[step]}`);

export function taskView(
  { smallJob, answersToday }: SmallJobWithContact,
  language: Language,
  typed: Typed = {},
  faults: Faults = noFaults,
): TaskView & About {
  const w = employerPostWords[language];
  const { id, status, positions, seatsTaken, companyContact, closeReason } = smallJob;
  const answers = answersOfTask(smallJob);
  const f = new FormView(language, typed, faults);
  const close = status === 'closed' ? null : closeForm(f, id, w, faults);
  return {
    title: smallJob.title,
    state: w.status[status],
    statusLine: w.statusLines[status],
    reason: closeReason && status === 'closed' ? w.closedBecause(closeReason) : '',
    seats: status === 'closed' || positions === 1 ? '' : w.seats(String(seatsTaken), String(positions)),
    task: taskFacts(answers, w, language),
    workLabel: w.howItIs,
    sideLabel: w.yourSide,
    side: [
      answers.collectiveAgreement ?? '',
      w.receives(companyContact.name, phoneInPairs(companyContact.phone)),
    ].filter(Boolean),
    correctLabel: w.changeTask,
    corrections:
      status === 'closed'
        ? []
        : postingSteps.map((step) => ({
            href: correctPath(id, step),
            label: w.changeOf(partNames(w)[step]),
          })),
    doLabel: w.doWith,
    actions: actionsOf(smallJob, w),
    print: w.printed,
    close,
    errors: f.errors(),
    ...(answersToday && {
      contact: { name: answersToday.name, phone: answersToday.phone ? phoneInWords(answersToday.phone) : '' },
    }),
    back: { href: '/firma/opgaver', label: w.allTasks },
    messages: {
      allerede: w.alreadyPosted,
      pause: w.pausedSaid,
      igen: w.resumedSaid,
      lukket: w.closedSaid,
    },
  };
}

function closeForm(f: FormView, id: string, w: EmployerPostWords, faults: Faults): TaskView['close'] {
  return {
    label: w.close,
    hint: w.closeHint,
    open: faults.list.some(({ field }) => field === 'reason' || field === 'note'),
    action: taskPath(id, '/luk'),
    reason: f.choice('reason', w.closeWhy, { options: optionsOf(w.closeReasons) }),
    note: f.input('note', w.closeNote, { optional: true, max: 300, lang: 'da' }),
    button: w.closeNow,
  };
}

function actionsOf({ id, status }: SmallJob, w: EmployerPostWords): TaskView['actions'] {
  const pause = { action: taskPath(id, '/pause'), label: w.pause, hint: w.pauseHint };
  const resume = { action: taskPath(id, '/genoptag'), label: w.resume, hint: '' };
  const duplicate = { action: taskPath(id, '/kopi'), label: w.duplicate, hint: '' };
  if (status === 'open' || status === 'filled') return [pause, duplicate];
  return status === 'paused' ? [resume, duplicate] : [duplicate];
}
