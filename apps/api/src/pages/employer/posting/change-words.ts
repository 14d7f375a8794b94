import {
  dayInWords,
  timeInWords,
  weeklyMinutes,
  type Language,
  type PostingAnswers,
  type WeeklyShift,
} from '#domain';
import type { FitEstimate } from '#use-cases';
import type { EmployerPostWords } from '../../words/employer-post.js';
import { lateInWords } from './half-hours.js';

type Change = FitEstimate['changes'][number]['change'];

/** "Starter I kl. 9 i stedet for 7", and the same in English: the matching itself speaks Danish only. */
export function conditionOf(
  change: Change,
  answers: PostingAnswers,
  w: EmployerPostWords,
  language: Language,
): string {
  const {
    weeklyShifts,
    startFlexibilityMinutes,
    demands = {},
    danishLevel,
    certificates,
    startDate,
  } = change;
  const parts = [
    weeklyShifts && weekCondition(weeklyShifts, answers.weeklyShifts ?? [], w, language),
    startFlexibilityMinutes !== undefined && w.ifFlexible(lateInWords(startFlexibilityMinutes, w)),
    demands.liftKg !== undefined && (demands.liftKg === 0 ? w.ifNoLift : w.ifLift(String(demands.liftKg))),
    demands.standing !== undefined && degree(w.ifStanding, demands.standing),
    demands.noise !== undefined && degree(w.ifNoise, demands.noise),
    demands.peopleContact !== undefined && degree(w.ifPeople, demands.peopleContact),
    demands.other && w.ifLessOther,
    danishLevel !== undefined && (w.ifDanish as Record<string, string>)[`l${danishLevel}`],
    certificates && w.ifNoCertificate,
    startDate && w.ifDate(dayInWords(startDate, language)),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const [first = '', ...rest] = parts;
  return [first, ...rest.map((part) => lower(part))].join(` ${w.and} `);
}

const degree = (words: { d0: string; d1: string }, value: number): string =>
  value === 0 ? words.d0 : words.d1;

function weekCondition(
  then: readonly WeeklyShift[],
  now: readonly WeeklyShift[],
  w: EmployerPostWords,
  language: Language,
): string {
  const hours = weeklyMinutes(then) / 60;
  if (now.length > 0 && weeklyMinutes(now) / 60 !== hours) return w.ifHours(inWords(hours, language));
  const [first] = then;
  const [before] = now;
  const sameStart = (shifts: readonly WeeklyShift[]): boolean =>
    shifts.every(({ start }) => start === shifts[0]?.start);
  if (!first || !before || !sameStart(then) || !sameStart(now)) return w.ifStartLater;
  return w.ifStart(timeInWords(first.start), timeInWords(before.start));
}

export const inWords = (hours: number, language: Language): string =>
  hours.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 2 });

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
