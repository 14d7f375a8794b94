import type { Temporal } from '#domain';

const DAY_IN_MILLISECONDS = 86_400_000;

/** Whole days of 24 hours; none when `then` is ahead. */
export const daysBetween = (then: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.floor((now.epochMilliseconds - then.epochMilliseconds) / DAY_IN_MILLISECONDS));
