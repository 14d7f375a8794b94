import type { HeardStep } from '../crash/heard-steps.js';

/** Beyond this somebody has noticed that it is late. */
export const LATE_MS = 5_000;

/** From the return until the last message left that was late. */
export function catchUpMs(steps: readonly HeardStep[], returned: number): number {
  const late = steps.filter(({ dueAt, at }) => at - dueAt > LATE_MS && at > returned);
  return late.reduce((longest, { at }) => Math.max(longest, at - returned), 0);
}
