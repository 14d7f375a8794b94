import { coverageAt, rawRows, Spread, standardSpread, waitingDays, type MatchingIndex } from '#matching';
import type { Case } from '../peers/peer.js';
import { bestOf } from './all-jobs.js';

/** How the first five places fall on the citizens, raw and at each strength, and what the step costs. */
export function measureSpread(index: MatchingIndex, { population, day }: Case, rounds: number) {
  const since = new Map(population.citizens.map(({ id, waitingSince }) => [id, waitingSince]));
  const pairs = index.fittingPairs();
  const waited = pairs.citizenIds.map((id) => waitingDays(since.get(id)!, day));
  const rows = rawRows(pairs, waited);
  return {
    strengths: coverageAt(rows, standardSpread, [0, 0.25, 0.5, 0.75, 1]),
    standardStrength: standardSpread.strength,
    pairs: pairs.citizen.length,
    pairsMillis: bestOf(rounds, () => index.fittingPairs()) / 1000,
    spreadMillis: bestOf(rounds, () => Spread.of(pairs, standardSpread, waited)) / 1000,
  };
}
