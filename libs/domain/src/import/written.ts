import { isLocalDate, minutesOfDay, type LocalDate, type Weekday, type WeeklySlot } from '../kernel/index.js';
import type { Channel, JobGoal, Language } from '../citizen/index.js';
import { categories, categoryInWords, type Category, type Degree } from '../small-job/index.js';

/**
 * What people write in the cells of a spreadsheet. Each reader takes the text without space around it and answers
 * undefined for what it cannot read: nothing is guessed.
 */

const small = (text: string): string => text.toLocaleLowerCase('da-DK');

/** "20 12 34 56", "+45 20123456", "0045 20123456": eight Danish digits, or another country's number with its +. */
export function phoneIn(text: string): string | undefined {
  const digits = text.replace(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^[2-9]\d{7}$/.test(digits)) return `+45${digits}`;
  if (digits.startsWith('+45')) return /^\+45[2-9]\d{7}$/.test(digits) ? digits : undefined;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}

export const emailIn = (text: string): string | undefined =>
  text.length <= 254 && /^[^\s@"<>(),;:]+@[^\s@"<>(),;:.]+(\.[^\s@"<>(),;:.]+)+$/.test(text)
    ? text
    : undefined;

/** "12 34 56 78" and "DK12345678" too. */
export function cvrIn(text: string): string | undefined {
  const digits = text.replace(/[\s.-]/g, '').replace(/^dk/i, '');
  return /^\d{8}$/.test(digits) ? digits : undefined;
}

/** Ten digits that begin with a day of a month. The check digit says nothing since 2007. */
export function cprIn(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return undefined;
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)
    ? digits
    : undefined;
}

/** A spreadsheet takes the naught off "0800 Høje Taastrup". */
export function postcodeIn(text: string): string | undefined {
  const digits = text.replace(/^dk[\s-]?/i, '');
  return /^\d{3,4}$/.test(digits) ? digits.padStart(4, '0') : undefined;
}

/** "7,5", "7.5", "1.250": the decimal sign is a comma, and a point only between three digits is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^\d{1,9}([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** Kroner with at most two decimals, in øre. */
export function oreIn(text: string): number | undefined {
  const kroner = numberIn(text.replace(/\s*(kr\.?|kroner)(\s*(i timen|pr\.? time|\/\s*t(ime)?))?$/i, ''));
  return kroner === undefined ? undefined : Math.round(kroner * 100);
}

/** "01-12-2026", "1.12.2026", "1/12 2026" and "2026-12-01"; a time behind it, as some systems write, is left off. */
export function dateIn(text: string): LocalDate | undefined {
  const day = text.replace(/[T\s]\d{1,2}[:.]\d{2}([:.]\d{2})?([.,]\d+)?(Z|[+-]\d{2}:?\d{2})?$/, '');
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./\s](\d{4})$/.exec(day);
  const iso = danish
    ? `${danish[3]}-${danish[2]!.padStart(2, '0')}-${danish[1]!.padStart(2, '0')}`
    : day.replace(/^(\d{4})[./](\d{2})[./](\d{2})$/, '$1-$2-$3');
  return isLocalDate(iso) && iso >= '1900' && iso < '2200' ? iso : undefined;
}

export function truthIn(text: string): boolean | undefined {
  if (['ja', 'j', 'x', 'sand', 'true', '1', 'yes'].includes(small(text))) return true;
  if (['nej', 'n', '-', 'falsk', 'false', '0', 'no'].includes(small(text))) return false;
  return undefined;
}

const degrees: readonly (readonly string[])[] = [
  ['ingen', 'intet', 'nej', 'slet ikke', '0'],
  ['noget', 'lidt', 'nogen', 'middel', '1'],
  ['meget', 'ja', 'gerne', 'fuldt', '2'],
];

export function degreeIn(text: string): Degree | undefined {
  const at = degrees.findIndex((words) => words.includes(small(text)));
  return at === -1 ? undefined : (at as Degree);
}

const channels: Readonly<Record<string, Channel>> = {
  sms: 'sms',
  'e-mail': 'email',
  email: 'email',
  mail: 'email',
  opkald: 'call',
  telefon: 'call',
  ring: 'call',
  brev: 'letter',
  personligt: 'in-person',
  fremmøde: 'in-person',
};
export const channelIn = (text: string): Channel | undefined => channels[small(text)];

const languages: Readonly<Record<string, Language>> = { dansk: 'da', da: 'da', engelsk: 'en', en: 'en' };
export const languageIn = (text: string): Language | undefined => languages[small(text)];

export function categoryIn(text: string): Category | undefined {
  const words = small(text);
  return categories.find(({ id, name }) => id === words || small(name) === words) ?? categoryInWords(words);
}

/** "Lager: vil gerne bruge kroppen", or only the kind of work, or only the person's words with the kind in them. */
export function goalIn(text: string, rank: number): JobGoal | undefined {
  const [kind = '', ...words] = text.split(':');
  const category = categoryIn(kind.trim()) ?? categoryIn(text);
  if (!category) return undefined;
  const own = words.length > 0 ? words.join(':').trim() : small(text) === small(category.name) ? '' : text;
  return { category: category.id, rank, ownWords: own };
}

const days: readonly (readonly [RegExp, Weekday])[] = [
  [/^ma(n(dag)?)?$/, 1],
  [/^ti(r(sdag)?)?$/, 2],
  [/^on(s(dag)?)?$/, 3],
  [/^to(r(sdag)?)?$/, 4],
  [/^fr(e(dag)?)?$/, 5],
  [/^lø(r(dag)?)?$/, 6],
  [/^sø(n(dag)?)?$/, 7],
];
const dayIn = (word: string): Weekday | undefined =>
  days.find(([pattern]) => pattern.test(word.replace(/(e|\.)$/, '')))?.[1] ??
  days.find(([pattern]) => pattern.test(word))?.[1];

const TIMES = /^(.+?)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|til)\s*(\d{1,2})(?:[.:](\d{2}))?$/;

/** "man, ons, fre 8-12", "man-fre 8.30-14; lør 9-12", "hverdage 8-16". */
export function weekIn(text: string): WeeklySlot[] | undefined {
  const slots: WeeklySlot[] = [];
  for (const part of small(text).split(/\s*(?:;|\+|\n)\s*/)) {
    const found = TIMES.exec(part.trim());
    const weekdays = found ? weekdaysIn(found[1]!.trim().replace(/[,\s]*kl\.?$/, '')) : undefined;
    const start = found && clockIn(found[2]!, found[3]);
    const end = found && clockIn(found[4]!, found[5]);
    if (!weekdays || !start || !end || start === '24:00' || start === end) return undefined;
    slots.push(...weekdays.map((weekday) => ({ weekday, start, end })));
  }
  return slots.length === 0 ? undefined : slots;
}

function weekdaysIn(text: string): Weekday[] | undefined {
  if (text === 'hverdage' || text === 'alle hverdage') return [1, 2, 3, 4, 5];
  if (text === 'alle dage' || text === 'hver dag') return [1, 2, 3, 4, 5, 6, 7];
  const found: Weekday[] = [];
  for (const word of text.split(/\s*,\s*|\s+og\s+|\s+(?![-–])(?<![-–]\s)/).filter((one) => one !== '')) {
    const [first, last, ...rest] = word.split(/\s*[-–]\s*/).map(dayIn);
    const spans = /[-–]/.test(word);
    if (first === undefined || rest.length > 0 || (spans && (last === undefined || last < first)))
      return undefined;
    for (let day: number = first; day <= (last ?? first); day++) found.push(day as Weekday);
  }
  return found.length === 0 ? undefined : [...new Set(found)];
}

function clockIn(hours: string, minutes = '00'): string | undefined {
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return Number(hours) <= 24 && Number(minutes) < 60 && minutesOfDay(time) <= 1440 ? time : undefined;
}
