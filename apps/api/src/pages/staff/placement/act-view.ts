import type {
  ChoiceView,
  ErrorSummaryView,
  FormView,
  InputView,
  TextareaView,
} from '../../frame/form/index.js';
import type { Faults, Typed } from '../../frame/form/index.js';

/** Something to do about what a page shows: templates/partials/page-desk-act.hbs. */
export interface ActView {
  /** Also where its address leads back to when it was refused. */
  id: string;
  label: string;
  /** What it means, before it is done; empty for none. */
  help: string;
  action: string;
  /** What is sent along unseen, as a mark of what stood there. */
  hidden?: { name: string; value: string }[];
  fields: ActField[];
  button: string;
  /** `first` for the one thing that comes next. */
  look: 'first' | 'next';
  /** Folded away until it is wanted, or until something in it is wrong. */
  open: boolean;
}

interface ActField {
  kind: 'page-input' | 'page-radios' | 'page-select' | 'page-checkboxes' | 'page-textarea' | 'page-desk-tick';
  field: InputView | ChoiceView | TextareaView;
}

export const asInput = (field: InputView): ActField => ({ kind: 'page-input', field });
export const asRadios = (field: ChoiceView): ActField => ({ kind: 'page-radios', field });
export const asSelect = (field: ChoiceView): ActField => ({ kind: 'page-select', field });
export const asBoxes = (field: ChoiceView): ActField => ({ kind: 'page-checkboxes', field });
/** One box on its own. */
export const asTick = (field: ChoiceView): ActField => ({ kind: 'page-desk-tick', field });
export const asTextarea = (field: TextareaView): ActField => ({ kind: 'page-textarea', field });

/** The form of a page that was refused: it is shown as it was filled in, and the others as they were. */
export interface Refused {
  act: string;
  typed: Typed;
  faults: Faults;
}

/** What one form of several gets: what was typed into it, and nothing of the others. */
export const ofAct = (act: string, refused: Refused | undefined): [Typed?, Faults?] =>
  refused?.act === act ? [refused.typed, refused.faults] : [];

/** What is wrong in whichever form it was. */
export const firstErrors = (forms: readonly FormView[]): ErrorSummaryView | null =>
  forms.map((form) => form.errors()).find((errors) => errors !== null) ?? null;
