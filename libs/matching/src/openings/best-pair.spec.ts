import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen } from '../candidates.js';
import { bothChanges, changedSmallJob } from '../changes.js';
import { smallJobFacts } from '../facts.js';
import { settingOf } from '../ranking/options.js';
import { rankCitizens } from '../ranking/rank-citizens.js';
import { limitsOf } from './limits.js';
import { openings } from './openings.js';
import { proposalsFor } from './proposals.js';

const day = aMatchingDay();

/** A crowd with mixed limits, the same in every run. */
function crowd(count: number): CandidateCitizen[] {
  let seed = 7;
  const pick = <T>(values: readonly T[]): T => {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return values[(seed >>> 8) % values.length]!;
  };
  return Array.from({ length: count }, () =>
    aCandidateCitizen({
      hours: { min: pick([3, 5, 10]), max: pick([10, 12, 15]), wish: 10 },
      windows: ([1, 3, 5] as const).map((weekday) => ({
        weekday,
        from: pick(['07:00', '09:00', '09:30']),
        to: '15:00',
      })),
      limits: {
        liftKg: pick([5, 10, 20]),
        noise: pick([0, 1, 2] as const),
        other: pick([[], ['cold'], ['stairs']]),
      },
      danishLevel: pick([1, 2, 3] as const),
      certificates: pick([[], ['truck']]),
      availableFrom: pick(['2026-11-01', '2026-12-10', '2026-12-20']),
    }),
  );
}

describe('the best pair', () => {
  it.each([0, 30])(
    'is the best of all pairs, asked one by one (flexibility %i)',
    (startFlexibilityMinutes) => {
      const job = aCandidateSmallJob({
        weeklyShifts: weekly([1, 3, 5], '08:00', '12:00', 15),
        demands: { liftKg: 15, noise: 1, other: ['cold', 'stairs'] },
        certificates: ['truck'],
        startFlexibilityMinutes,
      });
      const people = crowd(60);
      const setting = settingOf({ day });
      const now = rankCitizens(job, people, { day }).eligible;
      const all = proposalsFor(smallJobFacts(job, setting), limitsOf(people), setting).flatMap(
        ({ subject, steps }) => steps.flat().map((proposal) => ({ subject, ...proposal })),
      );
      let best = 0;
      for (const one of all) {
        for (const other of all) {
          const change = one.subject === other.subject ? null : bothChanges(one.change, other.change);
          if (change === null) continue;
          best = Math.max(best, rankCitizens(changedSmallJob(job, change), people, { day }).eligible - now);
        }
      }
      const { items } = openings(job, people, { day });
      expect(best).toBeGreaterThan(0);
      expect(items[0]?.gained).toBe(best);
      expect(items[0]?.text).toContain(' og ');
      expect(rankCitizens(changedSmallJob(job, items[0]!.change), people, { day }).eligible - now).toBe(best);
    },
  );

  it('is not shown when one of the two does it alone', () => {
    const job = aCandidateSmallJob({ demands: { liftKg: 15, noise: 2 } });
    const people = [
      aCandidateCitizen({ limits: { liftKg: 10 } }),
      aCandidateCitizen({ limits: { liftKg: 10 } }),
    ];
    expect(openings(job, people, { day }).items.map(({ text }) => text)).toEqual(['løft højst 10 kg']);
  });
});
