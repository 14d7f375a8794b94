import { StateMachine, type Entity, type IsoInstant, type Temporal } from '../kernel/index.js';
import type { LadderDefinition, LadderMessage, LadderName, StepChannel, StepTarget } from './ladder.js';

export const escalationStates = new StateMachine(
  'escalation',
  'open',
  {
    open: ['acknowledged', 'snoozed', 'closed'],
    acknowledged: ['open', 'acknowledged', 'snoozed', 'closed'],
    snoozed: ['open', 'acknowledged', 'snoozed', 'closed'],
    closed: [],
  },
  'escalation.closed',
);
export type EscalationState = 'open' | 'acknowledged' | 'snoozed' | 'closed';

export const escalationOutcomes = [
  'arrived-late',
  'arrived',
  'was-there',
  'not-able-today',
  'transport',
  'overslept',
  'not-informed',
  'plan-wrong',
  'employer-cancelled',
  'no-contact',
  'other',
] as const;
export type EscalationOutcome = (typeof escalationOutcomes)[number];

/**
 * What stays settled when the workplace says once more that somebody is not there: a person found out why, and that
 * holds for the day. After an arrival, or when nothing was found out, it is news, and a new case begins.
 */
const settledFor: readonly EscalationOutcome[] = [
  'not-able-today',
  'transport',
  'overslept',
  'not-informed',
  'plan-wrong',
  'employer-cancelled',
  'no-contact',
];
export const isSettled = (outcome: EscalationOutcome | null): boolean =>
  outcome !== null && settledFor.includes(outcome);

export const acknowledgeActions = ['call', 'drive', 'other'] as const;
export type AcknowledgeAction = (typeof acknowledgeActions)[number];

export interface Acknowledgement {
  byStaffId: string;
  byName: string;
  action: AcknowledgeAction;
  at: IsoInstant;
  expiresAt: IsoInstant;
  /** When *Stadig i gang?* was asked; the ladder goes on when nobody answers it in time. */
  askedAt: IsoInstant | null;
}

/** One open case per shift. The ladder is copied in at the start: an edit never disturbs a case that runs. */
export interface Escalation extends Entity {
  ladder: LadderName;
  snapshot: LadderDefinition;
  shiftId: string;
  citizenId: string;
  smallJobId: string;
  companyId: string;
  state: EscalationState;
  openedAt: Temporal.Instant;
  /** Steps count from here; a switch to the other ladder starts anew. */
  ladderStartedAt: Temporal.Instant;
  /** Which start of a ladder within the case, from 1: tells old wake-ups from new ones. */
  round: number;
  nextStepAt: Temporal.Instant | null;
  acknowledged: Acknowledgement | null;
  snoozedUntil: Temporal.Instant | null;
  employerToldAt: Temporal.Instant | null;
  outcome: EscalationOutcome | null;
  nextTime: string | null;
  closedAt: Temporal.Instant | null;
}

export type StepState = 'waiting' | 'taken' | 'dropped';

/** One step of a case: its due time lives here, the queue only wakes. */
export interface EscalationStep extends Entity {
  escalationId: string;
  round: number;
  /** The order in which steps are taken, repetitions among the others. */
  seq: number;
  /** Which step of the copied ladder it is, from 0, and its how many-th repetition; 0: the first time. */
  ladderStep: number;
  repetition: number;
  who: StepTarget;
  channel: StepChannel;
  message: LadderMessage;
  dueAt: Temporal.Instant;
  state: StepState;
  takenAt: Temporal.Instant | null;
  /** The message the step sent, so that an undelivered one can skip the wait. */
  messageId: string | null;
}

/** A line of the whole history, append only. */
export interface EscalationEntry extends Entity {
  escalationId: string;
  at: Temporal.Instant;
  /** A stable slug, rendered in Danish: `opened`, `step-taken`, `acknowledged`, ... */
  what: string;
  who: string;
  details: Record<string, string | number | null>;
}
