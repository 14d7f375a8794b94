import { addDays, instantOf, weekdayOf, type Holidays, type LocalDate, type Temporal } from '#domain';

/** The moment the people move in. Everything with a date is so long before or after it. */
export interface DemoDay {
  now: Temporal.Instant;
  today: LocalDate;
  /** Public holidays a year back and a year ahead. */
  holidays: Holidays;
}

/** The Monday so many weeks after this week's; before it, when the number is negative. */
export const mondayIn = ({ today }: DemoDay, weeks: number): LocalDate =>
  addDays(today, 1 - weekdayOf(today) + 7 * weeks);

export const hoursAgo = ({ now }: DemoDay, hours: number): Temporal.Instant => now.subtract({ hours });

/** A time of the day so many days before a date. */
export const daysBefore = (date: LocalDate, days: number, time = '10:00'): Temporal.Instant =>
  instantOf(addDays(date, -days), time);
