import { describe, expect, it } from '@jest/globals';
import { sized } from './options.js';
import { killsOf, planFaults, type Fault } from './plan.js';

const planned = (seed: number, kills = 200): Fault[] =>
  planFaults(sized({ seed, kills })).map(({ fault }) => fault);
const seeds = Array.from({ length: 50 }, (_, at) => at * 977 + 1);

describe('the plan of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planFaults(sized({ seed: 7, kills: 200 }))).toEqual(planFaults(sized({ seed: 7, kills: 200 })));
    expect(planned(7)).not.toEqual(planned(8));
  });

  it.each([5, 14, 40, 200])('has the %i kills that were asked for', (kills) => {
    for (const seed of seeds) {
      const sum = planned(seed, kills).reduce((all, fault) => all + killsOf(fault), 0);
      expect(sum).toBe(kills);
    }
  });

  it('has every kind of fault, and twenty pairs of two hundred kills', () => {
    const pairs = seeds.map((seed) => planned(seed).filter(({ kind }) => kind === 'pair').length);
    expect(pairs.reduce((all, some) => all + some) / seeds.length).toBeGreaterThanOrEqual(14);
    for (const seed of seeds)
      expect(new Set(planned(seed).map(({ kind }) => kind))).toEqual(
        new Set([
          'kill',
          'pair',
          'empty-redis',
          'same-job',
          'crash-point',
          'clock',
          'disk-full',
          'freeze',
          'network',
        ]),
      );
  });
});
