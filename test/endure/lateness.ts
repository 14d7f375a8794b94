import type { LedgerLine } from '../crash/ledger.js';
import { ladder, LEADER_EMAIL, STAFF_PHONE, type Scenario } from '../crash/scenario.js';
import { Temporal } from '#domain';

/** One step that somebody heard of: when it should have been, by the plan alone, and when the provider had it. */
export interface HeardStep {
  dueAt: number;
  at: number;
}

/** Beyond this somebody has noticed that it is late. */
export const LATE_MS = 5_000;

const afterMs = (step: number): number =>
  Temporal.Duration.from(ladder.steps[step]!.after).total({ unit: 'milliseconds' });

/** By the provider's list and the clock of the shifts: our own rows are not asked. Repeats count at their first time. */
export function heardSteps(scenario: Scenario, lines: readonly LedgerLine[]): HeardStep[] {
  const first = new Map<string, number>();
  for (const { to, text, at } of lines) {
    const about = /Opgave (\d+)\b/.exec(text)?.[1];
    for (const key of [to, `${to} ${about}`]) if (!first.has(key)) first.set(key, at);
  }
  return scenario.ladders.flatMap(({ phone, startsAt }, number) =>
    [phone, `${STAFF_PHONE} ${number}`, `${LEADER_EMAIL} ${number}`].flatMap((key, step) => {
      const at = first.get(key);
      return at === undefined ? [] : [{ dueAt: startsAt + afterMs(step), at }];
    }),
  );
}

/** From the return until the last message left that was late because of what was before it. */
export function catchUpMs(steps: readonly HeardStep[], since: number, returned: number): number {
  const late = steps.filter(({ dueAt, at }) => dueAt >= since && at - dueAt > LATE_MS && at > returned);
  return late.reduce((longest, { at }) => Math.max(longest, at - returned), 0);
}
