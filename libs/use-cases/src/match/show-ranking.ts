import type { Actor, Match } from '#domain';
import { Transactor, type RankingRecord } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** A ranking as it was, and what was done with it. */
export interface RankingExplained {
  ranking: RankingRecord;
  /** The matches that were picked from it, oldest first. */
  matches: Match[];
}

/** Why this person, months later: what the engine was told, by which rules, what it said, to whom, and what followed. */
export class ShowRanking {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws ranking.not-found, also for one that nobody acted on and that is no longer kept */
  async execute(rankingId: string, actor: Actor): Promise<RankingExplained> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const ranking = found(await unit.rankings.find(rankingId), 'ranking.not-found');
      const matches = await unit.matches.list({ rankingId }, { order: [{ by: 'createdAt' }] });
      const listed = ranking.ranked.map(({ citizenId }) => citizenId);
      await logShown(
        unit,
        actor,
        [...listed, ...matches.map(({ citizenId }) => citizenId)],
        'small-job.ranking-explained',
      );
      return { ranking, matches };
    });
  }
}
