import { addDays, Temporal, weekdayOf, type LocalDate } from '../kernel/index.js';

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** The Mondays of so many weeks, this one last. */
export function lastMondays(today: LocalDate, weeks: number): LocalDate[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeks }, (_, at) => addDays(monday, 7 * (at - weeks + 1)));
}

export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`;

export const lastOfMonth = (date: LocalDate): LocalDate =>
  Temporal.PlainYearMonth.from(date.slice(0, 7)).toPlainDate({ day: 31 }).toString();

/** A calendar year of the monitoring table; `isPart`: it has not ended. */
export interface MonitoredYear {
  year: number;
  from: LocalDate;
  to: LocalDate;
  isPart: boolean;
}

/** So many years up to the one that `today` is in; that one only so far. */
export function monitoredYears(today: LocalDate, years: number): MonitoredYear[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: years }, (_, at) => {
    const year = last - years + 1 + at;
    const isPart = year === last && today < `${year}-12-31`;
    return { year, from: `${year}-01-01`, to: isPart ? today : `${year}-12-31`, isPart };
  });
}
