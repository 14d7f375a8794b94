import type { CandidateCitizen } from '../candidates.js';

/** Where citizens' own limits lie: the numbers of a job are tried there and nowhere else. Hours in minutes a week. */
export interface Limits {
  liftKg: readonly number[];
  minMinutes: readonly number[];
  maxMinutes: readonly number[];
}

export const limitsOf = (citizens: readonly CandidateCitizen[]): Limits => ({
  liftKg: citizens.map(({ limits }) => limits.liftKg),
  minMinutes: citizens.map(({ hours }) => Math.round(hours.min * 60)),
  maxMinutes: citizens.map(({ hours }) => Math.round(hours.max * 60)),
});
