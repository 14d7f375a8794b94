import type { Entity, Temporal } from '#domain';

/** A ranking as it was shown, so that it can be explained months later. */
export interface RankingRecord extends Entity {
  smallJobId: string;
  ruleVersion: string;
  considered: number;
  eligible: number;
  /** The places that were shown, with scores, parts and texts. */
  ranked: unknown[];
  /** Null when the worker made it ahead of time. */
  shownTo: string | null;
  at: Temporal.Instant;
}
