import type { Temporal } from '#domain';

/** An SMS that came in, verified by the gateway's signature. */
export interface IncomingSms {
  providerId: string;
  /** E.164. */
  from: string;
  text: string;
  at: Temporal.Instant;
}
