import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { rankCitizens } from '../ranking/rank-citizens.js';
import { openings } from './openings.js';

const day = aMatchingDay();
const job = aCandidateSmallJob({ demands: { liftKg: 15 } });
const from = (time: string) => ({
  windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from: time, to: '16:00' })),
});
const lines = (citizens: readonly CandidateCitizen[], of: CandidateSmallJob = job): string[] =>
  openings(of, citizens, { day }).items.map(({ text, gained }) => `${text} +${gained}`);
const many = (count: number, overrides: Parameters<typeof aCandidateCitizen>[0]): CandidateCitizen[] =>
  Array.from({ length: count }, () => aCandidateCitizen(overrides));

describe('openings', () => {
  it('shows single changes and the best two together, most first (screens.md)', () => {
    const citizens = [
      ...many(2, {}),
      ...many(4, { limits: { liftKg: 10 } }),
      ...many(3, { ...from('09:00') }),
      ...many(5, { ...from('09:00'), limits: { liftKg: 10 } }),
    ];
    expect(openings(job, citizens, { day }).eligible).toBe(2);
    expect(lines(citizens)).toEqual([
      'start kl. 9 er også fint og løft højst 10 kg +12',
      'løft højst 10 kg +4',
      'start kl. 9 er også fint +3',
      'start kl. 9 +3',
    ]);
  });

  it('subtracts those who fall out', () => {
    const early = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '06:00', '10:00') });
    const citizens = [
      ...many(3, {
        windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from: '08:30', to: '16:00' })),
      }),
      aCandidateCitizen({
        windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from: '06:00', to: '10:00' })),
      }),
    ];
    // Three come in by a start at 8.30, the early bird falls out.
    expect(lines(citizens, early)).toEqual(['start kl. 8.30 +2']);
  });

  it('leaves out a larger change of one kind that gains no more', () => {
    const citizens = [
      ...many(2, { limits: { liftKg: 10 } }),
      aCandidateCitizen({ limits: { liftKg: 5 }, saidYes: false }),
    ];
    expect(lines(citizens)).toEqual(['løft højst 10 kg +2']);
  });

  it('treats conditions and certificates as alternatives, and all of them as the larger change', () => {
    const demanding = aCandidateSmallJob({
      demands: { other: ['stairs', 'cold'] },
      certificates: ['truck', 'welding'],
    });
    const holding = { certificates: ['truck', 'welding'] };
    const citizens = [
      aCandidateCitizen({ ...holding, limits: { other: ['stairs'] } }),
      aCandidateCitizen({ ...holding, limits: { other: ['cold'] } }),
      aCandidateCitizen({ certificates: ['truck'] }),
    ];
    expect(lines(citizens, demanding)).toEqual([
      'uden særlige forhold og uden krav om welding +3',
      'uden særlige forhold +2',
      'uden trapper +1',
      'uden kulde +1',
      'uden krav om welding +1',
    ]);
  });

  it.each([
    [
      'højst noget støj',
      { demands: { noise: 2 as const } },
      { limits: { noise: 1 as const } },
      { demands: { noise: 1 } },
    ],
    [
      'arbejdet kan gøres siddende',
      { demands: { standing: 1 as const } },
      { limits: { standing: 0 as const } },
      { demands: { standing: 0 } },
    ],
    [
      'opgaven kan løses for sig selv',
      {},
      { limits: { peopleContact: 0 as const } },
      { demands: { peopleContact: 0 } },
    ],
    ['enkelte ord på dansk er nok', {}, { danishLevel: 1 as const }, { danishLevel: 1 }],
    ['9 timer om ugen', {}, { hours: { max: 9 } }, { weeklyShifts: weekly([1, 3, 5], '08:00', '11:00') }],
    [
      '13,5 timer om ugen',
      {},
      { hours: { min: 13.5 } },
      { weeklyShifts: weekly([1, 3, 5], '08:00', '12:30') },
    ],
    ['start mandag den 14. december', {}, { availableFrom: '2026-12-10' }, { startDate: '2026-12-14' }],
  ])('knows "%s"', (text, ofJob, ofCitizen, change) => {
    const { items } = openings(aCandidateSmallJob(ofJob), [aCandidateCitizen(ofCitizen)], { day });
    expect(items).toContainEqual({ change, text, gained: 1 });
  });

  it('asks again about a rule that two changes both touch', () => {
    // From 9 to 11: the shift has to end earlier and the start has to be flexible; alone neither helps.
    const shortDay = {
      hours: { min: 1, max: 9 },
      windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from: '09:00', to: '11:00' })),
    };
    expect(lines([aCandidateCitizen(shortDay)], aCandidateSmallJob())).toEqual([
      'start kl. 9 er også fint og 9 timer om ugen +1',
    ]);
  });

  it('does not move an evening job past midnight', () => {
    const evening = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '19:00', '23:00') });
    const late = (from: string) =>
      aCandidateCitizen({ windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from, to: '04:00' })) });
    const starts = (citizen: CandidateCitizen): string[] =>
      openings(evening, [citizen], { day })
        .items.filter(({ change }) => change.weeklyShifts)
        .map(({ text }) => text);
    expect(starts(late('20:00'))).toEqual(['start kl. 20']);
    expect(starts(late('20:30'))).toEqual([]);
  });

  it('does not propose to shorten the job past its end', () => {
    const ending = aCandidateSmallJob({ startDate: '2026-12-07', endDate: '2026-12-11' });
    expect(lines([aCandidateCitizen({ availableFrom: '2026-12-10' })], ending)).toEqual([]);
  });

  it('has nothing to propose when nobody is there or everybody fits', () => {
    expect(openings(job, [], { day })).toEqual({ eligible: 0, items: [], otherWays: [] });
    expect(openings(job, many(3, {}), { day })).toEqual({ eligible: 3, items: [], otherWays: [] });
  });

  it('proposes only bodies that PATCH knows', () => {
    const citizens = [
      ...many(1, from('09:00')),
      ...many(1, { limits: { liftKg: 3 } }),
      ...many(1, { hours: { max: 8 } }),
    ];
    const known = [
      'demands',
      'danishLevel',
      'certificates',
      'weeklyShifts',
      'startDate',
      'startFlexibilityMinutes',
    ];
    const { items } = openings(job, citizens, { day });
    expect(items.length).toBeGreaterThan(3);
    expect(items.flatMap(({ change }) => Object.keys(change)).filter((key) => !known.includes(key))).toEqual(
      [],
    );
  });
});

describe('other ways', () => {
  it('counts for whom the bus would be all that is missing', () => {
    const far = { position: { lat: 55.76, lon: 9.5502 } };
    const walking = aCandidateCitizen({ ...far, reach: { walk: 20 } });
    const citizens = [
      walking,
      aCandidateCitizen({ ...far, reach: { walk: 20 }, saidYes: false }),
      aCandidateCitizen({ ...far, reach: { walk: 20, bus: 20 } }),
    ];
    expect(openings(job, citizens, { day }).otherWays).toEqual([
      { mode: 'bike', text: 'kan nås på cykel', gained: 2 },
      { mode: 'bus', text: 'kan nås med bus', gained: 1 },
    ]);
    const byBus = { ...walking, reach: { ...walking.reach, bus: 60 } };
    expect(rankCitizens(job, [byBus], { day }).eligible).toBe(1);
  });
});
