import type { Entity, LocalDate, Temporal } from '../kernel/index.js';

export type HandoverReason =
  | 'first'
  | 'planned'
  | 'leave'
  | 'resigned'
  | 'reorganised'
  | 'asked-for'
  | 'fresh-eyes'
  | 'broker-takes-over'
  | 'other';

/** One fixed contact person per small job, whom both sides can call (R22). Kept as history: a change ends a row. */
export interface ContactAssignment extends Entity {
  smallJobId: string;
  staffId: string;
  startedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  reason: HandoverReason;
  note: string | null;
}

/** Somebody else answers for some days; the fixed contact stays the same person. */
export interface ContactCover extends Entity {
  smallJobId: string;
  byStaffId: string;
  from: LocalDate;
  to: LocalDate;
}
