import { localTimeOf, monthVersion, shortId, type Language, type MonthLine } from '#domain';
import {
  FormView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import type { MonthWords } from '../../words/employer-week.js';

/** *Ret*: the times of one shift, to be written as they were. */
export interface CorrectionView {
  label: string;
  open: boolean;
  version: string;
  arrived: InputView;
  left: InputView;
  breakMinutes: InputView;
  save: string;
  /** "Var her ikke den dag"; empty where that is known. */
  notHere: string;
}

/** What was sent and not done. */
export interface SentRow {
  faults: Faults;
  /** Whose times were typed, and how; none where a button was pressed. */
  shiftId?: string;
  typed?: Typed;
  /** Whose button was pressed: the shift is not as it was seen. */
  pressed?: string;
}

export function correctionView(
  line: MonthLine,
  language: Language,
  w: MonthWords,
  sent: SentRow | undefined,
): CorrectionView {
  const isAbsent = line.standing === 'not-worked';
  const { fields, errors } = correctionForm(line, language, w, sent);
  return {
    label: isAbsent ? w.wasHere : w.correct,
    open: errors !== null,
    version: monthVersion([line]),
    ...fields,
    save: w.saveCorrection,
    notHere: isAbsent ? '' : w.wasNotHere,
  };
}

/** The fields of a row have names of their own, so that there can be many on a page. */
export function correctionForm(
  { shift }: MonthLine,
  language: Language,
  w: MonthWords,
  sent: SentRow | undefined,
): { fields: Pick<CorrectionView, 'arrived' | 'left' | 'breakMinutes'>; errors: ErrorSummaryView | null } {
  const own = sent?.shiftId === shift.id ? sent : undefined;
  const named = (field: string): string => (field === '' ? '' : `${field}-${shortId(shift)}`);
  const faults = own && {
    ...own.faults,
    list: own.faults.list.map((fault) => ({ ...fault, field: named(fault.field) })),
  };
  const form = new FormView(language, own?.typed, faults);
  const came = shift.state === 'late' && shift.arrivedAt ? localTimeOf(shift.arrivedAt) : shift.start;
  const left = shift.leftAt ? localTimeOf(shift.leftAt) : shift.end === '24:00' ? '00:00' : shift.end;
  const fields = {
    arrived: form.time(named('arrived'), w.arrived, { value: came }),
    left: form.time(named('left'), w.leftAt, { value: left }),
    breakMinutes: form.number(named('breakMinutes'), w.breakMinutes, {
      value: String(shift.breakMinutes),
      width: 'xs',
    }),
  };
  return { fields, errors: form.errors() };
}

/** Back from the names of a row, `arrived-<the end of its id>`, to those of the form. */
export const ofTheRow = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name.replace(/-[0-9a-f]{12}$/, ''), value]),
  );
