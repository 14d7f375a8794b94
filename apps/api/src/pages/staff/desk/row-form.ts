import { FormView, type ErrorSummaryView, type Faults, type Typed } from '../../frame/form/index.js';
import type { SmallFormView, TapView } from './urgent-views.js';

/** What was pressed or sent and not done: shown again on its row, as it was filled in. */
export interface Refused {
  /** The address of the form. */
  action: string;
  typed: Typed;
  faults: Faults;
}

type FormParts = Partial<Omit<SmallFormView, 'action' | 'submit'>>;

/** One of many forms of a page: its fields are called after what it is about. */
export class RowForm {
  private readonly f: FormView;
  readonly isRefused: boolean;

  constructor(
    private readonly action: string,
    private readonly id: string,
    refused: Refused | undefined,
  ) {
    this.isRefused = refused?.action === action;
    this.f = this.isRefused ? new FormView('da', refused!.typed, refused!.faults) : new FormView('da');
  }

  input(...about: Parameters<FormView['input']>): ReturnType<FormView['input']> {
    return this.own(this.f.input(...about));
  }

  select(...about: Parameters<FormView['choice']>): ReturnType<FormView['choice']> {
    return this.own(this.f.choice(...about));
  }

  textarea(...about: Parameters<FormView['textarea']>): ReturnType<FormView['textarea']> {
    return this.own(this.f.textarea(...about));
  }

  made(submit: string, parts: FormParts): SmallFormView {
    const none = { heading: '', selects: [], inputs: [], areas: [], tick: null, fields: [] };
    return { ...none, ...parts, action: this.action, submit };
  }

  /** With links to the fields by their own names. */
  errors(): ErrorSummaryView['errors'] {
    const found = this.isRefused ? (this.f.errors()?.errors ?? []) : [];
    return found.map(({ href, text }) => ({
      href: href.replace(/^#(felt-[a-z]+)(-1)?$/, `#$1-${this.id}$2`),
      text,
    }));
  }

  private own<V extends { id: string; describedBy: string }>(view: V): V {
    const id = `${view.id}-${this.id}`;
    return { ...view, id, describedBy: view.describedBy.replaceAll(view.id, id) };
  }
}

export const tapOf = (
  action: string,
  label: string,
  fields: Readonly<Record<string, string>> = {},
): TapView => ({
  action,
  label,
  about: '',
  first: false,
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
});
