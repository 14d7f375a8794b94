import type { WeeklyShift, Weekday } from '#domain';
import { hoursText, slotText, weekdayText } from '../danish/amounts.js';
import type { SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import { clockMinutes } from '../week/clock.js';
import { keepsClear, weekInterval, type Interval } from '../week/interval.js';
import { paidShiftMinutes, withPaidMinutes } from '../week/weekly-hours.js';
import type { Proposal } from './proposal.js';

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];

/**
 * One shift on another weekday that has none yet, at the same hours. A Saturday or Sunday only for a job that is there
 * at weekends already: most workplaces are closed then, and the hours cost a supplement.
 */
export function movedDays({ job: { weeklyShifts }, shifts }: SmallJobFacts): Proposal[] {
  const used = new Set(weeklyShifts.map(({ weekday }) => weekday));
  const days = WEEKEND.some((day) => used.has(day)) ? [...WORKING_DAYS, ...WEEKEND] : WORKING_DAYS;
  const free = days.filter((day) => !used.has(day));
  return weeklyShifts.flatMap((shift, at) => {
    const others = without(shifts, at);
    return free
      .filter((day) => keepsClear([intervalOf({ ...shift, weekday: day })], others))
      .map((day) => ({
        change: { weeklyShifts: inOrder([...without(weeklyShifts, at), { ...shift, weekday: day }]) },
        text: `${nameOf(shift, weeklyShifts)} flyttes til ${weekdayText(day)}`,
      }));
  });
}

/** The same paid hours with one shift fewer: the others become longer. */
export const longerDays = (
  { job: { weeklyShifts }, paidMinutes }: SmallJobFacts,
  { rules }: Setting,
): Proposal[] =>
  weeklyShifts.flatMap((shift, at) => {
    const longer = withPaidMinutes(without(weeklyShifts, at), paidMinutes, rules.changes);
    return longer === null
      ? []
      : [
          {
            change: { weeklyShifts: longer },
            text: `samme timer uden ${nameOf(shift, weeklyShifts)}`,
          },
        ];
  });

/** One shift fewer and its hours with it. */
export const fewerDays = ({ job: { weeklyShifts }, paidMinutes }: SmallJobFacts): Proposal[] =>
  weeklyShifts.flatMap((shift, at) => {
    const left = paidMinutes - paidShiftMinutes(shift);
    return left <= 0
      ? []
      : [
          {
            change: { weeklyShifts: without(weeklyShifts, at) },
            text: `uden ${nameOf(shift, weeklyShifts)} (${hoursText(left)} om ugen)`,
          },
        ];
  });

/** "mandag", or "mandag 8-10" when the job is there twice that day. */
const nameOf = (shift: WeeklyShift, all: readonly WeeklyShift[]): string =>
  all.filter(({ weekday }) => weekday === shift.weekday).length > 1
    ? slotText(shift)
    : weekdayText(shift.weekday);

const intervalOf = ({ weekday, start, end }: WeeklyShift): Interval => weekInterval(weekday, start, end);

const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, each) => each !== at);

const inOrder = (shifts: readonly WeeklyShift[]): WeeklyShift[] =>
  [...shifts].sort((a, b) => a.weekday - b.weekday || clockMinutes(a.start) - clockMinutes(b.start));
