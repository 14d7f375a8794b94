import type { PageLanguage } from '../../../http/page-language.js';
import { inDanishOrEnglish } from '../../../http/page-language.js';
import { frameWords } from '../../words/index.js';
import type { FormFault, Faults } from './faults.js';
import { noFaults } from './faults.js';
import { typedText, typedTexts, type Typed } from './form-body.js';

/** What every field shows: templates/partials/page-field-head.hbs. */
interface Common {
  id: string;
  name: string;
  label: string;
  hint: string;
  /** As it is typed, also when it is wrong. */
  value: string;
  error: string;
  required: boolean;
  /** "(frivilligt)" behind the label; empty for a required field. */
  mark: string;
  /** The ids of hint and error; empty when there are none. */
  describedBy: string;
  errorWord: string;
}

export interface InputView extends Common {
  type: string;
  inputmode: string;
  autocomplete: string;
  suffix: string;
  maxlength: string;
  width: '' | 'xs' | 's' | 'm' | 'l';
  lang: string;
}

export interface TextareaView extends Common {
  rows: number;
  maxlength: string;
}

export interface ChoiceView extends Common {
  options: OptionView[];
}

export interface OptionView {
  id: string;
  value: string;
  label: string;
  hint: string;
  chosen: boolean;
}

export interface ErrorSummaryView {
  heading: string;
  errors: { href: string; text: string }[];
}

interface About {
  hint?: string;
  /** Without it the field must be filled in. */
  optional?: boolean;
  /** Shown when nothing has been typed yet. */
  value?: string;
}

interface InputAbout extends About {
  type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'search';
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autocomplete?: string;
  suffix?: string;
  max?: number;
  width?: 'xs' | 's' | 'm' | 'l';
  lang?: string;
}

interface ChoiceAbout extends Omit<About, 'value'> {
  options: readonly { value: string; label: string; hint?: string }[];
  value?: string | readonly string[];
}

/**
 * Makes the fields of one form, with what was typed and what is wrong:
 *
 *     const f = new FormView('da', typed, faults);
 *     const form = { title: f.input('title', w.whatToDo, { hint: w.oneLine }), ... };
 *     return { form, errors: f.errors() };   // errors() last: it knows the labels then
 */
export class FormView {
  private readonly labels = new Map<string, { label: string; id: string }>();
  private readonly w;

  constructor(
    private readonly language: PageLanguage,
    private readonly typed: Typed = {},
    private readonly faults: Faults = noFaults,
  ) {
    this.w = frameWords[language];
  }

  input(name: string, label: string, about: InputAbout = {}): InputView {
    const { type = 'text', inputmode = '', autocomplete = 'off', suffix = '', max, width, lang = '' } = about;
    return {
      ...this.common(name, label, about),
      type,
      inputmode,
      autocomplete,
      suffix,
      maxlength: max === undefined ? '' : String(max),
      width: width ?? '',
      lang,
    };
  }

  /** A text field with the keyboard of figures: `type="number"` loses what it does not understand. */
  number(name: string, label: string, about: InputAbout = {}): InputView {
    return this.input(name, label, { inputmode: 'numeric', width: 's', ...about });
  }

  /** Read by `kroner()`. */
  money(name: string, label: string, about: InputAbout = {}): InputView {
    return this.input(name, label, { inputmode: 'decimal', width: 's', suffix: 'kr.', ...about });
  }

  /** Read by `day()`; the value is "2026-11-30". */
  date(name: string, label: string, about: InputAbout = {}): InputView {
    return this.input(name, label, { type: 'date', width: 'm', ...about });
  }

  /** Read by `clockTime()`; the value is "08:30". */
  time(name: string, label: string, about: InputAbout = {}): InputView {
    return this.input(name, label, { type: 'time', width: 's', ...about });
  }

  textarea(name: string, label: string, about: About & { rows?: number; max?: number } = {}): TextareaView {
    const { rows = 4, max } = about;
    return {
      ...this.common(name, label, about),
      rows,
      maxlength: max === undefined ? '' : String(max),
    };
  }

  /** Radio buttons, or a select (the partial decides). */
  choice(name: string, label: string, about: ChoiceAbout): ChoiceView {
    const { options, value, ...rest } = about;
    const common = this.common(name, label, { ...rest, value: [value ?? ''].flat()[0] ?? '' }, '-1');
    return { ...common, options: this.options(name, options, [common.value]) };
  }

  /** Check boxes with one name, read by `list(...)`; or one, read by `tick()`. */
  choices(name: string, label: string, about: ChoiceAbout): ChoiceView {
    const { options, value, ...rest } = about;
    const common = this.common(name, label, { optional: true, ...rest }, '-1');
    const chosen = this.wasTyped ? typedTexts(this.typed, name) : [value ?? []].flat();
    return {
      ...common,
      mark: rest.optional === undefined ? '' : common.mark,
      options: this.options(name, options, chosen),
    };
  }

  /** What is wrong, on top of the page; null when nothing is. */
  errors(): ErrorSummaryView | null {
    const { list } = this.faults;
    if (list.length === 0) return null;
    const errors = list.map((fault) => {
      const place = this.labels.get(fault.field);
      return { href: place ? `#${place.id}` : '', text: this.textOf(fault, place?.label ?? '') };
    });
    return { heading: this.w.pleaseCorrect, errors: unique(errors) };
  }

  private get wasTyped(): boolean {
    return Object.keys(this.typed).length > 0;
  }

  private common(name: string, label: string, about: About, firstOption = ''): Common {
    const { hint = '', optional = false, value = '' } = about;
    const id = `felt-${name.replaceAll('.', '-')}`;
    this.labels.set(name, { label, id: id + firstOption });
    const found = this.faults.list.find(({ field }) => field === name);
    const error = found ? this.textOf(found, label) : '';
    return {
      id,
      name,
      label,
      hint,
      value: this.wasTyped ? typedText(this.typed, name) : value,
      error,
      required: !optional,
      mark: optional ? `(${this.w.optional})` : '',
      describedBy: [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' '),
      errorWord: this.w.error,
    };
  }

  private options(name: string, options: ChoiceAbout['options'], chosen: readonly string[]): OptionView[] {
    return options.map(({ value, label, hint = '' }, place) => ({
      id: `felt-${name.replaceAll('.', '-')}-${place + 1}`,
      value,
      label,
      hint,
      chosen: chosen.includes(value),
    }));
  }

  private textOf({ kind, text }: FormFault, label: string): string {
    const words = text[inDanishOrEnglish(this.language)];
    if (kind === 'missing' || kind === 'not-a-choice') return this.w.missing(label);
    return kind === 'rule' || label === '' ? words : `${this.w.mark(label)} ${words}.`;
  }
}

const unique = <T extends { text: string }>(errors: T[]): T[] =>
  errors.filter((one, place) => errors.findIndex(({ text }) => text === one.text) === place);
