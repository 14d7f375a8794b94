import type { Actor, Temporal } from '#domain';
import { coverageAt, rawRows, type Coverage, type SpreadRules } from '#matching';
import { MatchingIndexes } from '../match/index/matching-indexes.js';
import { spreadRulesOf } from '../match/spread-places.js';
import { whoLooks } from '../records/log-shown.js';

export interface SpreadReport {
  at: Temporal.Instant;
  rules: SpreadRules;
  smallJobs: number;
  /** The raw ranking first, then by strength; the municipality's own strength is among them. */
  coverage: Coverage[];
}

/** Strengths that a leader can choose between, beside the own one. */
const STRENGTHS = [0, 0.25, 0.5, 0.75, 1];

/** How the first places of all open small jobs fall on the citizens, raw and spread side by side. Numbers only. */
export class ShowSpread {
  static readonly needs = [MatchingIndexes] as const;

  constructor(private readonly indexes: MatchingIndexes) {}

  async execute(actor: Actor): Promise<SpreadReport> {
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', async (unit, matching) => {
      const { index, smallJobIds } = await matching();
      const rules = spreadRulesOf((await unit.municipality()).settings);
      const strengths = [...new Set([...STRENGTHS, rules.strength])].sort((a, b) => a - b);
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds: 'everybody',
        purpose: 'report.spread',
      });
      const coverage = coverageAt(rawRows(index.fittingPairs()), rules, strengths);
      return { at: await unit.now(), rules, smallJobs: smallJobIds.size, coverage };
    });
  }
}
