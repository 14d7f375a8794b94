import type { TimeWindow, Weekday } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { changedCitizen, changedSmallJob } from '../changes.js';
import { evaluate } from '../ranking/evaluate.js';
import type { Failure } from '../ranking/failures.js';

const failed = (job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] =>
  evaluate(job, citizen, { day: aMatchingDay() }).failed;
const windows = (weekdays: readonly Weekday[], from: string, to: string): TimeWindow[] =>
  weekdays.map((weekday) => ({ weekday, from, to }));
const free = (...windowLists: TimeWindow[][]): CandidateCitizen =>
  aCandidateCitizen({ windows: windowLists.flat() });

describe('a late start (R26)', () => {
  const job = aCandidateSmallJob({
    weeklyShifts: weekly([1], '08:00', '14:00'),
    startFlexibilityMinutes: 120,
  });

  it('lets in a citizen who is free from 10 when a start two hours later is fine', () => {
    expect(failed(job, free(windows([1], '10:00', '14:00')))).toEqual([]);
  });

  it('is not a minute longer than agreed', () => {
    expect(failed(job, free(windows([1], '10:01', '16:00')))[0]?.constraint).toBe('windows');
  });

  it('does not move the end', () => {
    expect(failed(job, free(windows([1], '08:00', '13:59')))[0]?.text).toBe(
      'slutter for sent (kan til kl. 13.59)',
    );
  });

  it('leaves some work: a window that opens at the end is none', () => {
    const short = { ...job, weeklyShifts: weekly([1], '08:00', '14:00'), startFlexibilityMinutes: 400 };
    expect(failed(short, free(windows([1], '14:00', '18:00')))[0]?.constraint).toBe('windows');
    expect(failed(short, free(windows([1], '13:59', '18:00')))).toEqual([]);
  });
});

describe('windows that join', () => {
  it('lets a shift lie across two adjacent windows', () => {
    const citizen = free(windows([1, 3, 5], '07:00', '10:00'), windows([1, 3, 5], '10:00', '12:00'));
    expect(failed(aCandidateSmallJob(), citizen)).toEqual([]);
  });

  it('does not jump over a gap of a minute', () => {
    const citizen = free(windows([1, 3, 5], '07:00', '10:00'), windows([1, 3, 5], '10:01', '12:00'));
    expect(failed(aCandidateSmallJob(), citizen)).toHaveLength(1);
  });

  it('knows 24:00, midnight and the next day', () => {
    const evening = aCandidateSmallJob({ weeklyShifts: weekly([2], '18:00', '24:00') });
    const night = aCandidateSmallJob({ weeklyShifts: weekly([2], '20:00', '02:00') });
    const untilMidnight = windows([2], '17:00', '24:00');
    expect(failed(evening, free(untilMidnight))).toEqual([]);
    expect(failed(night, free(untilMidnight))).toHaveLength(1);
    expect(failed(night, free(untilMidnight, windows([3], '00:00', '02:00')))).toEqual([]);
    expect(failed(night, free(windows([2], '17:00', '03:00')))).toEqual([]);
  });

  it('goes from Sunday into Monday', () => {
    const sundayNight = aCandidateSmallJob({ weeklyShifts: weekly([7], '20:00', '02:00') });
    expect(failed(sundayNight, free(windows([7], '18:00', '24:00'), windows([1], '00:00', '04:00')))).toEqual(
      [],
    );
    expect(failed(sundayNight, free(windows([7], '18:00', '03:00')))).toEqual([]);
    expect(failed(sundayNight, free(windows([7], '18:00', '24:00')))).toHaveLength(1);
    const earlyMonday = aCandidateSmallJob({ weeklyShifts: weekly([1], '00:00', '05:00') });
    expect(failed(earlyMonday, free(windows([7], '22:00', '06:00')))).toEqual([]);
  });
});

describe('what lifts it', () => {
  it('is first of all a later start as an option', () => {
    const job = aCandidateSmallJob();
    const citizen = free(windows([1, 3, 5], '09:00', '16:00'));
    expect(failed(job, citizen)).toEqual([
      {
        constraint: 'windows',
        text: 'starter for tidligt (kan fra kl. 9)',
        change: {
          on: 'small-job',
          text: 'en start kl. 9 også er i orden',
          body: { startFlexibilityMinutes: 60 },
        },
      },
    ]);
    expect(failed(changedSmallJob(job, { startFlexibilityMinutes: 60 }), citizen)).toEqual([]);
  });

  it('moves the job when more than two hours or half the shift would be lost', () => {
    const job = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '07:00', '10:00') });
    const citizen = free(windows([1, 3, 5], '09:00', '16:00'));
    const change = failed(job, citizen)[0]?.change;
    expect(change).toEqual({
      on: 'small-job',
      text: 'jobbet starter kl. 9',
      body: { weeklyShifts: weekly([1, 3, 5], '09:00', '12:00') },
    });
    expect(
      failed(changedSmallJob(job, { weeklyShifts: weekly([1, 3, 5], '09:00', '12:00') }), citizen),
    ).toEqual([]);
  });

  it('does not propose to come more than two hours late, however long the shift', () => {
    const long = aCandidateSmallJob({ weeklyShifts: weekly([1], '08:00', '14:00') });
    const from = (time: string): string | undefined =>
      failed(long, free(windows([1], time, '20:00')))[0]?.change.text;
    expect(from('10:00')).toBe('en start kl. 10 også er i orden');
    expect(from('10:01')).toBe('jobbet starter kl. 10.01');
  });

  it('moves the job earlier when the end is too late', () => {
    const job = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '10:30', '14:30', 15) });
    const [failure] = failed(job, free(windows([1, 3, 5], '07:00', '13:30')));
    expect(failure?.text).toBe('slutter for sent (kan til kl. 13.30)');
    expect(failure?.change).toMatchObject({
      text: 'jobbet starter kl. 9.30',
      body: { weeklyShifts: weekly([1, 3, 5], '09:30', '13:30', 15) },
    });
  });

  it('tells how much when the shifts start at different times', () => {
    const weeklyShifts = [...weekly([1], '07:00', '09:00'), ...weekly([3], '08:00', '10:00')];
    const citizen = free(windows([1, 3], '08:30', '16:00'));
    const [failure] = failed(aCandidateSmallJob({ weeklyShifts }), {
      ...citizen,
      hours: { min: 1, max: 9, wish: 4 },
    });
    expect(failure?.change).toMatchObject({ on: 'small-job', text: 'vagterne ligger 1,5 timer senere' });
  });

  it('does not propose a start before 6 for a day job', () => {
    const job = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '08:00', '12:00') });
    expect(failed(job, free(windows([1, 3, 5], '04:00', '09:00')))[0]?.change.on).toBe('citizen');
    expect(failed(job, free(windows([1, 3, 5], '04:00', '10:00')))[0]?.change.text).toBe(
      'jobbet starter kl. 6',
    );
  });

  it('asks the citizen about the exact hours on a day without any', () => {
    const job = aCandidateSmallJob();
    const citizen = free(windows([1, 3], '07:00', '16:00'));
    const [failure] = failed(job, citizen);
    expect(failure?.text).toBe('kan ikke fredag på det tidspunkt');
    expect(failure?.change).toMatchObject({ on: 'citizen', text: 'fredag 8-12 også kan lade sig gøre' });
    const body = failure?.change.on === 'citizen' ? (failure.change.body ?? {}) : {};
    expect(body.windows).toHaveLength(3);
    expect(failed(job, changedCitizen(citizen, body))).toEqual([]);
  });

  it('says so when no working time is agreed at all', () => {
    expect(failed(aCandidateSmallJob(), free())[0]?.text).toBe('arbejdstider er ikke aftalt endnu');
  });

  it('chooses one start that also keeps clear of agreed hours', () => {
    const job = aCandidateSmallJob({ weeklyShifts: weekly([1], '08:00', '13:00') });
    const citizen = {
      ...free(windows([1], '09:00', '19:00')),
      agreedSlots: [{ weekday: 1 as const, start: '09:00', end: '10:00' }],
    };
    const moved = { weeklyShifts: weekly([1], '10:00', '15:00') };
    expect(failed(job, citizen).map(({ change }) => change)).toEqual([
      { on: 'small-job', text: 'jobbet starter kl. 10', body: moved },
      { on: 'small-job', text: 'jobbet starter kl. 10', body: moved },
    ]);
    expect(failed(changedSmallJob(job, moved), citizen)).toEqual([]);
  });
});
