import { Temporal } from './temporal.js';

/** The one time zone of the product; every local date and wall time is read in it. */
export const ZONE = 'Europe/Copenhagen';

/** A Copenhagen day, `2026-11-30`. */
export type LocalDate = string;
/** A wall time `08:00`; `24:00` is allowed as an end. */
export type LocalTime = string;
/** An instant inside a JSON document, ISO 8601 in UTC. Columns of their own hold `Temporal.Instant`. */
export type IsoInstant = string;
/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A slot of the week in wall time. An end that is not after the start means the next day. */
export interface WeeklySlot {
  weekday: Weekday;
  start: LocalTime;
  end: LocalTime;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const isLocalTime = (text: string): boolean => TIME.test(text);

/** True for a day that exists; `2026-02-30` does not. */
export function isLocalDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Minutes since midnight; `24:00` is 1440. */
export function minutesOfDay(time: LocalTime): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** Length of a slot in wall minutes: the real minutes on every night but the two when the clock changes. */
export function slotMinutes(slot: { start: LocalTime; end: LocalTime }): number {
  const length = minutesOfDay(slot.end) - minutesOfDay(slot.start);
  return length > 0 ? length : length + 1440;
}

/**
 * The instant of a wall time on a Copenhagen day.
 *
 * The one written rule for clock changes (ADR 0006): in the spring gap the time moves forward by the hour
 * that does not exist, in the autumn fold the first of the two is meant (Temporal's "compatible").
 */
export function instantOf(date: LocalDate, time: LocalTime): Temporal.Instant {
  const minutes = minutesOfDay(time);
  const day = Temporal.PlainDate.from(date).add({ days: minutes === 1440 ? 1 : 0 });
  const wall = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: wall }).toInstant();
}

/** Where a slot lies in real time. */
export interface Span {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** Start and end instants of a slot on a day. */
export function slotInstants(date: LocalDate, slot: { start: LocalTime; end: LocalTime }): Span {
  const overnight = slot.end !== '24:00' && minutesOfDay(slot.end) <= minutesOfDay(slot.start);
  const endDate = overnight ? addDays(date, 1) : date;
  return { startsAt: instantOf(date, slot.start), endsAt: instantOf(endDate, slot.end) };
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Days since 1970-01-01: whole numbers that sort as the days do. */
export const dayNumber = (date: LocalDate): number => Date.parse(date) / 86_400_000;

export const weekdayOf = (date: LocalDate): Weekday => Temporal.PlainDate.from(date).dayOfWeek as Weekday;

export const localDateOf = (instant: Temporal.Instant): LocalDate =>
  instant.toZonedDateTimeISO(ZONE).toPlainDate().toString();

export const localTimeOf = (instant: Temporal.Instant): LocalTime =>
  instant.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });

/** ISO 8601 with the Copenhagen offset, as every instant leaves the interface. */
export const isoWithOffset = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });

/** Whole minutes from one instant to another, rounded down; negative when `to` is earlier. */
export const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000);

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
export const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  isBefore(a, b) ? b : a;
export const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  isBefore(a, b) ? a : b;

/** ISO 8601 duration of clock units only (`PT10M`, `PT2S`), never days: a step is a length of real time. */
export function isClockDuration(text: string): boolean {
  try {
    const duration = Temporal.Duration.from(text);
    return (
      duration.sign >= 0 &&
      duration.years === 0 &&
      duration.months === 0 &&
      duration.weeks === 0 &&
      duration.days === 0
    );
  } catch {
    return false;
  }
}
