import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { TopList } from './top-list.js';

describe('the bounded list', () => {
  it('is the beginning of everything sorted, whatever the order it comes in', () => {
    const random = new Draw(1);
    // Slots are known by names in another order than their numbers.
    const names = Array.from({ length: 400 }, (_, slot) => (slot * 173) % 400);
    const list = new TopList((one, other) => names[one]! - names[other]!);
    for (let round = 0; round < 500; round += 1) {
      const offers = Array.from({ length: random.whole(0, random.one([5, 60, 300, 900])) }, (_, slot) => ({
        slot,
        score: random.whole(0, random.one([2, 10_000])),
        days: random.whole(0, 2),
      })).sort(() => random.unit() - 0.5);
      const limit = random.one([0, 1, 2, 20, 64, 65, 200, 1000]);
      list.begin(limit, offers.length);
      for (const { slot, score, days } of offers) {
        // Whoever scores below `least` is not offered by the callers.
        if (score >= list.least) list.offer(slot, score, days, 7 * slot);
      }
      list.inOrder();
      const sorted = offers
        .sort((a, b) => b.score - a.score || b.days - a.days || names[a.slot]! - names[b.slot]!)
        .slice(0, limit);
      expect([...list.slots.subarray(0, list.size)]).toEqual(sorted.map(({ slot }) => slot));
      expect([...list.scores.subarray(0, list.size)]).toEqual(sorted.map(({ score }) => score));
      expect([...list.knownAs.subarray(0, list.size)]).toEqual(sorted.map(({ slot }) => 7 * slot));
    }
  });

  it('takes everybody until it is full, and then nobody below its last', () => {
    const list = new TopList((one, other) => one - other).begin(2);
    expect(list.least).toBeLessThan(0);
    list.offer(1, 0, 0);
    expect(list.least).toBeLessThan(0);
    list.offer(2, 10, 0);
    expect(list.least).toBe(0);
    list.offer(3, 5, 0);
    expect(list.least).toBe(5);
    expect(list.begin(2).size).toBe(0);
  });
});
