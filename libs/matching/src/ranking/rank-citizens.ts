import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { citizenFacts, pairOf, smallJobFacts } from '../facts.js';
import { ruleVersion } from '../rule-version.js';
import type { Failure } from './failures.js';
import { settingOf, type RankingOptions } from './options.js';
import { inOrder } from './order.js';
import type { Score } from './score.js';

export interface RankedCitizen extends Score {
  citizenId: string;
}

export interface ExcludedCitizen {
  citizenId: string;
  /** Every failing rule, in the order of the table. */
  failed: Failure[];
}

export interface CitizenRanking {
  ruleVersion: string;
  considered: number;
  /** How many fit, shown or not. */
  eligible: number;
  ranked: RankedCitizen[];
  excluded: ExcludedCitizen[];
}

/**
 * The citizens who fit a small job, best first, with the reasons; on request the others with every failing rule and
 * what would lift it. The plain meaning of the table: other engines are compared with this one.
 */
export function rankCitizens(
  job: CandidateSmallJob,
  citizens: readonly CandidateCitizen[],
  options: RankingOptions,
): CitizenRanking {
  const setting = settingOf(options);
  const facts = smallJobFacts(job, setting);
  const entries = citizens.map((citizen) => ({
    id: citizen.id,
    pair: pairOf(facts, citizenFacts(citizen), setting),
  }));
  const { ranked, excluded, ...counts } = inOrder(entries, options.limit, options.excluded ?? false);
  return {
    ruleVersion: ruleVersion(setting.rules),
    ...counts,
    ranked: ranked.map(({ id, ...score }) => ({ citizenId: id, ...score })),
    excluded: excluded.map(({ id, failed }) => ({ citizenId: id, failed })),
  };
}
