import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { citizenFacts, pairOf, smallJobFacts } from '../facts.js';
import { ruleVersion } from '../rule-version.js';
import type { Failure } from './failures.js';
import { settingOf, type RankingOptions } from './options.js';
import { inOrder } from './order.js';
import type { Score } from './score.js';

export interface RankedSmallJob extends Score {
  smallJobId: string;
}

export interface ExcludedSmallJob {
  smallJobId: string;
  failed: Failure[];
}

export interface SmallJobRanking {
  ruleVersion: string;
  considered: number;
  eligible: number;
  ranked: RankedSmallJob[];
  excluded: ExcludedSmallJob[];
}

/** The small jobs for a citizen, in the same form and by the same table as `rankCitizens`. */
export function rankSmallJobs(
  citizen: CandidateCitizen,
  jobs: readonly CandidateSmallJob[],
  options: RankingOptions,
): SmallJobRanking {
  const setting = settingOf(options);
  const facts = citizenFacts(citizen);
  const entries = jobs.map((job) => ({
    id: job.id,
    pair: pairOf(smallJobFacts(job, setting), facts, setting),
  }));
  const { ranked, excluded, ...counts } = inOrder(entries, options.limit, options.excluded ?? false);
  return {
    ruleVersion: ruleVersion(setting.rules),
    ...counts,
    ranked: ranked.map(({ id, ...score }) => ({ smallJobId: id, ...score })),
    excluded: excluded.map(({ id, failed }) => ({ smallJobId: id, failed })),
  };
}
