import { dayInWords, firstName, monthName, Temporal, type Language, type LocalDate } from '#domain';
import type { ClosingCalendarRecord } from '#use-cases';
import {
  FormView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { type ClosingWords, closingWords } from '../../words/employer-week.js';

interface ClosingDaysView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  coming: { label: string; none: string; items: ComingView[] };
  often: { label: string; items: { name: string; days: string; would: string; href: string }[] };
  other: { label: string; from: InputView; to: InputView; reason: InputView; button: string };
  holidays: { label: string; help: string; items: { day: string; name: string }[] };
}

interface ComingView {
  days: string;
  reason: string;
  cancelled: string;
  /** Where it is taken back; empty when that is too late. */
  takeBack: string;
  button: string;
  about: string;
  tooLate: string;
}

export const closingDaysPage = page<ClosingDaysView>('employer/closing-days');

/** As many suggestions as one looks through at a glance. */
const SUGGESTIONS = 5;
const HOLIDAYS = 8;

interface ClosingDaysToShow {
  calendar: ClosingCalendarRecord;
  language: Language;
  contact: { name: string } | null;
  typed?: Typed;
  faults?: Faults;
}

export function closingDaysView(show: ClosingDaysToShow): ClosingDaysView {
  const { calendar, language, contact, typed, faults } = show;
  const w = closingWords[language];
  const form = new FormView(language, typed, faults);
  const other = {
    label: w.other,
    from: form.date('from', w.from),
    to: form.date('to', w.to),
    reason: form.input('reason', w.reason, { optional: true, max: 200, hint: w.reasonHint, lang: 'da' }),
    button: w.preview,
  };
  const c = contact ? firstName(contact) : '';
  return {
    errors: form.errors(),
    heading: w.heading,
    intro: w.intro,
    coming: {
      label: w.coming,
      none: w.noneYet,
      items: calendar.closingDays.map((row) => comingView(row, language, c)),
    },
    often: {
      label: w.often,
      items: calendar.suggestions.slice(0, SUGGESTIONS).map(({ kind, from, to, shifts }) => ({
        name: w.kinds[kind],
        days: daysInWords(from, to, language),
        would: shifts === 0 ? w.wouldNone : shifts === 1 ? w.wouldOne : w.would(String(shifts)),
        href: `/firma/lukkedage/ny?from=${from}&to=${to}&reason=${encodeURIComponent(closingWords.da.kinds[kind])}`,
      })),
    },
    other,
    holidays: {
      label: w.holidays,
      help: w.holidaysHelp,
      items: calendar.holidays
        .slice(0, HOLIDAYS)
        .map(({ day, name }) => ({ day: dayInWords(day, language), name })),
    },
  };
}

function comingView(
  { id, from, to, reason, cancelledShiftIds, canReopen }: ClosingCalendarRecord['closingDays'][number],
  language: Language,
  c: string,
): ComingView {
  const w = closingWords[language];
  const days = daysInWords(from, to, language);
  return {
    days,
    reason: reason ?? '',
    cancelled: cancelledInWords(cancelledShiftIds.length, w),
    takeBack: canReopen ? `/firma/lukkedage/${id}/fortryd` : '',
    button: w.takeBack,
    about: w.aboutDays(days),
    tooLate: canReopen ? '' : w.tooLate(c),
  };
}

function cancelledInWords(shifts: number, w: ClosingWords): string {
  if (shifts === 0) return w.cancelledNone;
  return shifts === 1 ? w.cancelledOne : w.cancelledSome(String(shifts));
}

interface SureView {
  heading: string;
  means: string;
  takeBack: string;
  from: string;
  to: string;
  reason: string;
  yes: string;
  no: string;
}

export const surePage = page<SureView>('employer/closing-sure');

interface SureToShow {
  from: LocalDate;
  to: LocalDate;
  reason: string;
  shifts: number;
  people: number;
  language: Language;
}

/** What it means, before it is done: how many shifts of how many people. */
export function sureView({ from, to, reason, shifts, people, language }: SureToShow): SureView {
  const w = closingWords[language];
  const who = people === 1 ? w.onePerson : w.people(String(people));
  return {
    heading: w.sureHeading(daysInWords(from, to, language)),
    means: shifts === 0 ? w.sureNone : shifts === 1 ? w.sureOne : w.sureSome(String(shifts), who),
    takeBack: w.canTakeBack,
    from,
    to,
    reason,
    yes: w.yes,
    no: w.no,
  };
}

/** "torsdag den 24. december", "fra den 27. til den 31. december", "from 27 to 31 December". */
export function daysInWords(from: LocalDate, to: LocalDate, language: Language): string {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (from === to) return dayInWords(from, language);
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const part = (day: Temporal.PlainDate, short: boolean): string => {
    const month = short ? '' : ` ${monthName(day.month, language)}`;
    const year = short || sameYear ? '' : ` ${day.year}`;
    return language === 'da' ? `den ${day.day}.${month}${year}` : `${day.day}${month}${year}`;
  };
  return language === 'da'
    ? `fra ${part(first, sameMonth)} til ${part(last, false)}`
    : `from ${part(first, sameMonth)} to ${part(last, false)}`;
}
