import {
  addDays,
  instantOf,
  isBefore,
  refuseUnless,
  Temporal,
  weekdayOf,
  type Holidays,
  type LocalDate,
} from '../kernel/index.js';
import type { ClosingDays } from './company.js';

/** Whoever was told "no work that week" gets at least so long to hear that there is work after all. */
const NOTICE_HOURS = 48;

/** Closing days are taken back before they begin, and only while everybody can still hear of it in good time. */
export function canReopen(days: ClosingDays, now: Temporal.Instant): boolean {
  const notice = days.cancelledShiftIds.length === 0 ? 0 : NOTICE_HOURS;
  return isBefore(now.add({ hours: notice }), instantOf(days.from, '00:00'));
}

/** So far ahead the calendar looks, and so long a company is closed by a tap: the twelve months from a day. */
export const aYearFrom = (day: LocalDate): LocalDate => addDays(day, 366);

/**
 * Days that a company can close: they come, in order, and are no more than a year.
 *
 * @throws company.closing-days-invalid, company.closing-days-past, company.closing-days-too-long
 */
export function checkClosing({ from, to }: Pick<ClosingDays, 'from' | 'to'>, today: LocalDate): void {
  refuseUnless(from <= to, 'company.closing-days-invalid');
  refuseUnless(from >= today, 'company.closing-days-past');
  refuseUnless(to <= aYearFrom(from), 'company.closing-days-too-long');
}

/** Days on which many companies are closed: one tap instead of two dates. Most of them are custom, not law. */
export const closingKinds = [
  'week-7',
  'week-8',
  'before-easter',
  'may-1',
  'bridge-day',
  'june-5',
  'summer',
  'week-42',
  'december-24',
  'after-christmas',
] as const;
export type ClosingKind = (typeof closingKinds)[number];

export interface ClosingSuggestion {
  kind: ClosingKind;
  from: LocalDate;
  to: LocalDate;
}

/** The suggestions of the next twelve months, in order, without those that have begun or are closed already. */
export function closingSuggestions(
  today: LocalDate,
  holidays: Holidays,
  closed: readonly ClosingDays[],
): ClosingSuggestion[] {
  const { year } = Temporal.PlainDate.from(today);
  const last = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  return [...customOf(year), ...customOf(year + 1), ...aroundHolidays(holidays)]
    .filter(({ from, to }) => from > today && to < last)
    .filter(({ from, to }) => !isDayOff(from, to, holidays))
    .filter(({ from, to }) => !closed.some((days) => days.from <= from && to <= days.to))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** One day that is a holiday or falls on a weekend needs no closing. */
const isDayOff = (from: LocalDate, to: LocalDate, holidays: Holidays): boolean =>
  from === to && (weekdayOf(from) > 5 || holidays.has(from));

function customOf(year: number): ClosingSuggestion[] {
  const day = (kind: ClosingKind, date: LocalDate) => ({ kind, from: date, to: date });
  const week = (kind: ClosingKind, number: number, weeks = 1): ClosingSuggestion => {
    const monday = mondayOfWeek(year, number);
    return { kind, from: monday, to: addDays(monday, 7 * weeks - 3) };
  };
  return [
    week('week-7', 7),
    week('week-8', 8),
    day('may-1', `${year}-05-01`),
    day('june-5', `${year}-06-05`),
    week('summer', 29, 3),
    week('week-42', 42),
    day('december-24', `${year}-12-24`),
    { kind: 'after-christmas', from: `${year}-12-27`, to: `${year}-12-31` },
  ];
}

/**
 * The three days before Maundy Thursday, and the Friday after a holiday on a Thursday. When Easter falls is read
 * from the public holidays: two of them, Thursday and Friday, in March or April.
 */
function aroundHolidays(holidays: Holidays): ClosingSuggestion[] {
  const thursdays = [...holidays].filter((day) => weekdayOf(day) === 4);
  return thursdays.flatMap((thursday): ClosingSuggestion[] => {
    const friday = addDays(thursday, 1);
    if (!holidays.has(friday)) return [{ kind: 'bridge-day', from: friday, to: friday }];
    const { month } = Temporal.PlainDate.from(thursday);
    if (month !== 3 && month !== 4) return [];
    return [{ kind: 'before-easter', from: addDays(thursday, -3), to: addDays(thursday, -1) }];
  });
}

/** ISO 8601: week 1 is the one with 4 January. */
export function mondayOfWeek(year: number, week: number): LocalDate {
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
}
