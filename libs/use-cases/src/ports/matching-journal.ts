import type { Temporal } from '#domain';

/** What changed for matching, each id once. Whom it means something to is read with the rows. */
export interface MatchingChanges {
  citizenIds: string[];
  smallJobIds: string[];
  /** The company said no to somebody, or took it back: all its small jobs. */
  companyIds: string[];
  /** Somebody asked everybody to read everything again. */
  all: boolean;
}

/** Which version the rows are at that matching reads, in the order of commits. Written by the database itself. */
export interface MatchingJournal {
  /** Zero before the first change; one more with each transaction that changed something. */
  version(): Promise<number>;
  /** What changed after a version up to now; null when the journal does not reach back to it. */
  changesAfter(version: number): Promise<MatchingChanges | null>;
  /** Makes every process read all rows again. */
  askForAll(): Promise<void>;
  /** Throws old lines away: whoever is further behind reads all rows again. @returns how many versions went. */
  forget(before: Temporal.Instant): Promise<number>;
}
