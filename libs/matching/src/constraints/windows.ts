import type { TimeWindow, Weekday } from '#domain';
import type { Change } from '../changes.js';
import { andList, clockText, lengthText, slotText, weekdayText } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import { DAY } from '../week/clock.js';
import { sharedMinutes, type Interval } from '../week/interval.js';
import { fitsWindows, minutesLate } from '../week/late-start.js';
import { commonStart } from '../week/moved-shifts.js';
import type { Constraint } from './constraint.js';
import { clearOfAgreed, insideWindows, moveThatFits } from './smallest-move.js';

/**
 * All working hours are inside the citizen's windows. A start as late as the job's flexibility is fine, the end
 * stays where it is, and some work must be left (R26). Adjacent windows join, also over midnight and into Monday.
 */
export const windows: Constraint = {
  code: 'windows',
  comparison: { kind: 'inside' },
  reads: { job: ['weeklyShifts', 'startFlexibilityMinutes'], citizen: ['windows'] },
  failure: (pair) =>
    pair.citizen.free.length === 0 ? 'arbejdstider er ikke aftalt endnu' : whatDoesNotFit(pair),
  change: (pair) => laterStart(pair) ?? moveThatFits(pair, insideWindows) ?? widerWindows(pair),
};

const isOutside = ({ job, citizen }: Pair, shift: Interval): boolean =>
  !fitsWindows([shift], citizen.free, job.job.startFlexibilityMinutes);

/** The day and time in words: too early, too late, or a day that does not work at that time. */
function whatDoesNotFit(pair: Pair): string {
  const possibleFrom: number[] = [];
  const possibleUntil: number[] = [];
  const notFree = new Set<Weekday>();
  for (const shift of pair.job.shifts.filter((each) => isOutside(pair, each))) {
    const midnight = Math.floor(shift.from / DAY) * DAY;
    const nearest = mostShared(shift, pair.citizen.free);
    if (nearest === null) {
      notFree.add((midnight / DAY + 1) as Weekday);
      continue;
    }
    const latestStart = shift.from + pair.job.job.startFlexibilityMinutes;
    if (nearest.from > latestStart) possibleFrom.push(nearest.from - midnight);
    if (nearest.to < shift.to) possibleUntil.push(nearest.to - midnight);
  }
  const lines: string[] = [];
  if (possibleFrom.length > 0)
    lines.push(`starter for tidligt (kan fra ${clockText(Math.max(...possibleFrom))})`);
  if (possibleUntil.length > 0)
    lines.push(`slutter for sent (kan til ${clockText(Math.min(...possibleUntil))})`);
  if (notFree.size > 0)
    lines.push(`kan ikke ${andList([...notFree].sort().map(weekdayText))} på det tidspunkt`);
  return lines.join(', ');
}

function mostShared(shift: Interval, free: readonly Interval[]): Interval | null {
  let best: Interval | null = null;
  for (const interval of free) {
    if (sharedMinutes(shift, interval) > (best === null ? 0 : sharedMinutes(shift, best))) best = interval;
  }
  return best;
}

/** A later start as an option. It takes the job from nobody, so it is tried before the hours are moved. */
function laterStart(pair: Pair): Change | null {
  const { job, citizen, setting } = pair;
  // A move of the hours lifts both rules at once; a later start would leave the agreed hours in the way.
  if (!clearOfAgreed(pair, job.shifts)) return null;
  let needed = 0;
  for (const shift of job.shifts) {
    const late = minutesLate(shift, citizen.free);
    // Half the shift must be left, or the flexibility would only be a way of writing another job.
    if (late === null || late * 2 > shift.to - shift.from) return null;
    needed = Math.max(needed, late);
  }
  if (needed > setting.rules.changes.lateStartAtMostMinutes) return null;
  const start = commonStart(job.job.weeklyShifts);
  const text =
    start === null
      ? `det er i orden at komme op til ${lengthText(needed)} senere`
      : `en start ${clockText(start + needed)} også er i orden`;
  return { on: 'small-job', text, body: { startFlexibilityMinutes: needed } };
}

/** When no other hours of the day fit: exactly the hours that are missing, for the citizen to think about. */
function widerWindows(pair: Pair): Change {
  const missing = pair.job.job.weeklyShifts.filter((_, at) => isOutside(pair, pair.job.shifts[at]!));
  const added: TimeWindow[] = missing.map(({ weekday, start, end }) => ({ weekday, from: start, to: end }));
  return {
    on: 'citizen',
    text: `${andList(missing.map(slotText))} også kan lade sig gøre`,
    body: { windows: [...pair.citizen.citizen.windows, ...added] },
  };
}
