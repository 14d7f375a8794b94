import type { LocalTime, Weekday, WeeklySlot } from '../kernel/index.js';
import { minutesOfDay } from '../kernel/index.js';
import type { Demands } from '../small-job/index.js';
import { categoryFrom } from './sentence/category.js';
import { demandsIn } from './sentence/demands.js';
import { clock, lengthIn, timesIn } from './sentence/times.js';
import { titleFrom } from './sentence/title.js';
import { daysIn } from './sentence/weekdays.js';
import { asOneLine, NUMBER, readNumber, small, spanOf, wholeWord, type Span } from './sentence/written.js';

/** Something that was read. `guessed` is our proposal: the person is shown it as that. */
export interface Understood {
  what: 'category' | 'weekdays' | 'start' | 'end' | 'minutes' | 'demands' | 'positions';
  how: 'said' | 'guessed';
  /** The words of the sentence it was read from; empty when it follows from other parts. */
  words: string;
}

/** One sentence about a task, as far as it was understood. What was not said is null or empty, never made up. */
export interface SentenceReading {
  title: string | null;
  category: string | null;
  weekdays: Weekday[];
  start: LocalTime | null;
  end: LocalTime | null;
  /** Minutes on each of the days. */
  minutesPerDay: number | null;
  /** Only when days, start and end are there. */
  weeklyShifts: WeeklySlot[];
  demands: Partial<Demands>;
  positions: number | null;
  /** "Hver anden uge" cannot be planned: somebody has to talk about it. */
  everyOtherWeek: boolean;
  understood: Understood[];
}

/** Most carved tasks last an hour or two a day; proposed openly when the sentence gives no end. */
const PROPOSED_MINUTES = 120;
const MOST_POSITIONS = 20;

const people = wholeWord(`(?<count>${NUMBER}) (?:personer|mennesker|mand|medarbejdere|people|persons)`);
const otherWeeks = wholeWord(
  'hver anden (?:uge|mandag|tirsdag|onsdag|torsdag|fredag|gang|dag)|every other week',
);

/**
 * Reads one sentence, Danish or English: "rengøring af skurvogne mandag, onsdag og fredag kl. 8-11". Any text is
 * safe; what is not understood stays in the title, where the person sees it.
 */
export function fromSentence(sentence: string): SentenceReading {
  const line = asOneLine(sentence);
  const text = small(line);
  const wordsAt = ({ from, to }: Span): string => line.slice(from, to).trim();
  const understood: Understood[] = [];
  const note = (what: Understood['what'], said: boolean, at?: Span): void => {
    understood.push({ what, how: said ? 'said' : 'guessed', words: at ? wordsAt(at) : '' });
  };

  const category = categoryFrom(text);
  if (category) note('category', true, category);
  const days = daysIn(text);
  if (days) note('weekdays', days.said, days);
  const length = lengthIn(text);
  const minutesPerDay = length ? perDay(length, days?.weekdays.length ?? 0) : null;
  if (length && minutesPerDay !== null) note('minutes', true, length);
  // "2 timer om dagen" holds a number that is no clock time.
  const times = timesIn(length ? without(text, length) : text);
  const { start, end } = completed(times?.start ?? null, times?.end ?? null, minutesPerDay, Boolean(days));
  const [timesAt] = times?.spans ?? [];
  if (start !== null) note('start', times?.startSaid ?? false, times?.start ? timesAt : undefined);
  if (end !== null) note('end', times?.endSaid ?? false, times?.end ? timesAt : undefined);
  const demandsRead = demandsIn(text);
  for (const demand of demandsRead) note('demands', demand.said, demand);
  const crew = positionsIn(text);
  if (crew) note('positions', true, crew);

  const taken = [days, length, ...(times?.spans ?? []), crew].filter((span) => span !== undefined);
  const weekdays = days?.weekdays ?? [];
  return {
    title: titleFrom(line, taken),
    category: category?.category ?? null,
    weekdays,
    start,
    end,
    minutesPerDay,
    weeklyShifts: start !== null && end !== null ? weekdays.map((weekday) => ({ weekday, start, end })) : [],
    demands: together(demandsRead.map(({ demands }) => demands)),
    positions: crew?.positions ?? null,
    everyOtherWeek: text.search(otherWeeks) >= 0,
    understood,
  };
}

const without = (text: string, { from, to }: Span): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

function perDay({ minutes, per }: { minutes: number; per: 'day' | 'week' }, days: number): number | null {
  if (per === 'day') return minutes;
  return days === 0 ? null : Math.max(15, Math.round(minutes / days / 15) * 15);
}

/** The missing end of a day follows from its length; without one, two hours are proposed. */
function completed(
  start: LocalTime | null,
  end: LocalTime | null,
  minutes: number | null,
  hasDays: boolean,
): { start: LocalTime | null; end: LocalTime | null } {
  const length = minutes ?? (hasDays ? PROPOSED_MINUTES : null);
  if (length === null || (start === null) === (end === null)) return { start, end };
  const at = start === null ? minutesOfDay(end!) - length : minutesOfDay(start) + length;
  if (at < 0 || at > 1440) return { start, end };
  return start === null ? { start: clock(at), end } : { start, end: clock(at) };
}

function positionsIn(text: string): (Span & { positions: number }) | undefined {
  const [match] = text.matchAll(people);
  if (!match) return undefined;
  const positions = readNumber(match.groups!['count']!);
  const counts = Number.isInteger(positions) && positions >= 1 && positions <= MOST_POSITIONS;
  return counts ? { ...spanOf(match), positions } : undefined;
}

function together(parts: readonly Partial<Demands>[]): Partial<Demands> {
  const other = new Set(parts.flatMap((part) => part.other ?? []));
  const whole = parts.reduce<Partial<Demands>>((sum, part) => ({ ...sum, ...part }), {});
  return other.size > 0 ? { ...whole, other: [...other] } : whole;
}
