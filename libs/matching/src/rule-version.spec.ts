import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../../../test/builders/small-job.js';
import { rankCitizens } from './ranking/rank-citizens.js';
import { RULE_VERSION } from './rule-version.js';

/** A small crowd on fixed ids, so that every rule and part has something to say. */
const crowd = Array.from({ length: 64 }, (_, at) =>
  aCandidateCitizen({
    id: `citizen-${String(at).padStart(2, '0')}`,
    dream: at % 5 === 0 ? 'noget med post' : null,
    jobGoals: [{ category: ['lager', 'post', 'gartner'][at % 3]!, rank: 1 + (at % 4), ownWords: '' }],
    hours: { min: 2 + (at % 7), max: 11 + (at % 9), wish: 9 },
    windows: ([1, 3, 5] as const).map((weekday) => ({
      weekday,
      from: at % 10 === 0 ? '09:30' : `0${6 + (at % 4)}:00`,
      to: '13:00',
    })),
    position: { lat: 55.7 + (at % 8) / 100, lon: 9.5 },
    reach: at % 6 === 0 ? { walk: 30 } : { bike: 15 + at, bus: 45 },
    limits: { liftKg: (at % 4) * 5, noise: at % 7 === 0 ? 0 : 2, other: at % 9 === 0 ? ['cold'] : [] },
    danishLevel: at % 11 === 0 ? 1 : 4,
    needs: at % 2 === 0 ? ['fixed-buddy'] : [],
    brokerId: at % 3 === 0 ? 'mette' : 'lars',
    saidYes: at % 13 !== 0,
    agreedSlots: at % 8 === 0 ? [{ weekday: 3, start: '11:00', end: '12:00' }] : [],
  }),
);
const job = aCandidateSmallJob({
  demands: { other: ['cold'] },
  startFlexibilityMinutes: 60,
  fixedContactId: 'mette',
  roomToGrowHours: 20,
  accommodationsOffered: ['fixed-buddy'],
});

describe('what the rules decide', () => {
  /**
   * A stored ranking has to be explainable months later by its version. When this fails, something decides
   * differently: raise REVISION in rule-version.ts and write the new digest here, or undo the change.
   */
  it('does not change without a new revision', () => {
    const { ranked, excluded } = rankCitizens(job, crowd, { day: aMatchingDay(), excluded: true });
    const decided = [
      ranked.map(({ citizenId, wants, canGet, parts }) => [
        citizenId,
        wants,
        canGet,
        parts.map(({ points }) => points),
      ]),
      excluded.map(({ citizenId, failed }) => [citizenId, failed.map(({ constraint }) => constraint)]),
    ];
    const digest = createHash('sha256').update(JSON.stringify(decided)).digest('hex').slice(0, 16);
    expect(ranked.length).toBeGreaterThan(10);
    expect({ revision: RULE_VERSION.split('-')[0], digest }).toEqual({
      revision: '1',
      digest: 'e0cc6cf0012692aa',
    });
  });
});
