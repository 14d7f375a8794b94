import type { Change } from '../changes.js';
import { clockText, lengthText } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import type { MatchingRules } from '../rules.js';
import { DAY } from '../week/clock.js';
import { keepsClear, WEEK, type Interval } from '../week/interval.js';
import { fitsWindows } from '../week/late-start.js';
import { commonStart, movedShifts } from '../week/moved-shifts.js';

type Fits = (pair: Pair, shifts: readonly Interval[]) => boolean;

/** Half the shift must be left after the late start, or a move would be proposed for a few minutes of work. */
const usableFlexibility = ({ job }: Pair, { from, to }: Interval): number =>
  Math.min(job.job.startFlexibilityMinutes, Math.floor((to - from) / 2));

export const insideWindows: Fits = (pair, shifts) =>
  shifts.every((shift) => fitsWindows([shift], pair.citizen.free, usableFlexibility(pair, shift)));

export const clearOfAgreed: Fits = ({ citizen }, shifts) => keepsClear(shifts, citizen.agreed);

/**
 * The smallest move of the working hours after which neither windows nor agreed hours are in the way; when there
 * is none, the smallest that lifts at least the one rule. "jobbet starter kl. 9", with all shifts moved.
 */
export function moveThatFits(pair: Pair, rule: Fits): Change | null {
  const minutes =
    smallestMove(pair, (of, shifts) => insideWindows(of, shifts) && clearOfAgreed(of, shifts)) ??
    smallestMove(pair, rule);
  const weeklyShifts = minutes === null ? null : movedShifts(pair.job.job.weeklyShifts, minutes);
  if (minutes === null || weeklyShifts === null) return null;
  const start = commonStart(pair.job.job.weeklyShifts);
  const text =
    start === null
      ? `vagterne ligger ${lengthText(Math.abs(minutes))} ${minutes > 0 ? 'senere' : 'tidligere'}`
      : `jobbet starter ${clockText(start + minutes)}`;
  return { on: 'small-job', text, body: { weeklyShifts } };
}

/** The fewest minutes all shifts can be moved so that they fit, or null; later before earlier when both are as few. */
function smallestMove(pair: Pair, fits: Fits): number | null {
  const { shifts } = pair.job;
  const moves = [...edges(pair)].sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
  for (const minutes of moves) {
    if (!shifts.every((shift) => startsThatDay(shift, minutes, pair.setting.rules))) continue;
    const there = shifts.map(({ from, to }) => ({ from: from + minutes, to: to + minutes }));
    if (fits(pair, there)) return minutes;
  }
  return null;
}

/**
 * The moves, within the rules' limit, that bring a shift to the edge of a free or agreed stretch. Between two edges
 * the answer does not change, so the smallest move that fits is one of them.
 */
function edges(pair: Pair): Set<number> {
  const { job, citizen, setting } = pair;
  const found = new Set<number>();
  const edge = (minutes: number): void => {
    if (minutes !== 0 && Math.abs(minutes) <= setting.rules.changes.moveAtMostMinutes) found.add(minutes);
  };
  for (const { from, to } of job.shifts) {
    const late = usableFlexibility(pair, { from, to });
    for (const free of citizen.free) {
      edge(free.from - late - from);
      edge(free.to - to);
    }
    for (const agreed of citizen.agreed) {
      for (const week of [-WEEK, 0, WEEK]) {
        edge(agreed.to + week - from);
        edge(agreed.from + week - to);
      }
    }
  }
  return found;
}

/** A job on Monday stays a job on Monday, and nobody is asked to begin at four. */
function startsThatDay(shift: Interval, minutes: number, { changes }: MatchingRules): boolean {
  const start = shift.from % DAY;
  const there = start + minutes;
  return there >= Math.min(start, changes.earliestStartMinutes) && there < DAY;
}
