import { coverageAt, MatchingIndex, rawRows, standardSpread } from '#matching';
import { describe, expect, it } from '@jest/globals';
import { drawnPopulation, municipalityPlan } from '../bench/matching/index.js';

describe('a large municipality, 7,000 citizens and 800 small jobs', () => {
  const { citizens, smallJobs, day } = drawnPopulation(municipalityPlan);
  const rows = rawRows(MatchingIndex.of(citizens, smallJobs, { day }).fittingPairs());
  const [raw, standard, full] = coverageAt(rows, standardSpread, [0, standardSpread.strength, 1]);

  it('shows half of those who fit something on lists of five, at most four lists each (goal 9)', () => {
    expect(raw!.coverage).toBeLessThan(0.35);
    expect(raw!.mostLists).toBeGreaterThan(25);
    expect(standard!.coverage).toBeGreaterThanOrEqual(0.49);
    expect(standard!.mostLists).toBeLessThanOrEqual(4);
    expect(standard!.pointsLost).toBeLessThanOrEqual(3);
    expect(standard!.gini).toBeLessThan(raw!.gini);
  });

  it('shows more with more strength, and it costs more', () => {
    expect(full!.shown).toBeGreaterThan(standard!.shown);
    expect(full!.meanPoints).toBeLessThan(standard!.meanPoints);
  });
});
