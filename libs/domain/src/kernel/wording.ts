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

/** The same without øre when there are none: "2.949 kr." or "DKK 2,949". */
export const kronerInWords = (ore: number, language: Language = 'da'): string =>
  ore % 100 === 0
    ? moneyInWords(ore, language).replace(language === 'da' ? ',00' : '.00', '')
    : moneyInWords(ore, language);

/** Minutes as "1 time", "45 min." or "2 timer og 45 min.". */
export function hoursInWords(minutes: number, language: Language = 'da'): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [one, many, and] = language === 'da' ? ['time', 'timer', 'og'] : ['hour', 'hours', 'and'];
  const whole = `${hours} ${hours === 1 ? one : many}`;
  if (rest === 0) return whole;
  return hours === 0 ? `${rest} min.` : `${whole} ${and} ${rest} min.`;
}

/** Eight digits without the country code, as a Dane dials; other countries keep their code. */
export const phoneInWords = (e164: string): string => (e164.startsWith('+45') ? e164.slice(3) : e164);

/** "20 12 34 56", as Danes read numbers out. */
export const phoneInPairs = (phone: string): string =>
  phoneInWords(phone).replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');

const lists = { da: new Intl.ListFormat('da'), en: new Intl.ListFormat('en-GB') };

/** "a, b og c". */
export const listInWords = (names: readonly string[], language: Language = 'da'): string =>
  lists[language].format(names);

/** "mandag til fredag", or each day when they do not follow each other. */
export function weekdaysInWords(days: readonly number[], language: Language = 'da'): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const names = sorted.map((day) => weekdayName(day, language));
  const follow = sorted.length > 2 && sorted.at(-1)! - sorted[0]! === sorted.length - 1;
  if (!follow) return listInWords(names, language);
  return `${names[0]} ${language === 'da' ? 'til' : 'to'} ${names.at(-1)}`;
}

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
  const lines = [...byHours].map(([hours, days]) => `${shortDaysInWords(days, language)} ${hours}`);
  return lines.join(language === 'da' ? ', og ' : ', and ');
}

const shortDaysInWords = (days: number[], language: Language): string =>
  listInWords(
    [...days].sort((a, b) => a - b).map((day) => weekdayName(day, language).slice(0, 3)),
    language,
  );
