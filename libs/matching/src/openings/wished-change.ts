import type { DanishLevel, Degree } from '#domain';
import type { CandidateSmallJob } from '../candidates.js';
import type { SmallJobChange } from '../changes.js';
import { standardRules } from '../rules.js';
import { movedShifts } from '../week/moved-shifts.js';
import { paidWeekMinutes, withPaidMinutes } from '../week/weekly-hours.js';

/** What somebody tries at the desk, one number for each handle. What is left out stays as it is. */
export interface Wished {
  /** All shifts begin so many minutes later; negative: earlier. */
  laterMinutes?: number;
  /** Paid minutes a week. */
  weeklyMinutes?: number;
  liftKg?: number;
  standing?: Degree;
  noise?: Degree;
  peopleContact?: Degree;
  danishLevel?: DanishLevel;
}

type Asked = Pick<CandidateSmallJob, 'weeklyShifts' | 'demands' | 'danishLevel'>;

/**
 * The same as a change that `PATCH /small-jobs/{id}` takes: only what really differs from the job. Null when the hours
 * cannot be put on these days: longer than a shift may be, over midnight, or twenty hours and more.
 */
export function wishedChange(job: Asked, wished: Wished): SmallJobChange | null {
  const week = weekOf(job, wished);
  if (week === null) return null;
  const demands: NonNullable<SmallJobChange['demands']> = {};
  for (const field of ['liftKg', 'standing', 'noise', 'peopleContact'] as const) {
    const value = wished[field];
    if (value !== undefined && value !== job.demands[field]) Object.assign(demands, { [field]: value });
  }
  const { danishLevel } = wished;
  return {
    ...(week !== job.weeklyShifts && { weeklyShifts: week }),
    ...(Object.keys(demands).length > 0 && { demands }),
    ...(danishLevel !== undefined && danishLevel !== job.danishLevel && { danishLevel }),
  };
}

function weekOf(
  { weeklyShifts }: Asked,
  { laterMinutes = 0, weeklyMinutes }: Wished,
): Asked['weeklyShifts'] | null {
  const moved = laterMinutes === 0 ? weeklyShifts : movedShifts(weeklyShifts, laterMinutes);
  if (moved === null || weeklyMinutes === undefined || weeklyMinutes === paidWeekMinutes(moved)) return moved;
  return withPaidMinutes(moved, weeklyMinutes, standardRules.changes);
}
