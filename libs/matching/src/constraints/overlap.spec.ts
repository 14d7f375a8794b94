import type { WeeklySlot } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateSmallJob } from '../candidates.js';
import { changedSmallJob } from '../changes.js';
import { evaluate } from '../ranking/evaluate.js';
import type { Failure } from '../ranking/failures.js';

const allWeek = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
const failed = (job: CandidateSmallJob, ...agreedSlots: WeeklySlot[]): Failure[] =>
  evaluate(job, aCandidateCitizen({ windows: allWeek, agreedSlots }), { day: aMatchingDay() }).failed;

describe('overlap with agreed hours', () => {
  const job = aCandidateSmallJob();

  it('moves the job to the nearest time that is clear', () => {
    const agreed = { weekday: 3, start: '11:00', end: '13:00' } as const;
    const moved = { weeklyShifts: weekly([1, 3, 5], '07:00', '11:00') };
    expect(failed(job, agreed)).toEqual([
      {
        constraint: 'overlap',
        text: 'har aftalte timer onsdag 11-13',
        change: { on: 'small-job', text: 'jobbet starter kl. 7', body: moved },
      },
    ]);
    expect(failed(changedSmallJob(job, moved), agreed)).toEqual([]);
  });

  it('is not touched by hours that only meet', () => {
    expect(failed(job, { weekday: 3, start: '12:00', end: '15:00' })).toEqual([]);
    expect(failed(job, { weekday: 3, start: '05:00', end: '08:00' })).toEqual([]);
    expect(failed(job, { weekday: 2, start: '08:00', end: '12:00' })).toEqual([]);
  });

  it('is not lifted by a flexible start: every week would begin late', () => {
    const flexible = { ...job, startFlexibilityMinutes: 240 };
    expect(failed(flexible, { weekday: 3, start: '07:00', end: '08:30' })).toHaveLength(1);
  });

  it('sees Sunday night run into Monday', () => {
    const earlyMonday = aCandidateSmallJob({ weeklyShifts: weekly([1], '05:00', '10:00') });
    expect(failed(earlyMonday, { weekday: 7, start: '22:00', end: '06:00' })).toHaveLength(1);
    expect(failed(earlyMonday, { weekday: 7, start: '22:00', end: '05:00' })).toEqual([]);
    const sundayNight = aCandidateSmallJob({ weeklyShifts: weekly([7], '22:00', '03:00') });
    expect(failed(sundayNight, { weekday: 1, start: '02:00', end: '05:00' })).toHaveLength(1);
  });

  it('leaves it to the person when no start near by is clear', () => {
    const change = failed(job, { weekday: 3, start: '02:00', end: '22:00' })[0]?.change;
    expect(change).toEqual({ on: 'citizen', text: 'de aftalte timer onsdag 2-22 kan flyttes' });
  });
});
