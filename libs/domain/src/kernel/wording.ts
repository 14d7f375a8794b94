import type { LocalDate, LocalTime } from './local-time.js';
import { localDateOf, localTimeOf, weekdayOf } from './local-time.js';
import { Temporal } from './temporal.js';

type Language = 'da' | 'en';

const weekdays = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

export const weekdayName = (weekday: number, language: Language = 'da'): string =>
  weekdays[language][weekday - 1] ?? '';

export const monthName = (month: number, language: Language = 'da'): string =>
  months[language][month - 1] ?? '';

/** "mandag den 30. november", "Monday 30 November". */
export function dayInWords(date: LocalDate, language: Language = 'da'): string {
  const day = Temporal.PlainDate.from(date);
  const name = weekdayName(weekdayOf(date), language);
  const month = monthName(day.month, language);
  return language === 'da' ? `${name} den ${day.day}. ${month}` : `${name} ${day.day} ${month}`;
}

/** "8", "8.30", "24". Danish wall time without leading zero, as people say it. */
export function timeInWords(time: LocalTime): string {
  const [hours, minutes] = time.split(':') as [string, string];
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

/** "mandag den 30. november kl. 8.30". */
export function instantInWords(instant: Temporal.Instant, language: Language = 'da'): string {
  const at = language === 'da' ? 'kl.' : 'at';
  return `${dayInWords(localDateOf(instant), language)} ${at} ${timeInWords(localTimeOf(instant))}`;
}

/** Øre as "158,45 kr." or "DKK 158.45". */
export function moneyInWords(ore: number, language: Language = 'da'): string {
  const sign = ore < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(ore) / 100);
  const rest = String(Math.abs(ore) % 100).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, language === 'da' ? '.' : ',');
  return language === 'da' ? `${sign}${grouped},${rest} kr.` : `DKK ${sign}${grouped}.${rest}`;
}

/** Eight digits without the country code, as a Dane dials; other countries keep their code. */
export const phoneInWords = (e164: string): string => (e164.startsWith('+45') ? e164.slice(3) : e164);

/** "man, ons og fre kl. 8-12": slots with the same hours share a line. */
export function weekInWords(
  slots: readonly { weekday: number; start: LocalTime; end: LocalTime }[],
  language: Language = 'da',
): string {
  const byHours = new Map<string, number[]>();
  for (const slot of slots) {
    const at = language === 'da' ? 'kl.' : 'at';
    const hours = `${at} ${timeInWords(slot.start)}-${timeInWords(slot.end)}`;
    byHours.set(hours, [...(byHours.get(hours) ?? []), slot.weekday]);
  }
  const lines = [...byHours].map(([hours, days]) => `${daysInWords(days, language)} ${hours}`);
  return lines.join(language === 'da' ? ', og ' : ', and ');
}

function daysInWords(days: number[], language: Language): string {
  const names = [...days].sort((a, b) => a - b).map((day) => weekdayName(day, language).slice(0, 3));
  if (names.length < 2) return names.join('');
  const and = language === 'da' ? 'og' : 'and';
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}
