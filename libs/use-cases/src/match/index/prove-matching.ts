import { Transactor } from '../../ports/index.js';
import type { Differences } from './differences.js';
import { MatchingIndexes } from './matching-indexes.js';

/**
 * The nightly proof that an index which followed a day of edits is the one that the rows make. When it is not, every
 * process reads all rows again, and a person is told.
 */
export class ProveMatching {
  static readonly needs = [Transactor, MatchingIndexes] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly indexes: MatchingIndexes,
  ) {}

  /** Begins the day: what is proved in the evening must have been there to follow. */
  ahead(municipalityId: string): Promise<void> {
    return this.indexes.warm(municipalityId);
  }

  /** @returns undefined when there was no index of today to prove. */
  async execute(municipalityId: string): Promise<Differences | undefined> {
    const found = await this.indexes.prove(municipalityId);
    if (found && found.differing > 0)
      await this.transactor.inMunicipality(municipalityId, (unit) => unit.matchingJournal.askForAll());
    return found;
  }
}
