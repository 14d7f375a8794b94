import { Temporal } from '#domain';
import type { Known } from './known-rows.js';
import type { LedgerLine } from './ledger.js';
import { ladder, LEADER_EMAIL, STAFF_PHONE, type Scenario } from './scenario.js';

/** One step that somebody heard of: when it should have been, by the plan alone, and when the provider had it. */
export interface HeardStep {
  dueAt: number;
  at: number;
}

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

/** The last step, which nobody hears: the task that it ends with. */
export function listedSteps(scenario: Scenario, { lastStepsAt }: Pick<Known, 'lastStepsAt'>): HeardStep[] {
  return scenario.ladders.flatMap(({ shiftId, startsAt }) => {
    const at = lastStepsAt.get(shiftId);
    return at === undefined ? [] : [{ dueAt: startsAt + afterMs(ladder.steps.length - 1), at }];
  });
}
