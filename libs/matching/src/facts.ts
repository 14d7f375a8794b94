import { dayNumber, metresBetween, type LocalDate } from '#domain';
import type { CandidateCitizen, CandidateSmallJob } from './candidates.js';
import type { Setting } from './matching-day.js';
import { freeIntervals, weekInterval, type Interval } from './week/interval.js';
import { paidWeekMinutes } from './week/weekly-hours.js';

/** A small job with its integers worked out once. */
export interface SmallJobFacts {
  job: CandidateSmallJob;
  shifts: readonly Interval[];
  /** Paid net minutes a week. */
  paidMinutes: number;
  /** The start date, or today when it has passed: nobody can begin earlier than today. */
  start: LocalDate;
  /** The same as days since 1970. */
  startDay: number;
}

/** A citizen with the integers worked out once. Hours are whole minutes a week. */
export interface CitizenFacts {
  citizen: CandidateCitizen;
  free: readonly Interval[];
  agreed: readonly Interval[];
  minMinutes: number;
  maxMinutes: number;
  wishMinutes: number;
  /** The first day the citizen can begin, as days since 1970. */
  availableDay: number;
}

/** What a constraint or a part looks at. */
export interface Pair {
  job: SmallJobFacts;
  citizen: CitizenFacts;
  /** As the crow flies. */
  metres: number;
  setting: Setting;
}

export function smallJobFacts(job: CandidateSmallJob, setting: Setting): SmallJobFacts {
  const start = job.startDate < setting.day.today ? setting.day.today : job.startDate;
  return {
    job,
    shifts: job.weeklyShifts.map(({ weekday, start: from, end }) => weekInterval(weekday, from, end)),
    paidMinutes: paidWeekMinutes(job.weeklyShifts),
    start,
    startDay: dayNumber(start),
  };
}

export const citizenFacts = (citizen: CandidateCitizen): CitizenFacts => ({
  citizen,
  free: freeIntervals(citizen.windows),
  agreed: citizen.agreedSlots.map(({ weekday, start, end }) => weekInterval(weekday, start, end)),
  minMinutes: Math.round(citizen.hours.min * 60),
  maxMinutes: Math.round(citizen.hours.max * 60),
  wishMinutes: Math.round(citizen.hours.wish * 60),
  availableDay: dayNumber(citizen.availableFrom),
});

export const pairOf = (job: SmallJobFacts, citizen: CitizenFacts, setting: Setting): Pair => ({
  job,
  citizen,
  metres: metresBetween(citizen.citizen.position, job.job.workplace.position),
  setting,
});
