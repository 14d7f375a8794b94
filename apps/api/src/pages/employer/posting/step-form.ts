import type { AnswersChange, Company, Language, LocalDate, PostingAnswers } from '#domain';
import type { CallableContact, PayGuide } from '#use-cases';
import { ShapeError } from '../../../http/shape-error.js';
import type { Class } from '../../../http/fields/index.js';
import { readForm, type FieldsOfRefusals, type FormView, type Typed } from '../../frame/form/index.js';
import type { EmployerPostWords } from '../../words/employer-post.js';

/** What a step may have to know besides the answers. */
export interface StepContext {
  language: Language;
  today: LocalDate;
  company: Company;
  /** Whoever is signed in, to be proposed as the one who receives. */
  person: { name: string; phone: string };
  contacts: CallableContact[];
  guide: PayGuide;
  /** The task has been posted and is being changed. */
  posted: boolean;
  w: EmployerPostWords;
}

/** One step of describing a task: its fields, its view, and how the fields become answers. */
interface StepForm<Fields extends object, View extends object> {
  type: Class<Fields>;
  view(form: FormView, answers: PostingAnswers, context: StepContext): View;
  /** The line above the fields. */
  lead?(answers: PostingAnswers, context: StepContext): string;
  answers(fields: Fields, answers: PostingAnswers, context: StepContext): AnswersChange;
  /** The names of the fields that must be filled in before going on; saving for later asks for none. */
  needed(fields: Fields): (keyof Fields & string)[];
  /** What has words of its own when it is missing. @throws DomainError */
  refuse?(fields: Fields, context: StepContext): void;
  /** Which of the fields a refusal of the domain is about, as they were typed. */
  at?(typed: Typed): FieldsOfRefusals;
}

/** A step whose types nobody outside has to know. */
export interface AnyStep {
  view(form: FormView, answers: PostingAnswers, context: StepContext): object;
  /** Empty where the heading says enough. */
  lead(answers: PostingAnswers, context: StepContext): string;
  at(typed: Typed): FieldsOfRefusals;
  /** @throws ShapeError naming every field that is wrong; missing ones only when `whole` */
  read(typed: Typed, answers: PostingAnswers, context: StepContext, whole: boolean): AnswersChange;
  /**
   * Of a task that is posted: only what differs from what the page showed. What nobody touched stays as it is, also
   * what no field can say, and what somebody else has changed since the page was opened. @throws as `read`
   */
  change(typed: Typed, before: Before, answers: PostingAnswers, context: StepContext): AnswersChange;
}

/** What stood in the fields, and the answers of the task. */
export interface Before {
  shown: Typed;
  answers: PostingAnswers;
}

export function step<Fields extends object, View extends object>(form: StepForm<Fields, View>): AnyStep {
  const read: AnyStep['read'] = (typed, answers, context, whole) => {
    const fields = readForm(form.type, typed);
    if (whole) {
      refuseMissing(form.needed(fields));
      form.refuse?.(fields, context);
    }
    return form.answers(fields, answers, context);
  };
  return {
    view: (view, answers, context) => form.view(view, answers, context),
    lead: (answers, context) => form.lead?.(answers, context) ?? '',
    at: (typed) => form.at?.(typed) ?? {},
    read,
    change: (typed, before, answers, context) =>
      differing(
        read(typed, answers, context, true),
        unlessMisshapen(() => read(before.shown, before.answers, context, false)),
      ),
  };
}

/** A title that came from elsewhere may be longer than a field takes: then there is nothing to compare with. */
function unlessMisshapen(read: () => AnswersChange): AnswersChange {
  try {
    return read();
  } catch (error) {
    if (error instanceof ShapeError) return {};
    throw error;
  }
}

/** What is another value than before; of the demands, which are merged, each for itself. */
function differing<T extends object>(after: T, before: Partial<T>): T {
  const entries = Object.entries(after) as [keyof T & string, unknown][];
  return Object.fromEntries(
    entries
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))
      .map(([name, value]) => [
        name,
        name === 'demands' ? differing(value as object, before[name] ?? {}) : value,
      ]),
  ) as T;
}

/** As the frame words what is empty: "Udfyld »label«." */
function refuseMissing(names: readonly string[]): void {
  if (names.length === 0) return;
  throw new ShapeError(names.map((path) => ({ path, text: { da: 'mangler', en: 'is missing' } })));
}

/** Options of a choice, from the words of a closed list. */
export const optionsOf = <Key extends string>(
  words: Readonly<Record<Key, string>>,
): { value: string; label: string }[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));

/** A number that came from elsewhere is a choice too: otherwise the list would say another one, and save it. */
export const withChoice = (
  options: { value: string; label: string }[],
  value: number,
  label: string,
): { value: string; label: string }[] =>
  options.some((option) => option.value === String(value))
    ? options
    : [...options, { value: String(value), label }];

/** Options whose values are numbers; the words are named after them: `kg5`, `m30`. */
export const numbered = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([name, label]) => ({ value: name.replace(/^\D+/, ''), label }));
