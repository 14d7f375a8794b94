import { travelModes } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import type { CandidateCitizen } from '../candidates.js';
import { standardRules, type MatchingRules } from '../rules.js';
import { tripWithinReach } from '../travel.js';
import { haversineOf } from './distance.js';
import { reachKey, ReachTable } from './reach-table.js';

type Reach = CandidateCitizen['reach'];

const drawnReach = (random: Draw): Reach =>
  Object.fromEntries(
    travelModes
      .filter(() => random.chance(0.5))
      .map((mode) => [mode, random.one([0, 1, 7.5, 10, 11, 30, 45, 240, random.whole(0, 400), 10_000_000])]),
  );

const slow: MatchingRules['travel'] = {
  ...standardRules.travel,
  detourPercent: 133,
  modes: {
    walk: { kmPerHour: 4.3, waitMinutes: 0 },
    bike: { kmPerHour: 13, waitMinutes: 1 },
    bus: { kmPerHour: 19, waitMinutes: 12 },
    car: { kmPerHour: 61, waitMinutes: 3 },
  },
};

describe('the table of reaches', () => {
  it.each([
    ['the standard', standardRules.travel],
    ['another municipality’s', slow],
  ])('has the farthest metre and the minutes of the plain meaning by %s speeds', (_, travel) => {
    const random = new Draw(1);
    const table = new ReachTable(travel);
    const reaches = Array.from({ length: 600 }, () => drawnReach(random));
    for (const reach of [{}, { walk: 0 }, { bus: 9 }, { bus: 10 }, { car: 0, walk: 0 }, ...reaches]) {
      table.add(reach);
      const code = table.farthest.length - 1;
      const farthest = table.farthest[code]!;
      if (farthest >= 0 && tripWithinReach(farthest, reach, travel) === null)
        throw new Error(JSON.stringify(reach));
      // Nowhere on the earth is farther away than half round it.
      if (farthest < 20_015_087 && tripWithinReach(farthest + 1, reach, travel) !== null)
        throw new Error(`${farthest} is not the farthest of ${JSON.stringify(reach)}`);
      const limits = [0, 1, 2, farthest, farthest - 1, Math.floor(farthest / 2)];
      const drawn = Array.from({ length: 60 }, () => random.whole(0, Math.max(0, farthest)));
      for (const metres of [...limits, ...drawn].filter((each) => each >= 0 && each <= farthest)) {
        const expected = tripWithinReach(metres, reach, travel)!.minutes;
        if (table.minutes(code, metres) !== expected) throw new Error(JSON.stringify([reach, metres]));
      }
    }
  });

  it('knows surely in and surely out by half a metre beyond the farthest', () => {
    const table = new ReachTable(standardRules.travel);
    for (const reach of [{}, { walk: 0 }, { walk: 10 }, { bike: 30, bus: 45 }]) table.add(reach);
    table.farthest.forEach((farthest, code) => {
      const half = haversineOf(farthest + 0.5);
      if (farthest < 0) expect([table.surelyIn[code], table.surelyOut[code]]).toEqual([-1, -1]);
      else {
        expect(table.surelyIn[code]!).toBeLessThan(half);
        expect(table.surelyOut[code]!).toBeGreaterThan(half);
        expect(table.surelyIn[code]!).toBeGreaterThan(haversineOf(farthest + 0.49));
        expect(table.surelyOut[code]!).toBeLessThan(haversineOf(farthest + 0.51));
      }
    });
  });

  it('tells reaches apart by every mode', () => {
    const keys = [
      {},
      { walk: 0 },
      { bike: 0 },
      { walk: 10 },
      { bike: 10 },
      { walk: 1, bike: 0 },
      { car: 10 },
    ];
    expect(new Set(keys.map(reachKey)).size).toBe(keys.length);
    expect(reachKey({ bus: 5, walk: 7 })).toBe(reachKey({ walk: 7, bus: 5 }));
  });
});
