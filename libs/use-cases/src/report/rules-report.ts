import type { Actor, Temporal } from '#domain';
import type { Exclusion } from '#matching';
import { MatchingIndexes } from '../match/index/matching-indexes.js';
import { whoLooks } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface RulesReport extends Exclusion {
  at: Temporal.Instant;
  smallJobs: number;
}

/** What keeps people and open jobs apart, all rules of it. Numbers only. */
export class ReportRules {
  static readonly needs = [MatchingIndexes] as const;

  constructor(private readonly indexes: MatchingIndexes) {}

  async execute(actor: Actor): Promise<RulesReport> {
    refuseUnlessStaff(actor);
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', async (unit, matching) => {
      const { smallJobIds, exclusion } = await matching();
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds: 'everybody',
        purpose: 'report.figures',
      });
      return { at: await unit.now(), smallJobs: smallJobIds.size, ...exclusion() };
    });
  }
}
