import { dayInWords, type Company, type LocalDate } from '#domain';
import type { ClosingCalendarRecord, PlannedThere } from '#use-cases';
import { text } from '../../../http/fields/index.js';
import {
  day,
  FormView,
  said,
  type ErrorSummaryView,
  type Faults,
  type FieldsOfRefusals,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';

export class ClosingForm {
  @day({ example: '2026-12-24' }) fra!: string;
  @day({ example: '2027-01-03' }) til!: string;
  @text({ max: 200, optional: true, example: 'Juleferie' }) grund?: string;
}

interface ClosingView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  none: string;
  rows: { days: string; reason: string; takeBack: string; label: string; button: string; tooLate: string }[];
  add: string;
  action: string;
  from: InputView;
  to: InputView;
  reason: InputView;
  see: string;
  /** What it would cancel, once somebody has asked. */
  sure: { text: string; yes: string } | null;
}

export const closingPage = page<ClosingView>('staff/companies/closing');

interface ClosingToShow {
  company: Company;
  calendar: ClosingCalendarRecord;
  typed?: Typed | undefined;
  faults?: Faults | undefined;
  would?: PlannedThere;
}

export function closingView({ company, calendar, typed, faults, would }: ClosingToShow): ClosingView {
  const form = new FormView('da', typed, faults);
  const at = `/kommune/virksomheder/${company.id}/lukkedage`;
  return {
    heading: w.closingHeading(company.name),
    intro: w.closingIntro,
    none: w.noClosing,
    rows: calendar.closingDays.map(({ id, from, to, reason, canReopen }) => ({
      days: daysOf(from, to),
      reason: reason ?? '',
      takeBack: canReopen ? `${at}/${id}/fortryd` : '',
      label: w.takeBackOf(daysOf(from, to)),
      button: w.takeBack,
      tooLate: canReopen ? '' : w.tooLate,
    })),
    add: w.closingAdd,
    action: at,
    from: form.date('fra', w.closingFrom),
    to: form.date('til', w.closingTo),
    reason: form.input('grund', w.closingReason, { hint: w.closingReasonHint, optional: true, max: 200 }),
    see: w.seeClosing,
    sure: would ? { text: w.would(would.shifts, would.people), yes: w.yesClose } : null,
    errors: form.errors(),
  };
}

const daysOf = (from: LocalDate, to: LocalDate): string => w.days(dayInWords(from), dayInWords(to));

const words = { da: w, en: w };
export const refusalsOfClosing: FieldsOfRefusals = {
  'company.closing-days-invalid': said(words, (one) => one.closingBackwards, 'til'),
  'company.closing-days-past': said(words, (one) => one.closingPast, 'fra'),
  'company.closing-days-too-long': said(words, (one) => one.closingTooLong, 'til'),
  'company.closing-days-too-late': said(words, (one) => one.tooLate),
};
