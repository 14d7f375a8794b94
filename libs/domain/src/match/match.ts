import { StateMachine, type Entity, type IsoInstant, type Temporal } from '../kernel/index.js';

export const matchStates = new StateMachine(
  'match',
  'asking',
  {
    asking: ['proposed', 'withdrawn', 'lapsed'],
    proposed: ['confirmed', 'rejected', 'withdrawn', 'lapsed'],
    confirmed: ['withdrawn', 'lapsed'],
    rejected: [],
    withdrawn: [],
    lapsed: [],
  },
  'match.wrong-state',
);
export type MatchState = 'asking' | 'proposed' | 'confirmed' | 'rejected' | 'withdrawn' | 'lapsed';

export const interestWays = ['phone', 'in-person', 'sms', 'letter', 'link'] as const;
export type InterestWay = (typeof interestWays)[number];

/** What a company may be shown of a citizen, when the citizen has agreed to each of them. */
export const shareableFields = [
  'goals',
  'wishes',
  'abilities',
  'accommodations',
  'hours',
  'danishLevel',
  'certificates',
  'travel',
  'dream',
] as const;
export type ShareableField = (typeof shareableFields)[number];

/** The citizen has said that the company may hear of her or him, and which fields it may see. */
export interface Interest {
  how: InterestWay;
  at: IsoInstant;
  fields: string[];
  /** The citizen has said that a start without a meeting is fine; null when nobody asked. */
  startWithoutMeeting: boolean | null;
  /** Who talked with the citizen and wrote it down; absent when the citizen answered without help. */
  byStaffId?: string;
}

/** Reasons a company can give for a no; a closed list, so that nothing unlawful is written down. */
export const rejectReasons = [
  'hours-do-not-fit',
  'tasks-do-not-fit',
  'found-another',
  'no-need-any-more',
  'not-now',
  'other',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Why the municipality took a proposal back; a closed list, and never a judgement of the person. */
export const withdrawReasons = [
  'citizen-changed-mind',
  'citizen-found-other',
  'job-changed',
  'mistake',
  'other',
] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** Why a proposal does not stand any more, and who wrote it down. */
export interface Withdrawal {
  reason: WithdrawReason;
  /** Null: the citizen said so without help. */
  byStaffId: string | null;
  /** How the citizen said it to whoever wrote it down. */
  how?: Exclude<InterestWay, 'link'>;
}

/** The citizen wished it; the other reasons are the municipality's or the company's. */
export const isCitizensWish = ({ reason }: Pick<Withdrawal, 'reason'>): boolean =>
  reason === 'citizen-changed-mind' || reason === 'citizen-found-other';

/** Somebody reminded the company by hand. */
export interface MatchReminder {
  at: IsoInstant;
  byStaffId: string;
}

export interface Match extends Entity {
  smallJobId: string;
  citizenId: string;
  /** What the company calls the person until it may know the name. */
  pseudonym: string;
  state: MatchState;
  interest: Interest | null;
  note: string | null;
  proposedByStaffId: string | null;
  start: 'meet' | 'direct' | null;
  rejectReason: RejectReason | null;
  score: number;
  ruleVersion: string;
  /** The ranking it was picked from, kept as long as the match; null for matches from before. */
  rankingId: string | null;
  createdAt: Temporal.Instant;
  proposedAt: Temporal.Instant | null;
  decidedAt: Temporal.Instant | null;
  /** Who answered for the company, as colleagues read it: "Ali har svaret ja". */
  decidedBy: string | null;
  /** When a silent employer is reminded, and when the match lapses. */
  remindAt: Temporal.Instant | null;
  lapsesAt: Temporal.Instant | null;
  /** Reminders that a person sent, the oldest first; the one that goes out by itself is not among them. */
  reminders: MatchReminder[];
  /** Null while it stands, and where nobody gave a reason. */
  withdrawal: Withdrawal | null;
}

export const openMatchStates: readonly MatchState[] = ['asking', 'proposed', 'confirmed'];
