import type { CandidateSmallJob } from '../candidates.js';
import { clockText, lengthText } from '../danish/amounts.js';
import type { Setting } from '../matching-day.js';
import { clockMinutes, DAY, lengthMinutes } from '../week/clock.js';
import { commonStart, movedShifts } from '../week/moved-shifts.js';
import type { Proposal } from './proposal.js';

const HALF_HOUR = 30;
const LATEST_START_PROPOSED = 10 * 60;
const MOVED_AT_LEAST_TRIED = 3 * 60;

/** "Two hours late is better than not at all" (R26): half an hour to two hours of flexibility. */
export function laterStarts(job: CandidateSmallJob, { rules }: Setting): Proposal[] {
  const start = commonStart(job.weeklyShifts);
  const most = rules.changes.lateStartAtMostMinutes;
  const steps = Array.from({ length: Math.floor(most / HALF_HOUR) }, (_, at) => (at + 1) * HALF_HOUR);
  return steps
    .filter((minutes) => minutes > job.startFlexibilityMinutes)
    .map((minutes) => ({
      change: { startFlexibilityMinutes: minutes },
      text:
        start === null
          ? `op til ${lengthText(minutes)} senere er også fint`
          : `start ${clockText(start + minutes)} er også fint`,
    }));
}

/** The half hours after the earliest start, at least three hours on and at least to 10 o'clock. */
export function movedStarts(job: CandidateSmallJob): Proposal[] {
  if (job.weeklyShifts.length === 0) return [];
  const earliest = earliestStart(job);
  const last = Math.max(LATEST_START_PROPOSED, earliest + MOVED_AT_LEAST_TRIED);
  const proposals: Proposal[] = [];
  for (let start = (Math.floor(earliest / HALF_HOUR) + 1) * HALF_HOUR; start <= last; start += HALF_HOUR) {
    const weeklyShifts = movedShifts(job.weeklyShifts, start - earliest);
    if (weeklyShifts === null || runsIntoTheNight(job, start - earliest)) break;
    proposals.push({ change: { weeklyShifts }, text: startText(job, start - earliest) });
  }
  return proposals;
}

/** The half hours before the earliest start, as far as hours are moved at all and not before people are up. */
export function earlierStarts(job: CandidateSmallJob, { rules }: Setting): Proposal[] {
  if (job.weeklyShifts.length === 0) return [];
  const earliest = earliestStart(job);
  const { earliestStartMinutes, moveAtMostMinutes } = rules.changes;
  const first = Math.max(earliestStartMinutes, earliest - moveAtMostMinutes);
  const proposals: Proposal[] = [];
  for (let start = (Math.ceil(earliest / HALF_HOUR) - 1) * HALF_HOUR; start >= first; start -= HALF_HOUR) {
    const weeklyShifts = movedShifts(job.weeklyShifts, start - earliest);
    if (weeklyShifts === null) break;
    proposals.push({ change: { weeklyShifts }, text: startText(job, start - earliest) });
  }
  return proposals;
}

const earliestStart = ({ weeklyShifts }: CandidateSmallJob): number =>
  Math.min(...weeklyShifts.map(({ start }) => clockMinutes(start)));

/** "start kl. 9"; for shifts that start at different hours how far all of them are moved. */
function startText({ weeklyShifts }: CandidateSmallJob, minutes: number): string {
  const start = commonStart(weeklyShifts);
  if (start !== null) return `start ${clockText(start + minutes)}`;
  return `start ${lengthText(Math.abs(minutes))} ${minutes > 0 ? 'senere' : 'tidligere'}`;
}

/** Nobody is proposed a day job that ends after midnight. */
const runsIntoTheNight = (job: CandidateSmallJob, minutes: number): boolean =>
  job.weeklyShifts.some((shift) => {
    const end = clockMinutes(shift.start) + lengthMinutes(shift);
    return end <= DAY && end + minutes > DAY;
  });
