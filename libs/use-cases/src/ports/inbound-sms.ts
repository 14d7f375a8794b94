import type { Entity, Temporal } from '#domain';

/** An SMS that came in. The text is kept for some days only; the provider's id makes a repeat harmless. */
export interface InboundSms extends Entity {
  providerId: string;
  /** E.164. */
  from: string;
  /** Null when the time to keep it has passed. */
  text: string | null;
  understoodAs: string | null;
  subjectId: string | null;
  at: Temporal.Instant;
}
