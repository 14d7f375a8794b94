import type { Entity, LocalTime, Temporal } from '../kernel/index.js';

export const ladderNames = ['not-seen', 'not-here'] as const;
export type LadderName = (typeof ladderNames)[number];

/**
 * Who a step turns to. `duty` is whoever is on the duty list at that moment, `list` the team's list of what a person
 * must look at.
 */
export const stepTargets = ['citizen', 'workplace', 'contact', 'deputy', 'duty', 'leader', 'list'] as const;
export type StepTarget = (typeof stepTargets)[number];
export const stepChannels = ['sms', 'email', 'task'] as const;
export type StepChannel = (typeof stepChannels)[number];

export const ladderMessages = [
  'not-seen-citizen',
  'not-seen-workplace',
  'not-seen-contact',
  'not-here-contact',
  'not-here-citizen',
  'not-here-deputy',
  'not-here-leader',
  'workplace-told',
  'nobody-took-it',
] as const;
export type LadderMessage = (typeof ladderMessages)[number];

export interface LadderStep {
  /** Real time after the ladder starts, `PT10M`; seconds in demo and tests. */
  after: string;
  who: StepTarget;
  channel: StepChannel;
  message: LadderMessage;
  /** The step is taken so only at these hours of the day; left out: at every hour. */
  hours?: StepHours;
  /** Said again until somebody takes the case; left out: once. */
  repeat?: StepRepeat;
}

/** From `from` until `to`, over midnight when `to` is the earlier; outside of it the step goes to `otherwise`. */
export interface StepHours {
  from: LocalTime;
  to: LocalTime;
  otherwise: 'duty' | 'list';
}

/** `times` counts the first one: every `PT5M`, three times in all. */
export interface StepRepeat {
  every: string;
  times: number;
}

/** When a ladder is used in full. */
export interface LadderTrigger {
  on: 'no-evidence' | 'said-not-here';
  /** All steps for the first so many shifts of an agreement; later ones only reach the end-of-day list. */
  firstShifts: number;
  /** All steps, always, for a citizen who chose close contact. */
  alwaysWhenClose: boolean;
}

/** Exactly what `PUT /ladders/{name}` accepts and `GET` returns. */
export interface LadderDefinition {
  trigger: LadderTrigger;
  graceAfterStart: string;
  steps: LadderStep[];
  acknowledgeExpiresAfter: { call: string; drive: string; other: string };
  /** Hours in which the ladder's messages wait; null: the ladder runs at every hour a shift does. */
  quietHours: { from: LocalTime; to: LocalTime } | null;
}

export interface Ladder extends Entity {
  name: LadderName;
  version: number;
  definition: LadderDefinition;
  changedByStaffId: string | null;
  changedAt: Temporal.Instant;
}

/** A ladder as it was saved. Only added to: an earlier one is taken back as a new version. */
export interface LadderVersion extends Entity {
  name: LadderName;
  version: number;
  definition: LadderDefinition;
  changedByStaffId: string | null;
  changedAt: Temporal.Instant;
  /** The version that was taken back; null when the steps were written. */
  restoredVersion: number | null;
}

/** How long the person who acknowledged has to say that it still goes on. */
export const STILL_AT_IT_ANSWER_WITHIN = 'PT5M';

export const defaultLadders: Record<LadderName, LadderDefinition> = {
  'not-seen': {
    trigger: { on: 'no-evidence', firstShifts: 6, alwaysWhenClose: true },
    graceAfterStart: 'PT15M',
    steps: [
      { after: 'PT0S', who: 'citizen', channel: 'sms', message: 'not-seen-citizen' },
      { after: 'PT10M', who: 'workplace', channel: 'sms', message: 'not-seen-workplace' },
      { after: 'PT20M', who: 'contact', channel: 'task', message: 'not-seen-contact' },
      { after: 'PT60M', who: 'list', channel: 'task', message: 'nobody-took-it' },
    ],
    acknowledgeExpiresAfter: { call: 'PT30M', drive: 'PT2H', other: 'PT30M' },
    quietHours: null,
  },
  'not-here': {
    trigger: { on: 'said-not-here', firstShifts: 0, alwaysWhenClose: true },
    graceAfterStart: 'PT0S',
    steps: [
      { after: 'PT0S', who: 'contact', channel: 'sms', message: 'not-here-contact' },
      { after: 'PT0S', who: 'citizen', channel: 'sms', message: 'not-here-citizen' },
      { after: 'PT10M', who: 'deputy', channel: 'sms', message: 'not-here-deputy' },
      { after: 'PT20M', who: 'workplace', channel: 'sms', message: 'workplace-told' },
      { after: 'PT30M', who: 'leader', channel: 'sms', message: 'not-here-leader' },
      { after: 'PT45M', who: 'list', channel: 'task', message: 'nobody-took-it' },
    ],
    acknowledgeExpiresAfter: { call: 'PT30M', drive: 'PT2H', other: 'PT30M' },
    quietHours: null,
  },
};
