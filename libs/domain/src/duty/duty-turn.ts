import type { Entity, LocalDate, Temporal } from '../kernel/index.js';

/** Somebody's time on the duty list (*vagtlisten*): evenings, Saturdays, and whoever is behind the deputies. */
export interface DutyTurn extends Entity {
  /** Null: on duty for every team. */
  teamId: string | null;
  staffId: string;
  from: Temporal.Instant;
  to: Temporal.Instant;
  /** Taken off the list. The row stays, because swaps and the history are about it. */
  removedAt: Temporal.Instant | null;
}

export const dutySwapStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const;
export type DutySwapState = (typeof dutySwapStates)[number];

/** One asks another to take a turn, perhaps in return for one of the other's. */
export interface DutySwap extends Entity {
  turnId: string;
  fromStaffId: string;
  toStaffId: string;
  returnTurnId: string | null;
  state: DutySwapState;
  askedAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
}

export const dutyChangeKinds = ['added', 'changed', 'removed', 'swapped'] as const;
export type DutyChangeKind = (typeof dutyChangeKinds)[number];

/** A line of the history of the duty list: append only. Holds what the turn was afterwards. */
export interface DutyChange extends Entity {
  turnId: string;
  what: DutyChangeKind;
  staffId: string;
  /** Who had it before; null for a new one. */
  beforeStaffId: string | null;
  from: Temporal.Instant;
  to: Temporal.Instant;
  byStaffId: string;
  at: Temporal.Instant;
}

/** Days on which somebody is not here, both inclusive, and who answers meanwhile. Never why. */
export interface StaffLeave extends Entity {
  staffId: string;
  standInId: string;
  from: LocalDate;
  to: LocalDate;
  byStaffId: string;
  at: Temporal.Instant;
  /** Came back before it began, or earlier than planned: `to` is moved. Null as long as it holds. */
  takenBackAt: Temporal.Instant | null;
}
