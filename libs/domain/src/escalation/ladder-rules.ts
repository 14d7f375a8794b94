import {
  Temporal,
  refuseUnless,
  isClockDuration,
  isLocalTime,
  latest,
  localTimeOf,
  minutesOfDay,
} from '../kernel/index.js';
import type { ContactLevel } from '../citizen/index.js';
import type { Shift } from '../shift/index.js';
import { graceOf } from '../shift/index.js';
import type { LadderDefinition, LadderStep, StepHours, StepRepeat, StepTarget } from './ladder.js';

/** When nobody seen becomes a matter: start plus the larger of the ladder's grace and the agreed flexibility. */
export const evidenceDueAt = (shift: Shift, notSeen: LadderDefinition): Temporal.Instant =>
  shift.startsAt.add(graceOf(shift, notSeen.graceAfterStart));

/** All steps for the first shifts and for close contact; later only the end-of-day list (practice). */
export const climbsTheLadder = (shift: Shift, level: ContactLevel, { trigger }: LadderDefinition): boolean =>
  shift.number <= trigger.firstShifts || (trigger.alwaysWhenClose && level === 'close');

export interface PlacedStep extends LadderStep {
  seq: number;
  ladderStep: number;
  repetition: number;
  dueAt: Temporal.Instant;
}

/**
 * Every step with its repetitions, in the order of time; at the same time in the order of the ladder. Placed at the
 * start as a whole: what is due does not depend on anything that has to survive until then.
 */
export function placeSteps(definition: LadderDefinition, startedAt: Temporal.Instant): PlacedStep[] {
  const placed = definition.steps.flatMap((step, ladderStep) => {
    const first = startedAt.add(Temporal.Duration.from(step.after));
    const every = step.repeat ? millisecondsOf(step.repeat.every) : 0;
    return Array.from({ length: step.repeat?.times ?? 1 }, (_, repetition) => ({
      ...step,
      ladderStep,
      repetition,
      dueAt: first.add({ milliseconds: repetition * every }),
    }));
  });
  return placed
    .sort(
      (a, b) =>
        Temporal.Instant.compare(a.dueAt, b.dueAt) ||
        a.ladderStep - b.ladderStep ||
        a.repetition - b.repetition,
    )
    .map((step, seq) => ({ ...step, seq }));
}

const millisecondsOf = (duration: string): number => Temporal.Duration.from(duration).total('milliseconds');

/** Whether a step is taken as it says at this moment, by the hours of the day in Copenhagen. */
export function isWithinHours(hours: StepHours | undefined, at: Temporal.Instant): boolean {
  if (!hours) return true;
  const [now, from, to] = [localTimeOf(at), hours.from, hours.to].map(minutesOfDay) as [
    number,
    number,
    number,
  ];
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** PÅ VEJ and SENERE move what waits by the travel time; a step never comes earlier than it would have. */
export const movedBy = (dueAt: Temporal.Instant, now: Temporal.Instant, minutes: number): Temporal.Instant =>
  latest(dueAt, now.add({ minutes }));

/** Who can be reached how: a person of the municipality by every channel, citizen and workplace not by task. */
const channelsOf: Record<StepTarget, readonly LadderStep['channel'][]> = {
  citizen: ['sms', 'email'],
  workplace: ['sms', 'email'],
  contact: ['sms', 'email', 'task'],
  deputy: ['sms', 'email', 'task'],
  duty: ['sms', 'email', 'task'],
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
    refuseUnless(areGoodHours(step), 'ladder.hours-invalid', { step: at });
    refuseUnless(isGoodRepeat(step), 'ladder.repeat-invalid', { step: at });
  }
  const last = steps.at(-1);
  refuseUnless(last && isColleague(last.who), 'ladder.must-end-with-a-person');
}

/** A person of the municipality, or the list they all look at. */
export const isColleague = (who: StepTarget): boolean => who !== 'citizen' && who !== 'workplace';

/** A citizen and a workplace hear what they hear at the time of the shift, and once: they are not to be worn down. */
const isStaff = ({ who }: LadderStep): boolean => isColleague(who) && who !== 'list';

const areGoodHours = (step: LadderStep): boolean => {
  const { hours } = step;
  if (!hours) return true;
  const { from, to } = hours;
  const other = hours.otherwise !== 'duty' || step.who !== 'duty';
  return isStaff(step) && isLocalTime(from) && isLocalTime(to) && from !== to && from !== '24:00' && other;
};

/** Bounded in number and in time, so that no case goes on for ever; a task is on the list once. */
export const REPEAT_BOUNDS = { most: 10, longest: 'PT2H' } as const;

function isGoodRepeat(step: LadderStep): boolean {
  const { repeat } = step;
  if (!repeat) return true;
  return isStaff(step) && step.channel !== 'task' && isBounded(repeat);
}

function isBounded({ every, times }: StepRepeat): boolean {
  if (!isClockDuration(every) || !Number.isInteger(times) || times < 2 || times > REPEAT_BOUNDS.most)
    return false;
  const gap = millisecondsOf(every);
  return gap >= 1000 && gap * (times - 1) <= millisecondsOf(REPEAT_BOUNDS.longest);
}
