import type { Entity, LocalDate, Temporal } from '#domain';
import type { CandidateCitizen, CandidateSmallJob, MatchingRules, RankedCitizen } from '#matching';

/** A citizen as the engine was told: its declared inputs and nothing else. */
export type CitizenAsTold = Omit<CandidateCitizen, 'waitingSince'> & { waitingSince: string };

/** What the engine knew. `evaluate` gives the same parts again from it, with the same rules and code. */
export interface RankingInputs {
  /** The Copenhagen day that was ranked for; waiting is counted up to its beginning. */
  today: LocalDate;
  /** Of those the company has said no to only who is in the list: nobody. */
  smallJob: CandidateSmallJob;
  citizens: CitizenAsTold[];
}

/** A citizen's place in the raw and in the spread order, from 1, among those who were considered. */
export interface BothRanks {
  rank: number;
  spreadRank: number;
}

/** A ranking as it was shown, so that it can be explained months later. */
export interface RankingRecord extends Entity {
  smallJobId: string;
  ruleVersion: string;
  /** The numbers of that rule version; null for rows from before they were kept, as `inputs`. */
  rules: MatchingRules | null;
  considered: number;
  eligible: number;
  /** The places that were shown, with scores, parts and texts; in spread order each with both ranks. */
  ranked: (RankedCitizen & Partial<BothRanks>)[];
  /** Of the citizens in `ranked`, and of the small job. */
  inputs: RankingInputs | null;
  /** Null when the worker made it ahead of time. */
  shownTo: string | null;
  shownToStaffId: string | null;
  /** When a match was first picked from it: then it is kept. */
  actedAt: Temporal.Instant | null;
  at: Temporal.Instant;
}
