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
 * `uncertain`: the request left and no answer came, so it may have.
 */
export type SendResult =
  | { result: 'sent'; providerReference: string | null }
  | { result: 'refused'; permanent: boolean; reason: string; retryAfterSeconds: number | null }
  | { result: 'uncertain'; reason: string };

/** The one network call of a message. Never throws for what a network does. */
export abstract class MessageGateway {
  abstract send(message: OutgoingMessage): Promise<SendResult>;
}
