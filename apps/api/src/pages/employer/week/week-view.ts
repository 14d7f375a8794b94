import {
  addDays,
  dayInWords,
  localDateOf,
  monthName,
  Temporal,
  type Language,
  type LocalDate,
} from '#domain';
import type { CompanyShift } from '#use-cases';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { capital } from '../../words/index.js';
import { type ShiftWords, shiftWords } from '../../words/employer-week.js';
import { shiftRow, type RowFault, type ShiftRow } from './shift-row.js';
import { weekOf, type NamedWeek } from './week-of-year.js';

export interface WeekView {
  errors: ErrorSummaryView | null;
  heading: string;
  span: string;
  navigation: { href: string; label: string }[];
  /** Today and what comes stands first; of the days before there is a heading when there are both. */
  parts: { heading: string; days: DayView[] }[];
  /** The rows' forms come back to this week. */
  week: string;
  empty: { text: string; help: string } | null;
  more: { href: string; label: string }[];
}

interface DayView {
  heading: string;
  rows: ShiftRow[];
}

export const weekPage = page<WeekView>('employer/week');

interface WeekToShow {
  week: NamedWeek;
  shifts: readonly CompanyShift[];
  now: Temporal.Instant;
  language: Language;
  errors: ErrorSummaryView | null;
  fault?: RowFault;
}

export function weekView({ week, shifts, now, language, errors, fault }: WeekToShow): WeekView {
  const w = shiftWords[language];
  const today = localDateOf(now);
  const dates = [...new Set(shifts.map(({ shift }) => shift.date))].sort();
  const isLater = week.from > today;
  const dayView = (date: LocalDate): DayView => ({
    heading: capital(dayInWords(date, language)) + (date === today ? ` (${w.today})` : ''),
    rows: shifts
      .filter(({ shift }) => shift.date === date)
      .map((row) => shiftRow(row, now, w, language, fault)),
  });
  return {
    errors,
    heading: w.heading(String(week.number)),
    span: w.span(shortDay(week.from, language), shortDay(week.to, language)),
    navigation: navigationOf(week, today, w),
    parts: partsOf(dates.map(dayView), dates, today, w),
    week: week.key,
    empty: dates.length > 0 ? null : { text: w.none, help: isLater ? w.noneYet : w.noneHelp },
    more: [
      { href: `/firma/timer?maaned=${week.from.slice(0, 7)}`, label: w.hours },
      { href: '/firma/lukkedage', label: w.closingDays },
      { href: '/firma/kalender', label: w.calendar },
    ],
  };
}

function partsOf(
  days: readonly DayView[],
  dates: readonly LocalDate[],
  today: LocalDate,
  w: ShiftWords,
): WeekView['parts'] {
  const before = days.filter((_, at) => dates[at]! < today);
  const rest = days.filter((_, at) => dates[at]! >= today);
  if (before.length === 0 || rest.length === 0) return [{ heading: '', days: [...days] }];
  return [
    { heading: '', days: rest },
    { heading: w.earlier, days: before },
  ];
}

function navigationOf(week: NamedWeek, today: LocalDate, w: ShiftWords): WeekView['navigation'] {
  const to = (date: LocalDate, label: string) => ({ href: `/firma/uge?uge=${weekOf(date).key}`, label });
  const isNow = week.key === weekOf(today).key;
  return [
    to(addDays(week.from, -7), w.previous),
    ...(isNow ? [] : [{ href: '/firma/uge', label: w.thisWeek }]),
    to(addDays(week.from, 7), w.following),
  ];
}

/** "23. november", "23 November". */
function shortDay(date: LocalDate, language: Language): string {
  const { day, month } = Temporal.PlainDate.from(date);
  return language === 'da' ? `${day}. ${monthName(month, 'da')}` : `${day} ${monthName(month, 'en')}`;
}
