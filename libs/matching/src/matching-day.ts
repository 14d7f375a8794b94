import { instantOf, localDateOf, type LocalDate, type Temporal } from '#domain';
import type { MatchingRules } from './rules.js';

/** When the matching is done. Injected, so that a stored ranking can be made again months later. */
export interface MatchingDay {
  /** The Copenhagen day: a start date that has passed counts as a start today. */
  today: LocalDate;
  /** Waiting time is counted up to here: the beginning of that day, so that a list holds all day, in every process. */
  at: Temporal.Instant;
}

/** What stays the same for every pair of one call. */
export interface Setting {
  day: MatchingDay;
  rules: MatchingRules;
}

export function matchingDay(now: Temporal.Instant): MatchingDay {
  const today = localDateOf(now);
  return { today, at: instantOf(today, '00:00') };
}

const DAY_IN_MILLISECONDS = 86_400_000;

/** Whole days of 24 hours since the citizen began to wait; never negative. */
export const waitingDays = (waitingSince: Temporal.Instant, day: MatchingDay): number =>
  Math.max(0, Math.floor((day.at.epochMilliseconds - waitingSince.epochMilliseconds) / DAY_IN_MILLISECONDS));
