import { isoWithOffset, type Temporal } from '#domain';
import type { RankSmallJobs, StoredRanking } from '#use-cases';
import { instant, int, listOf, text, uuid } from '../../http/fields/index.js';
import { FailedConstraintResponse, ScoreFields, toFailed, toScore } from './ranking-parts.js';

const MOST = 100_000_000;

export class RankingHead {
  @text({ example: 'a1b2c3d4' }) ruleVersion!: string;
  @instant() at!: string;
  @int({ min: 0, max: MOST, example: 61, description: 'Så mange er der set på.' }) considered!: number;
  @int({ min: 0, max: MOST, example: 23, description: 'Så mange passer, vist eller ej.' }) eligible!: number;
}

export class RankedCitizenResponse extends ScoreFields {
  @uuid() citizenId!: string;
  @int({
    min: 1,
    max: MOST,
    example: 3,
    optional: true,
    description: 'Pladsen i den rå liste; ved order=spread.',
  })
  rank?: number;
  @int({ min: 1, max: MOST, example: 1, optional: true, description: 'Pladsen, når der er spredt.' })
  spreadRank?: number;
}

export class ExcludedCitizenResponse {
  @uuid() citizenId!: string;
  @listOf(FailedConstraintResponse) failed!: FailedConstraintResponse[];
}

export class SmallJobRankingResponse extends RankingHead {
  @uuid({ description: 'Til `GET /rankings/{id}`, når listen skal forklares.' }) id!: string;
  @uuid() smallJobId!: string;
  @listOf(RankedCitizenResponse) ranked!: RankedCitizenResponse[];
  @listOf(ExcludedCitizenResponse) excluded!: ExcludedCitizenResponse[];
}

export class RankedSmallJobResponse extends ScoreFields {
  @uuid() smallJobId!: string;
}

export class ExcludedSmallJobResponse {
  @uuid() smallJobId!: string;
  @listOf(FailedConstraintResponse) failed!: FailedConstraintResponse[];
}

export class CitizenRankingResponse extends RankingHead {
  @uuid() citizenId!: string;
  @listOf(RankedSmallJobResponse) ranked!: RankedSmallJobResponse[];
  @listOf(ExcludedSmallJobResponse) excluded!: ExcludedSmallJobResponse[];
}

interface Head {
  ruleVersion: string;
  at: Temporal.Instant;
  considered: number;
  eligible: number;
}

const toHead = ({ ruleVersion, at, considered, eligible }: Head): RankingHead => ({
  ruleVersion,
  at: isoWithOffset(at),
  considered,
  eligible,
});

export const toRankedCitizen = (row: StoredRanking['ranked'][number]): RankedCitizenResponse => ({
  citizenId: row.citizenId,
  ...toScore(row),
  ...(row.spreadRank !== undefined && { rank: row.rank, spreadRank: row.spreadRank }),
});

export const toSmallJobRanking = (smallJobId: string, ranking: StoredRanking): SmallJobRankingResponse => ({
  id: ranking.id,
  smallJobId,
  ...toHead(ranking),
  ranked: ranking.ranked.map(toRankedCitizen),
  excluded: ranking.excluded.map(({ citizenId, failed }) => ({ citizenId, failed: failed.map(toFailed) })),
});

export const toCitizenRanking = (
  citizenId: string,
  ranking: Awaited<ReturnType<RankSmallJobs['execute']>>,
): CitizenRankingResponse => ({
  citizenId,
  ...toHead(ranking),
  ranked: ranking.ranked.map((row) => ({ smallJobId: row.smallJobId, ...toScore(row) })),
  excluded: ranking.excluded.map(({ smallJobId, failed }) => ({ smallJobId, failed: failed.map(toFailed) })),
});
