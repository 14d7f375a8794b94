import { addDays, instantOf, localDateOf, weekdayOf, type LocalDate, type LocalTime } from './local-time.js';
import { Temporal } from './temporal.js';

/** Public holidays as a set of days; they are dated rows, given to whatever needs them. */
export type Holidays = ReadonlySet<LocalDate>;

export const isWorkingDay = (date: LocalDate, holidays: Holidays): boolean =>
  weekdayOf(date) <= 5 && !holidays.has(date);

export function nextWorkingDay(after: LocalDate, holidays: Holidays): LocalDate {
  let day = addDays(after, 1);
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** A wall time on the next working day after the day of `instant`. */
export const onNextWorkingDay = (
  instant: Temporal.Instant,
  time: LocalTime,
  holidays: Holidays,
): Temporal.Instant => instantOf(nextWorkingDay(localDateOf(instant), holidays), time);
