import type { Language } from '#domain';
import { correctable, type Correctable } from '#use-cases';
import { oneOf, text } from '../../../http/fields/index.js';
import {
  FormView,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyDataWords } from '../../words/citizen-my-data.js';

const LONGEST = 1000;

export class CorrectionForm {
  @oneOf(correctable) about!: Correctable;
  @text({ max: LONGEST, multiline: true, example: 'Jeg kan først møde kl. 9' }) words!: string;
}

interface CorrectionView {
  heading: string;
  hint: string;
  about: ChoiceView;
  words: TextareaView;
  send: string;
  errors: ErrorSummaryView | null;
}

const shown = page<CorrectionView>('citizen/my-correction');

export function correctionPageOf(
  language: Language,
  typed: Typed = {},
  faults: Faults = noFaults,
): ShownPage {
  const w = citizenMyDataWords[language];
  const form = new FormView(language, typed, faults);
  return shown({
    title: w.wrongTitle,
    language,
    readAloud: true,
    back: { href: '/min-side/om-mig', label: w.title },
    heading: w.wrongTitle,
    hint: w.wrongHint,
    about: form.choice('about', w.whatAbout, {
      options: correctable.map((value) => ({ value, label: w.parts[value] })),
    }),
    words: form.textarea('words', w.ownWordsAbout, { hint: w.ownWordsHint, rows: 4, max: LONGEST }),
    send: w.send,
    errors: form.errors(),
  });
}
