import type { MunicipalitySettings } from '#domain';
import {
  pairsWith,
  Spread,
  standardSpread,
  type CandidateSmallJob,
  type MatchingIndex,
  type Place,
  type Places,
  type SpreadRules,
} from '#matching';
import type { BothRanks, UnitOfWork } from '../ports/index.js';

export interface SpreadPlaces extends Places {
  ranks: ReadonlyMap<string, BothRanks>;
  /** What is added to the rule version, so that the order can be explained later. */
  version: string;
}

/** The municipality's own numbers, and the standard where it has said nothing. */
export const spreadRulesOf = ({ spread }: MunicipalitySettings): SpreadRules => ({
  ...standardSpread,
  ...spread,
});

/**
 * The citizens of a small job in spread order: those of its list first, found over all open small jobs of the
 * municipality at once, then the others. The score of each is the raw one. Strength 0 is the raw order.
 */
export async function spreadPlaces(
  unit: UnitOfWork,
  index: MatchingIndex,
  job: CandidateSmallJob,
  { limit, among }: { limit: number; among?: ReadonlySet<string> },
): Promise<SpreadPlaces> {
  const rules = spreadRulesOf((await unit.municipality()).settings);
  const { considered, eligible, ranked } = index.rankCitizens(job, among ? { among } : {});
  const everybody = among ? index.rankCitizens(job).ranked : ranked;
  const listed = listedFor(index, job.id, everybody, rules);
  const rank = new Map(ranked.map(({ id }, at) => [id, at + 1]));
  const inOrder = [
    ...ranked.filter(({ id }) => listed.has(id)),
    ...ranked.filter(({ id }) => !listed.has(id)),
  ].slice(0, limit);
  return {
    considered,
    eligible,
    ranked: inOrder,
    ranks: new Map(inOrder.map(({ id }, at) => [id, { rank: rank.get(id)!, spreadRank: at + 1 }])),
    version: versionOf(rules),
  };
}

const versionOf = ({ strength, listLength, mostLists, newcomerPoints, reachPoints }: SpreadRules): string =>
  `spread-${strength}-${listLength}-${mostLists}-${newcomerPoints}-${reachPoints}`;

function listedFor(
  index: MatchingIndex,
  smallJobId: string,
  everybody: readonly Place[],
  rules: SpreadRules,
): ReadonlySet<string> {
  if (rules.strength === 0) return new Set();
  const spread = Spread.of(pairsWith(index.fittingPairs(), smallJobId, everybody), rules);
  const first = spread.ofSmallJob(smallJobId).filter(({ listed }) => listed);
  return new Set(first.map(({ citizenId }) => citizenId));
}
