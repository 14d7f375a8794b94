import { postingSteps, type Language } from '#domain';
import {
  FormView,
  noFaults,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type About, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post.js';
import { TASKS } from './steps.js';

interface BeginView {
  heading: string;
  progress: string;
  lead: string;
  errors: ErrorSummaryView | null;
  sentence: InputView;
  next: string;
  orTile: string;
  tiles: { value: string; label: string }[];
}

const beginPage = page<BeginView>('employer/posting/begin');

/** Step 1: one line, or one tap. */
export function showBegin(language: Language, typed: Typed = {}, faults: Faults = noFaults): ShownPage {
  const w = employerPostWords[language];
  const f = new FormView(language, typed, faults);
  const sentence = f.input('sentence', w.sentence, { hint: w.sentenceHint, max: 300 });
  const view: BeginView & About = {
    title: w.newTask,
    heading: w.whatTitle,
    progress: w.stepOf('1', String(postingSteps.length)),
    lead: w.whatLead,
    sentence,
    next: w.next,
    orTile: w.orTile,
    tiles: Object.entries(w.tiles).map(([value, label]) => ({ value, label })),
    errors: f.errors(),
    back: { href: TASKS, label: w.allTasks },
  };
  return beginPage(view);
}
