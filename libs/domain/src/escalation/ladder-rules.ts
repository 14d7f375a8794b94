import { Temporal, refuseUnless, isClockDuration, latest } from '../kernel/index.js';
import type { ContactLevel } from '../citizen/index.js';
import type { Shift } from '../shift/index.js';
import { graceOf } from '../shift/index.js';
import type { LadderDefinition, LadderStep, StepTarget } from './ladder.js';

/** When nobody seen becomes a matter: start plus the larger of the ladder's grace and the agreed flexibility. */
export const evidenceDueAt = (shift: Shift, notSeen: LadderDefinition): Temporal.Instant =>
  shift.startsAt.add(graceOf(shift, notSeen.graceAfterStart));

/** All steps for the first shifts and for close contact; later only the end-of-day list (practice). */
export const climbsTheLadder = (shift: Shift, level: ContactLevel, { trigger }: LadderDefinition): boolean =>
  shift.number <= trigger.firstShifts || (trigger.alwaysWhenClose && level === 'close');

export interface PlacedStep extends LadderStep {
  seq: number;
  dueAt: Temporal.Instant;
}

export const placeSteps = (definition: LadderDefinition, startedAt: Temporal.Instant): PlacedStep[] =>
  definition.steps.map((step, seq) => ({
    ...step,
    seq,
    dueAt: startedAt.add(Temporal.Duration.from(step.after)),
  }));

/** PÅ VEJ and SENERE move what waits by the travel time; a step never comes earlier than it would have. */
export const movedBy = (dueAt: Temporal.Instant, now: Temporal.Instant, minutes: number): Temporal.Instant =>
  latest(dueAt, now.add({ minutes }));

/** Who can be reached how: a person of the municipality by every channel, citizen and workplace not by task. */
const channelsOf: Record<StepTarget, readonly LadderStep['channel'][]> = {
  citizen: ['sms', 'email'],
  workplace: ['sms', 'email'],
  contact: ['sms', 'email', 'task'],
  deputy: ['sms', 'email', 'task'],
  leader: ['sms', 'email', 'task'],
  list: ['task'],
};

/** @throws when a ladder could fall silent: no steps, steps out of order, no channel, or no person at the end. */
export function checkLadder(definition: LadderDefinition): void {
  const { steps } = definition;
  refuseUnless(steps.length > 0, 'ladder.no-steps');
  for (const [at, step] of steps.entries()) {
    refuseUnless(isClockDuration(step.after), 'ladder.steps-out-of-order', { step: at });
    refuseUnless(channelsOf[step.who].includes(step.channel), 'ladder.step-unreachable', {
      step: at,
      who: step.who,
      channel: step.channel,
    });
    const before = steps[at - 1];
    refuseUnless(
      !before || Temporal.Duration.compare(before.after, step.after) <= 0,
      'ladder.steps-out-of-order',
      { step: at },
    );
  }
  const last = steps.at(-1);
  refuseUnless(last && last.who !== 'citizen' && last.who !== 'workplace', 'ladder.must-end-with-a-person');
}
