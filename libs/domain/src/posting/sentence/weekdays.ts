import type { Weekday } from '../../kernel/index.js';
import { NUMBER, readNumber, spanOf, wholeWord, type Span } from './written.js';

export interface DaysRead extends Span {
  weekdays: Weekday[];
  /** False when the words leave the days open, as "hver morgen". */
  said: boolean;
}

export const DAY_STEMS = 'man|tirs|ons|tors|fre|lør|søn|hverdag|weekend|mon|tue|wed|thu|fri|sat|sun';
const names: readonly (readonly [Weekday, string])[] = [
  [1, 'mandag(?:en|e|ene)?|mondays?|mon'],
  [2, 'tirsdag(?:en|e|ene)?|tirs?|tuesdays?|tue'],
  [3, 'onsdag(?:en|e|ene)?|ons|wednesdays?|wed'],
  [4, 'torsdag(?:en|e|ene)?|tors?|thursdays?|thu'],
  [5, 'fredag(?:en|e|ene)?|fre|fridays?|fri'],
  [6, 'lørdag(?:en|e|ene)?|lør|saturdays?|sat'],
  [7, 'søndag(?:en|e|ene)?|søn|sundays?|sun'],
];
/** "man" is also a pronoun, so it is a day only beside another day; "fri", "sat" and "sun" are words too. */
const BESIDE_ANOTHER = /^(?:man|tir|tor|fri|sat|sun|mon|ons|fre|tirs|tors)\.?$/;
const DAY = `man\\.?|(?:${names.map(([, forms]) => forms).join('|')})\\.?`;
const TO_WORDS = 'til og med|til|through|to';
const TO = `-|–|${TO_WORDS}`;
const BETWEEN = `\\s*(?:,\\s*(?:og|and)|,|\\+|/|&|og|and|${TO})\\s*`;
const run = wholeWord(`(?:(?:om|på|hver|fra|every|on|from)\\s+)?(?:${DAY})(?:${BETWEEN}(?:${DAY}))*`);
const dayOrTo = new RegExp(
  `(?<to>[-–]|(?<!\\p{L})(?:${TO_WORDS})(?!\\p{L}))|(?<!\\p{L})(?<day>${DAY})(?!\\p{L})`,
  'gu',
);

const week: Weekday[] = [1, 2, 3, 4, 5];
const weekdaysOnly = wholeWord('(?:alle |på |i |every |on )?(?:hverdag(?:e|ene|en)?|weekdays?)');
const weekend = wholeWord('(?:hver |i |every |at the |on )?weekend(?:en|er|erne|s)?');
const everyDay = wholeWord(
  'hver (?:dag|(?:tidlig )?(?:morgen|formiddag|middag|eftermiddag|aften))|dagligt?|daily|every (?:day|morning|afternoon|evening)',
);
const timesAWeek = wholeWord(
  `(?:(?<count>${NUMBER}) (?:gange?|dage?|times|days?) (?:om ugen|ugentligt|a week|per week)|(?<once>once)|(?<twice>twice))(?: a week)?`,
);
/** A plain spread for so many days a week; the reader is told that we chose them. */
const spread: Readonly<Record<number, Weekday[]>> = {
  1: [3],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 3, 4],
  5: week,
};

const numberOf = (word: string): Weekday => {
  const plain = word.replace('.', '');
  if (plain === 'man') return 1;
  return names.find(([, forms]) => new RegExp(`^(?:${forms})$`, 'u').test(plain))![0];
};

/** The weekdays that a sentence in small letters names; undefined when it names none. */
export function daysIn(text: string): DaysRead | undefined {
  const named = [...text.matchAll(run)].map(readRun).filter((found) => found !== undefined);
  if (named.length > 0) {
    const weekdays = inOrder(named.flatMap(({ weekdays: some }) => some));
    return { from: named[0]!.from, to: named.at(-1)!.to, weekdays, said: true };
  }
  return (
    fixed(text, weekdaysOnly, week, true) ??
    fixed(text, weekend, [6, 7], true) ??
    fixed(text, everyDay, week, false) ??
    counted(text)
  );
}

function readRun(match: RegExpMatchArray): DaysRead | undefined {
  const parts = [...match[0].matchAll(dayOrTo)];
  const words = parts.flatMap(({ groups }) => groups?.['day'] ?? []);
  if (words.length === 1 && BESIDE_ANOTHER.test(words[0]!)) return undefined;
  const weekdays: Weekday[] = [];
  let upTo = false;
  for (const { groups } of parts) {
    if (groups?.['to'] !== undefined) upTo = true;
    else {
      const day = numberOf(groups!['day']!);
      const last = weekdays.at(-1);
      weekdays.push(...(upTo && last !== undefined ? after(last, day) : [day]));
      upTo = false;
    }
  }
  return { ...spanOf(match), weekdays, said: true };
}

/** The days after the first up to the last, around Sunday when need be. */
function after(first: Weekday, last: Weekday): Weekday[] {
  const days: Weekday[] = [];
  let day = first;
  while (day !== last) {
    day = ((day % 7) + 1) as Weekday;
    days.push(day);
  }
  return days;
}

function fixed(text: string, pattern: RegExp, weekdays: Weekday[], said: boolean): DaysRead | undefined {
  const [match] = text.matchAll(pattern);
  return match && { ...spanOf(match), weekdays: [...weekdays], said };
}

function counted(text: string): DaysRead | undefined {
  const [match] = text.matchAll(timesAWeek);
  if (!match) return undefined;
  const { count, twice } = match.groups!;
  const weekdays = spread[count === undefined ? (twice ? 2 : 1) : readNumber(count)];
  return weekdays && { ...spanOf(match), weekdays: [...weekdays], said: false };
}

const inOrder = (days: Weekday[]): Weekday[] => [...new Set(days)].sort((a, b) => a - b);
