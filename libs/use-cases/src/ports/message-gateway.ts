export interface OutgoingSms {
  channel: 'sms';
  /** Our id: the provider's reference for receipts, and its idempotency key where it has one. */
  id: string;
  /** E.164. */
  to: string;
  text: string;
}

export interface OutgoingEmail {
  channel: 'email';
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export type OutgoingMessage = OutgoingSms | OutgoingEmail;

/**
 * `sent`: the provider has it. `refused`: it certainly has not; `permanent` when trying again is useless.
 * `uncertain`: the request left and no answer came, so it may have. `provider`: who has it, or may have it.
 * `unasked`: nobody was asked, because every provider is spared or paused; then `retryAfterSeconds` says for how long.
 */
export type SendResult =
  | { result: 'sent'; providerReference: string | null; provider?: string }
  | {
      result: 'refused';
      permanent: boolean;
      reason: string;
      retryAfterSeconds: number | null;
      unasked?: true;
    }
  | { result: 'uncertain'; reason: string; provider?: string };

/** How long a claim lets its worker act. Counts on while the process stands still. */
export interface Deadline {
  /** Milliseconds; 0 or less when nothing may leave any more. */
  remainingMs(): number;
}

export interface SendConditions {
  deadline: Deadline;
  /** Providers that a person has paused: they are not asked. */
  paused: ReadonlySet<string>;
}

/**
 * The network call of a message. Never throws for what a network does. Nothing leaves after the deadline: by then others
 * may have taken the message for lost. What comes too late is `refused` with the reason `too-late`.
 */
export abstract class MessageGateway {
  abstract send(message: OutgoingMessage, conditions: SendConditions): Promise<SendResult>;
}
