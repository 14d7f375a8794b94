import { describe, expect, it } from '@jest/globals';
import type { WeeklyShift } from '#domain';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import { smallJobFacts } from '../facts.js';
import { settingOf } from '../ranking/options.js';
import { fewerDays, longerDays, movedDays } from './day-proposals.js';
import { openings } from './openings.js';
import type { Proposal } from './proposal.js';

const setting = settingOf({ day: aMatchingDay() });
const factsOf = (weeklyShifts: WeeklyShift[]) => smallJobFacts(aCandidateSmallJob({ weeklyShifts }), setting);
const texts = (proposals: readonly Proposal[]): string[] => proposals.map(({ text }) => text);
const days = ({ change }: Proposal): number[] => change.weeklyShifts!.map(({ weekday }) => weekday);

describe('a shift on another weekday', () => {
  it('goes to each working day that is free, at the same hours', () => {
    const moved = movedDays(factsOf(weekly([1, 3, 5], '08:00', '12:00', 30)));
    expect(texts(moved)).toEqual([
      'mandag flyttes til tirsdag',
      'mandag flyttes til torsdag',
      'onsdag flyttes til tirsdag',
      'onsdag flyttes til torsdag',
      'fredag flyttes til tirsdag',
      'fredag flyttes til torsdag',
    ]);
    expect(moved[1]?.change).toEqual({ weeklyShifts: weekly([3, 4, 5], '08:00', '12:00', 30) });
  });

  it('goes to a Saturday or Sunday only where there is work at weekends', () => {
    expect(movedDays(factsOf(weekly([6], '08:00', '12:00'))).map(days)).toEqual([
      [1],
      [2],
      [3],
      [4],
      [5],
      [7],
    ]);
    expect(movedDays(factsOf(weekly([5], '08:00', '12:00'))).map(days)).toEqual([[1], [2], [3], [4]]);
  });

  it('never meets another shift, round the week', () => {
    const night = weekly([7], '22:00', '06:00');
    const early = weekly([3], '05:00', '09:00');
    const moved = movedDays(factsOf([...early, ...night]));
    expect(moved.filter((each) => each.text.startsWith('onsdag')).map(days)).toEqual([
      [2, 7],
      [4, 7],
      [5, 7],
      [6, 7],
    ]);
    expect(moved.filter((each) => each.text.startsWith('søndag')).map(days)).toEqual([
      [1, 3],
      [3, 4],
      [3, 5],
      [3, 6],
    ]);
  });

  it('is named with its hours when there are two that day', () => {
    const twice = [...weekly([1], '08:00', '10:00'), ...weekly([1], '13:00', '15:00')];
    expect(texts(movedDays(factsOf(twice))).slice(0, 1)).toEqual(['mandag 8-10 flyttes til tirsdag']);
  });
});

describe('one day fewer', () => {
  const job = factsOf(weekly([1, 3, 5], '08:00', '12:00'));

  it('leaves the hours to the other days', () => {
    const longer = longerDays(job, setting);
    expect(texts(longer)).toEqual([
      'samme timer uden mandag',
      'samme timer uden onsdag',
      'samme timer uden fredag',
    ]);
    expect(longer[0]?.change).toEqual({ weeklyShifts: weekly([3, 5], '08:00', '14:00') });
  });

  it('is not proposed when the others would be too long, or there is no other', () => {
    expect(longerDays(factsOf(weekly([1, 3], '08:00', '13:00')), setting)).toEqual([]);
    expect(longerDays(factsOf(weekly([1], '08:00', '13:00')), setting)).toEqual([]);
    expect(fewerDays(factsOf(weekly([1], '08:00', '13:00')))).toEqual([]);
  });

  it('takes its hours along', () => {
    const fewer = fewerDays(job);
    expect(texts(fewer)).toEqual([
      'uden mandag (8 timer om ugen)',
      'uden onsdag (8 timer om ugen)',
      'uden fredag (8 timer om ugen)',
    ]);
    expect(fewer[2]?.change).toEqual({ weeklyShifts: weekly([1, 3], '08:00', '12:00') });
  });

  it('is not listed twice when fewer hours already give the day up', () => {
    const short = aCandidateSmallJob({ weeklyShifts: weekly([1, 3], '08:00', '09:30') });
    const one = aCandidateCitizen({ hours: { min: 1, max: 1.5, wish: 1.5 } });
    const { items } = openings(short, [one], { day: setting.day });
    expect(texts(items)).toEqual(['1,5 timer om ugen', 'uden mandag (1,5 timer om ugen)']);
  });
});

describe('an earlier start', () => {
  it('is tried by half hours, not before six and not further than hours are moved', () => {
    const starts = (from: string, to: string): string[] => {
      const early = aCandidateCitizen({
        windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from: '04:00', to })),
        hours: { min: 1, max: 30, wish: 4 },
      });
      return texts(
        openings(aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], from, '17:00') }), [early], {
          day: setting.day,
        }).items,
      ).filter((text) => text.startsWith('start'));
    };
    expect(starts('08:10', '15:00')).toEqual(['start kl. 6']);
    expect(starts('14:00', '13:00')).toEqual(['start kl. 10']);
    expect(starts('14:00', '12:59')).toEqual([]);
  });

  it('says how far all shifts are moved when they start at different hours', () => {
    const uneven = [...weekly([1], '08:00', '12:00'), ...weekly([3], '09:00', '12:00')];
    const early = aCandidateCitizen({
      windows: ([1, 3] as const).map((weekday) => ({ weekday, from: '06:00', to: '11:30' })),
    });
    const { items } = openings(aCandidateSmallJob({ weeklyShifts: uneven }), [early], { day: setting.day });
    expect(items.find(({ text }) => text === 'start 30 min. tidligere')?.change).toEqual({
      weeklyShifts: [...weekly([1], '07:30', '11:30'), ...weekly([3], '08:30', '11:30')],
    });
  });
});
