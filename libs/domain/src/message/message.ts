import { StateMachine, type Entity, type Temporal } from '../kernel/index.js';
import type { Language } from '../citizen/index.js';
import type { MessageTemplate } from './message-data.js';

/**
 * queued waits for the worker; sending is claimed, the one network call runs; uncertain: the call was made
 * and nobody knows whether it arrived, so it is shown and never sent again by itself.
 */
export const messageStates = new StateMachine(
  'message',
  'queued',
  {
    queued: ['sending', 'failed'],
    sending: ['sent', 'failed', 'uncertain', 'queued', 'delivered'],
    sent: ['delivered', 'failed'],
    uncertain: ['delivered', 'failed', 'sent'],
    failed: ['delivered'],
    delivered: [],
  },
  'message.not-found',
);
export type MessageState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'uncertain';

export type Receiver = 'citizen' | 'company' | 'staff';

/** What an answer to this message would be about. */
export type Question =
  'interest' | 'match' | 'offer' | 'shift' | 'workplace-arrival' | 'still-at-it' | 'draft';

/** A link in a message: the token is derived from key and link id when the message is rendered. */
export interface MessageLink {
  id: string;
  purpose: 'interest' | 'offer' | 'match' | 'shift';
}

/** Written in the same transaction as what caused it; sent by the worker. */
export interface Message extends Entity {
  template: MessageTemplate;
  channel: 'sms' | 'email';
  language: Language;
  receiver: Receiver;
  /** E.164 or an e-mail address. */
  to: string;
  data: Record<string, string>;
  link: MessageLink | null;
  citizenId: string | null;
  companyId: string | null;
  staffId: string | null;
  question: Question | null;
  /** The match, offer, shift or escalation that it is about. */
  subjectId: string | null;
  escalationStepId: string | null;
  /** One message per receiver, purpose and occasion; kept unique by the database. */
  dedupeKey: string;
  /** The ladder needs it: quiet hours do not hold it back. */
  urgent: boolean;
  state: MessageState;
  notBefore: Temporal.Instant;
  createdAt: Temporal.Instant;
  /** Time of the newest news about it; older receipts are ignored. */
  stateAt: Temporal.Instant;
  /** How often a worker has taken it. Each claim has its own number, so that only the newest one's outcome counts. */
  attempts: number;
  /** Claims after which no provider was asked: they use up no try. */
  unasked: number;
  /** Since when no provider was asked; null when one was asked last. */
  waitsSince: Temporal.Instant | null;
  /** When a worker last took it to send it; null when it certainly has not left since. What a day's caps count. */
  claimedAt: Temporal.Instant | null;
  /** Which provider took it, or may have taken it: only that one's receipts are believed. */
  provider: string | null;
  providerReference: string | null;
  /** Why it failed or is uncertain, as a slug. */
  reason: string | null;
}

/** How often a provider was really asked. */
export const triesOf = ({ attempts, unasked }: Pick<Message, 'attempts' | 'unasked'>): number =>
  attempts - unasked;
