import {
  listInWords,
  monthName,
  weekdayName,
  weekdayOf,
  type LocalDate,
  type WeeklySlot,
  type Weekday,
} from '#domain';
import { clockMinutes, DAY } from '../week/clock.js';

/** 12 -> "12", 7.5 -> "7,5", 1204 -> "1.204"; at most two decimals. */
export function decimal(value: number): string {
  const hundredths = Math.round(value * 100);
  const whole = String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? whole : `${whole},${rest}`;
}

/** Minutes as hours, the number alone: 450 -> "7,5". */
export const hoursNumber = (minutes: number): string => decimal(minutes / 60);

/** Minutes as hours: "1 time", "7,5 timer". */
export const hoursText = (minutes: number): string =>
  `${hoursNumber(minutes)} ${minutes === 60 ? 'time' : 'timer'}`;

/** Under an hour in minutes, else in hours: "30 min.", "1,5 timer". */
export const lengthText = (minutes: number): string =>
  minutes < 60 ? `${minutes} min.` : hoursText(minutes);

/** Minutes since midnight, also of the next day: 540 -> "9", 570 -> "9.30", 1440 -> "24". */
export function clockNumber(minutes: number): string {
  const within = minutes > DAY ? minutes % DAY : minutes;
  const past = within % 60;
  const hour = Math.floor(within / 60);
  return past === 0 ? String(hour) : `${hour}.${String(past).padStart(2, '0')}`;
}

/** "kl. 9", "kl. 9.30". */
export const clockText = (minutes: number): string => `kl. ${clockNumber(minutes)}`;

/** 1 -> "1 dag", 210 -> "210 dage". */
export const daysText = (days: number): string => `${decimal(days)} ${days === 1 ? 'dag' : 'dage'}`;

export const weekdayText = (weekday: Weekday): string => weekdayName(weekday);

/** "onsdag 8-12". */
export const slotText = ({ weekday, start, end }: WeeklySlot): string =>
  `${weekdayText(weekday)} ${clockNumber(clockMinutes(start))}-${clockNumber(clockMinutes(end))}`;

/** "2026-12-07" -> "7. december". */
export function dateText(date: LocalDate): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day}. ${monthName(month)}`;
}

/** "2026-12-07" -> "mandag den 7. december". */
export const longDateText = (date: LocalDate): string =>
  `${weekdayText(weekdayOf(date))} den ${dateText(date)}`;

/** "a", "a og b", "a, b og c". */
export const andList = (items: readonly string[]): string => listInWords(items);
