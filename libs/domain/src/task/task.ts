import type { Entity, Temporal } from '../kernel/index.js';

/** What a person at the municipality must do; each has an owner and ends with a note of what was done. */
export const taskKinds = [
  'ask-interest',
  'give-offer',
  'remind-offer',
  'call-citizen',
  'call-before-shift',
  'visit-workplace',
  'tell-citizen-no',
  'next-person',
  'employer-silent',
  'not-understood',
  'number-of-several',
  'sms-stopped',
  'message-not-delivered',
  'correct-number',
  'sms-cap',
  'remind-shift',
  'tell-citizen',
  'tell-company',
  'step-by-hand',
  'unknown-attendance',
  'unconfirmed-list',
  'nobody-took-it',
  'first-day',
  'grow-hours',
  'correct-record',
  'ask-broker',
  'owner-answered',
  'follow-up',
  'job-ends',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Task extends Entity {
  kind: TaskKind;
  /** Null: the team's list. */
  staffId: string | null;
  citizenId: string | null;
  smallJobId: string | null;
  matchId: string | null;
  offerId: string | null;
  shiftId: string | null;
  escalationId: string | null;
  messageId: string | null;
  /** Words for the person who does it; may hold what somebody wrote. */
  note: string | null;
  dueAt: Temporal.Instant;
  createdAt: Temporal.Instant;
  doneAt: Temporal.Instant | null;
  doneByStaffId: string | null;
  outcome: string | null;
  /** Of a question: who asked. */
  askedByStaffId: string | null;
  /** Of a question that was answered; the words stand in `outcome`. */
  answer: 'yes' | 'no' | null;
}
