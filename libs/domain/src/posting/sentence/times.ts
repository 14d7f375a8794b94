import type { LocalTime } from '../../kernel/index.js';
import { DAY_STEMS } from './weekdays.js';
import { NUMBER, readNumber, spanOf, wholeWord, type Span } from './written.js';

export interface TimesRead {
  spans: Span[];
  start: LocalTime | null;
  end: LocalTime | null;
  startSaid: boolean;
  endSaid: boolean;
}

export interface LengthRead extends Span {
  minutes: number;
  per: 'day' | 'week';
}

const HOUR = `(?:halv )?(?:\\d{1,2}(?:[.:][0-5]\\d)?|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)`;
const CLOCK = `\\d{1,2}(?:[.:][0-5]\\d)?`;
const UNTIL = '-|–|til|to|og|and';
const range = wholeWord(
  `(?:om morgenen |in the morning )?(?:kl\\.?|klokken|fra kl\\.?|fra klokken|fra|mellem kl\\.?|mellem|from|between|at)\\s*(?<start>${HOUR})\\s*(?:${UNTIL})\\s*(?:kl\\.?\\s*)?(?<end>${HOUR})`,
);
/** "mandag 8-11": plain numbers are hours only when no noun follows that they could be counting. */
const bareRange = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(?<start>${CLOCK})\\s*[-–]\\s*(?<end>${CLOCK})(?![:\\p{N}])(?!\\s*(?!(?:hver|om|på|fra|og|alle|every|on)\\s|${DAY_STEMS})\\p{L})`,
  'gu',
);
const before = wholeWord(
  `(?:før|inden|senest|before|by)\\s+(?:kl\\.?\\s*|klokken\\s+)?(?<end>${CLOCK})(?!\\s*(?:timer|time|dage|kg|hours|days))`,
);
const from = wholeWord(
  `(?:(?:(?:fra |efter |from |after )?(?:kl\\.?|klokken)|at|efter|after)\\s*|(?=halv ))(?<start>${HOUR})(?!\\s*(?:timer|time|dage|kg|hours))`,
);
/** When a part of the day begins, if the sentence says no more. */
const partsOfDay: readonly (readonly [string, LocalTime])[] = [
  ['(?:lige )?efter (?:frokost(?:en)?|middag)|after lunch', '12:30'],
  ['(?:til|ved|omkring) frokost(?:en)?|over middag|at lunch', '11:30'],
  ['(?:om |hver |i )?(?:eftermiddag(?:en|e)?)|(?:every |in the )?afternoons?', '13:00'],
  ['(?:om |hver |i )?(?:formiddag(?:en|e)?)|late mornings?', '09:00'],
  ['(?:om |hver |tidlig |hver tidlig )?morgen(?:en|er)?|(?:every |in the )?mornings?', '08:00'],
  ['(?:om |hver )?aften(?:en|er)?|(?:every |in the )?evenings?', '17:00'],
];
const length = wholeWord(
  `(?:(?<half>en halv time|half an hour)|(?<oneAndHalf>halvanden time|1½ time)|(?<some>et par timer|a couple of hours)|(?:ca\\. |cirka |omkring |about )?(?<number>${NUMBER})(?:\\s*(?:-|–|til|eller|or)\\s*(?:${NUMBER}))?\\s*(?<unit>timers?|time|t|hours?|hrs?|minutter|minutters|min\\.?|minutes)(?: eller to)?)(?<per> (?:om dagen|pr\\.? dag|dagligt|hver dag|a day|per day|om ugen|pr\\.? uge|ugentligt|a week|per week))?`,
);

const NIGHT = /(?<!\p{L})(?:nat|natten|night|tidlig|early)(?!\p{L})/u;

/** The hours that a sentence in small letters names. */
export function timesIn(text: string): TimesRead | undefined {
  const [both] = [...text.matchAll(range), ...text.matchAll(bareRange)];
  if (both) return ofRange(both, NIGHT.test(text));
  const [until] = text.matchAll(before);
  if (until) {
    const end = minutesOf(until.groups!['end']!);
    if (end !== null && end > 0)
      return { spans: [spanOf(until)], start: null, end: clock(end), startSaid: false, endSaid: true };
  }
  const [one] = text.matchAll(from);
  const start = one && minutesOf(one.groups!['start']!);
  if (one && typeof start === 'number' && start < 1440) {
    const asMeant = meantAfternoon(start, one.groups!['start']!, NIGHT.test(text)) ? start + 720 : start;
    return {
      spans: [spanOf(one)],
      start: clock(asMeant),
      end: null,
      startSaid: asMeant === start,
      endSaid: false,
    };
  }
  return partOfDay(text);
}

function ofRange(match: RegExpMatchArray, night: boolean): TimesRead | undefined {
  const words = match.groups!;
  let start = minutesOf(words['start']!);
  let end = minutesOf(words['end']!);
  if (start === null || end === null || start === 1440) return undefined;
  const written = [start, end];
  if (meantAfternoon(start, words['start']!, night)) start += 720;
  if (end <= start && end + 720 > start && end + 720 <= 1440) end += 720;
  if (end <= start) return undefined;
  return {
    spans: [spanOf(match)],
    start: clock(start),
    end: clock(end),
    startSaid: start === written[0],
    endSaid: end === written[1],
  };
}

/** "kl. 1" at work is after noon; "01" and a night are not. */
const meantAfternoon = (minutes: number, words: string, night: boolean): boolean =>
  minutes >= 30 && minutes < 300 && !words.startsWith('0') && !night;

function partOfDay(text: string): TimesRead | undefined {
  for (const [pattern, start] of partsOfDay) {
    const [match] = text.matchAll(wholeWord(pattern));
    if (match) return { spans: [spanOf(match)], start, end: null, startSaid: false, endSaid: false };
  }
  return undefined;
}

const LONGEST_DAY = 12 * 60;
const LONGEST_WEEK = 40 * 60;

/** How long, a day or a week. */
export function lengthIn(text: string): LengthRead | undefined {
  const [match] = text.matchAll(length);
  if (!match) return undefined;
  const { half, oneAndHalf, some, number, unit, per } = match.groups!;
  const minutes = half
    ? 30
    : oneAndHalf
      ? 90
      : some
        ? 120
        : readNumber(number!) * (unit!.startsWith('min') ? 1 : 60);
  const aWeek = /ug|week/.test(per ?? '');
  const within = minutes >= 10 && minutes <= (aWeek ? LONGEST_WEEK : LONGEST_DAY);
  return within ? { ...spanOf(match), minutes: Math.round(minutes), per: aWeek ? 'week' : 'day' } : undefined;
}

/** "8", "8.30", "otte" or "halv ni" as minutes since midnight; null for what is no time. */
function minutesOf(words: string): number | null {
  const half = words.startsWith('halv ');
  const [hours, minutes = '0'] = words.replace('halv ', '').split(/[.:]/) as [string, string?];
  const at = readNumber(hours) * 60 + Number(minutes) - (half ? 30 : 0);
  return Number.isInteger(at) && at >= 0 && at <= 1440 ? at : null;
}

/** Minutes since midnight as `08:30`; midnight at the end of the day is `24:00`. */
export const clock = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
