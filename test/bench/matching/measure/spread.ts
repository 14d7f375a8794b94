import { coverageAt, rawRows, Spread, standardSpread, type MatchingIndex } from '#matching';
import { bestOf } from './all-jobs.js';

/** How the first five places fall on the citizens, raw and at each strength, and what the step costs. */
export function measureSpread(index: MatchingIndex, rounds: number) {
  const pairs = index.fittingPairs();
  const rows = rawRows(pairs);
  return {
    strengths: coverageAt(rows, standardSpread, [0, 0.25, 0.5, 0.75, 1]),
    standardStrength: standardSpread.strength,
    pairs: pairs.citizen.length,
    pairsMillis: bestOf(rounds, () => index.fittingPairs()) / 1000,
    spreadMillis: bestOf(rounds, () => Spread.of(pairs, standardSpread)) / 1000,
  };
}
