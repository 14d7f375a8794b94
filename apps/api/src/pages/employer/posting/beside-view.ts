import {
  hoursPerMonth,
  kronerInWords,
  listInWords,
  moneyInWords,
  weeklyMinutes,
  type Language,
  type PostingAnswers,
  type PostingStep,
} from '#domain';
import type { Assumed, FitEstimate, PayGuide, PostingDesk } from '#use-cases';
import { fragment } from '../../frame/page.js';
import type { EmployerPostWords } from '../../words/employer-post.js';
import { inWords } from './change-words.js';
import { fitHintView, noFitHint, type FitHintView } from './fit-hint-view.js';
import { weekLine } from './week-line.js';
import { weekPicture, type WeekPicture } from './week-picture.js';

/** What stands beside the fields of a step and follows them while somebody types. */
export interface BesideView {
  fit: FitHintView;
  week: { words: string; hours: string; note: string; picture: WeekPicture } | null;
  cost: { title: string; line: string; parts: string; below: string } | null;
}

export const besideFragment = fragment<BesideView>('employer/posting/beside');

interface Known {
  answers: PostingAnswers;
  fit: FitEstimate | null;
  guide: PayGuide;
  desk: PostingDesk;
}

/** What a step shows the usual of in its own fields need not be said again beside them. */
const askedIn: Readonly<Partial<Record<PostingStep, readonly Assumed[]>>> = {
  place: ['workplace', 'demands', 'danishLevel'],
};

export function besideView(
  step: PostingStep,
  { answers, fit, guide, desk }: Known,
  w: EmployerPostWords,
  language: Language,
): BesideView {
  return {
    fit: fit ? fitHintView(fit, answers, w, language, askedIn[step]) : noFitHint(w),
    week: step === 'week' ? weekView(answers, desk, w, language) : null,
    cost: step === 'pay' ? costView(answers, guide, w, language) : null,
  };
}

function weekView(
  { weeklyShifts = [] }: PostingAnswers,
  { normalWeeklyHours: { min, max } }: PostingDesk,
  w: EmployerPostWords,
  language: Language,
): BesideView['week'] {
  if (weeklyShifts.length === 0) return null;
  const hours = weeklyMinutes(weeklyShifts) / 60;
  return {
    words: weekLine(weeklyShifts, language),
    hours: w.hoursAWeek(inWords(hours, language)),
    note: hours < min || hours > max ? w.hoursUnusual(String(min), String(max)) : '',
    picture: weekPicture(weeklyShifts, language),
  };
}

/** Whole ten kroner: an estimate that looks exact would be believed too much. */
const about = (ore: number, language: Language): string =>
  kronerInWords(Math.round(ore / 1000) * 1000, language);

export function costView(
  { weeklyShifts = [], hourlyWageOre }: PostingAnswers,
  { floor, cost }: PayGuide,
  w: EmployerPostWords,
  language: Language,
): BesideView['cost'] {
  if (hourlyWageOre === undefined || !cost) return null;
  const hours = weeklyMinutes(weeklyShifts) / 60;
  const parts = [
    cost.pensionOre === null ? '' : w.costPension,
    cost.savingsOre === null ? '' : w.costSavings,
    w.costHoliday,
    w.costAtp,
  ].filter(Boolean);
  const named = listInWords(parts, language);
  return {
    title: w.costTitle,
    line:
      hours === 0
        ? w.perHour(moneyInWords(cost.totalOre, language))
        : w.costLine(
            about(cost.totalOre * hours, language),
            about(cost.totalOre * hoursPerMonth(hours), language),
          ),
    parts: [w.costParts(named), cost.pensionOre === null ? w.costUnknown : ''].filter(Boolean).join(' '),
    below: floor && hourlyWageOre < floor.ore ? w.belowFloor(moneyInWords(floor.ore, language)) : '',
  };
}
