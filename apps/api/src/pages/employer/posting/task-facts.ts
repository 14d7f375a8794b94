import {
  dayInWords,
  moneyInWords,
  oneLine,
  weeklyMinutes,
  type Language,
  type PostingAnswers,
} from '#domain';
import { fact, linesIn, type Fact } from '../../facts-view.js';
import type { EmployerPostWords } from '../../words/employer-post.js';
import { inWords } from './change-words.js';
import { weekLine } from './week-line.js';
import { lateInWords } from './half-hours.js';

/** A task as a person who is looking reads it. */
export interface TaskFacts {
  title: string;
  facts: Fact[];
  /** How the work is, in short words. */
  work: string[];
}

export function taskFacts(answers: PostingAnswers, w: EmployerPostWords, language: Language): TaskFacts {
  const { workplace, hourlyWageOre: wage } = answers;
  const where = workplace ? [oneLine(workplace)] : [];
  const pay = wage === undefined ? [] : [w.perHour(moneyInWords(wage, language))];
  const facts = [
    fact('page-icon-what', w.what, linesIn('da', whatLines(answers))),
    fact('page-icon-when', w.when, linesIn(language, whenLines(answers, w, language))),
    fact('page-icon-where', w.place, linesIn('da', where)),
    fact('page-icon-pay', w.pay, linesIn(language, pay)),
  ];
  return {
    title: answers.title ?? w.untitled,
    facts: facts.filter(({ lines }) => lines.length > 0),
    work: workWords(answers, w),
  };
}

/** A description that only says the title again is left out. */
const whatLines = ({ description, title }: PostingAnswers): string[] =>
  description && description !== title ? [description] : [];

function whenLines(answers: PostingAnswers, w: EmployerPostWords, language: Language): string[] {
  const { weeklyShifts = [], startDate, endDate, startFlexibilityMinutes = 0 } = answers;
  if (weeklyShifts.length === 0) return [];
  const hours = w.hoursAWeek(inWords(weeklyMinutes(weeklyShifts) / 60, language));
  const week = weekLine(weeklyShifts, language);
  return [
    `${week.charAt(0).toUpperCase()}${week.slice(1)} · ${hours}`,
    startDate ? w.startsOn(dayInWords(startDate, language)) : '',
    endDate ? w.until(dayInWords(endDate, language)) : '',
    startFlexibilityMinutes > 0 ? w.laterIsFine(lateInWords(startFlexibilityMinutes, w)) : '',
  ].filter(Boolean);
}

/** In the words of the form, so that an owner finds them again. */
export function workWords(
  { demands = {}, danishLevel, ...answers }: PostingAnswers,
  w: EmployerPostWords,
): string[] {
  const named = (words: object, key: string): string => (words as Record<string, string>)[key] ?? key;
  const line = (label: string, words: object, mark: string, value: number | undefined): string =>
    value === undefined ? '' : `${label}: ${lower(named(words, `${mark}${value}`))}`;
  const { liftKg } = demands;
  const ownWeight = liftKg !== undefined && !Object.hasOwn(w.lifts, `kg${liftKg}`);
  return [
    ownWeight
      ? `${w.short.lift}: ${lower(w.liftOther(String(liftKg)))}`
      : line(w.short.lift, w.lifts, 'kg', liftKg),
    line(w.short.standing, w.standings, 'd', demands.standing),
    line(w.short.noise, w.noises, 'd', demands.noise),
    line(w.short.people, w.peoples, 'd', demands.peopleContact),
    line(w.short.danish, w.danishes, 'l', danishLevel),
    listed(
      w.other,
      (demands.other ?? []).map((one) => named(w.others, one)),
    ),
    listed(
      w.certificates,
      (answers.certificates ?? []).map((one) => named(w.certificateNames, one)),
    ),
    listed(
      w.short.offers,
      (answers.accommodationsOffered ?? []).map((one) => named(w.offerNames, one)),
    ),
  ].filter(Boolean);
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const listed = (label: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${label}: ${names.map(lower).join(', ')}`;
