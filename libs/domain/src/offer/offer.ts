import { StateMachine, type Entity, type IsoInstant, type Temporal } from '../kernel/index.js';

export const offerStates = new StateMachine(
  'offer',
  'sent',
  {
    sent: ['visiting', 'accepted', 'declined', 'expired', 'withdrawn'],
    visiting: ['accepted', 'declined', 'expired', 'withdrawn'],
    accepted: ['declined', 'withdrawn'],
    declined: [],
    expired: [],
    withdrawn: [],
  },
  'offer.wrong-state',
);
export type OfferState = 'sent' | 'visiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
export const openOfferStates: readonly OfferState[] = ['sent', 'visiting'];

export const offerAnswers = ['yes', 'no', 'visit', 'call'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];
export const answerWays = ['page', 'sms', 'email', 'phone', 'in-person', 'letter'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** Five gentle reasons and the right not to say. */
export const declineReasons = [
  'hours',
  'place',
  'task',
  'not-now',
  'something-else',
  'rather-not-say',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export interface AnswerRecord {
  answer: OfferAnswer;
  how: AnswerWay;
  at: IsoInstant;
  /** Set when the contact registered what the citizen said. */
  byStaffId: string | null;
  reason: DeclineReason | null;
}

/** Somebody at the municipality gave more time to answer. */
export interface DeadlineExtension {
  at: IsoInstant;
  byStaffId: string;
  /** The deadline before. */
  from: IsoInstant;
}

/** Binding for the company: what the small job was when the offer was made. */
export interface Offer extends Entity {
  matchId: string;
  smallJobId: string;
  citizenId: string;
  companyId: string;
  state: OfferState;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  remindAt: Temporal.Instant | null;
  lastSentAt: Temporal.Instant;
  answers: AnswerRecord[];
  acceptedAt: Temporal.Instant | null;
  /** Until then a yes can be taken back; the company hears after that. */
  bindingAt: Temporal.Instant | null;
  companyToldAt: Temporal.Instant | null;
  /** The oldest first. */
  extensions: DeadlineExtension[];
}
