import type { ChoiceView, ErrorSummaryView, InputView, TextareaView } from '../../frame/form/index.js';

/** A button that is a form of its own: one tap. */
export interface TapView {
  action: string;
  label: string;
  /** For who hears the buttons without the row around them. */
  about: string;
  first: boolean;
  fields: { name: string; value: string }[];
}

/** What opens under a row: more taps, and forms with something to fill in. */
export interface FoldView {
  label: string;
  hint: string;
  /** Where something was filled in wrongly. */
  open: boolean;
  taps: TapView[];
  forms: SmallFormView[];
  errors: ErrorSummaryView['errors'];
}

export interface SmallFormView {
  action: string;
  heading: string;
  selects: ChoiceView[];
  inputs: InputView[];
  areas: TextareaView[];
  tick: { id: string; name: string; label: string } | null;
  fields: { name: string; value: string }[];
  submit: string;
}

export interface TapsView {
  taps: TapView[];
  links: { href: string; label: string }[];
  folds: FoldView[];
}

/** templates/partials/page-desk-urgent-line.hbs */
export interface LineView extends TapsView {
  id: string;
  tone: 'now' | 'late' | 'calm';
  mark: string;
  head: string;
  href: string;
  place: string;
  since: { iso: string; text: string } | null;
  below: string[];
  /** Who has it and what stops, in sentences. */
  state: string[];
  who: string;
  notes: string[];
  calls: { href: string; label: string; about: string }[];
}
