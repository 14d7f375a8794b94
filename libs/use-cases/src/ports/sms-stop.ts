import type { Entity, Temporal } from '#domain';

/** A company's number that gets no SMS: somebody there wrote STOP, or that it is the wrong number. */
export interface SmsStop extends Entity {
  /** E.164. */
  phone: string;
  companyId: string;
  reason: 'asked' | 'wrong-number';
  at: Temporal.Instant;
  /** When START came from it. */
  endedAt: Temporal.Instant | null;
}
