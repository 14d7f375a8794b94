import type { Entity, Temporal } from '../kernel/index.js';
import type { HandoverReason } from './contact.js';

/** Reasons a person can give when somebody else follows a citizen from now on, planned or not (R19). */
export const brokerHandoverReasons = [
  'planned',
  'leave',
  'resigned',
  'reorganised',
  'asked-for',
  'fresh-eyes',
  'other',
] as const satisfies readonly HandoverReason[];
export type BrokerHandoverReason = (typeof brokerHandoverReasons)[number];

/** One change of the person who follows a citizen through (R17, R18). Kept as history: never rewritten. */
export interface BrokerHandover extends Entity {
  citizenId: string;
  /** Null: nobody followed the citizen before. */
  fromStaffId: string | null;
  toStaffId: string;
  reason: BrokerHandoverReason;
  note: string | null;
  byStaffId: string;
  at: Temporal.Instant;
}
