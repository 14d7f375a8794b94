import { StateMachine, type Entity, type Temporal } from '../kernel/index.js';

/** `waiting` is the time in which everything can be taken back: nobody has been asked yet. */
export const bulkProposalStates = new StateMachine<BulkProposalState>(
  'bulk proposal',
  'waiting',
  { waiting: ['running', 'cancelled'], running: ['done'], done: [], cancelled: [] },
  'bulk-proposal.wrong-state',
);
export type BulkProposalState = 'waiting' | 'running' | 'done' | 'cancelled';

/** `broker-asked`: a colleague follows the citizen, and has the question on her or his list. */
export const bulkProposalItemStates = ['waiting', 'asked', 'broker-asked', 'left-out'] as const;
export type BulkProposalItemState = (typeof bulkProposalItemStates)[number];

/** So long everything can be taken back. The clock of the database decides, and no browser's. */
export const UNDO_SECONDS = 30;
/** What a person has looked through: more than this is not looked at, only pressed. */
export const MOST_BULK_PROPOSALS = 50;

/** Several citizens are asked about small jobs at once. Each is asked first, as always; none is proposed over her or his head. */
export interface BulkProposal extends Entity {
  state: BulkProposalState;
  byStaffId: string;
  itemCount: number;
  /** The place of the last item that was dealt with: a run that was cut off goes on after it. */
  placeReached: number;
  sendsAt: Temporal.Instant;
  createdAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
}

export interface BulkProposalItem extends Entity {
  bulkProposalId: string;
  /** From 1, in the order they were chosen. */
  place: number;
  smallJobId: string;
  citizenId: string;
  state: BulkProposalItemState;
  /** The proposal it became. */
  matchId: string | null;
  /** Why it was left out: `LeftOut`, or the code of the rule that refused it. */
  problem: string | null;
  doneAt: Temporal.Instant | null;
}

/** Why somebody of several is not asked. */
export const leftOutReasons = [
  'already-proposed',
  'in-play',
  'twice',
  'not-open',
  'no-contact',
  'does-not-fit',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];
