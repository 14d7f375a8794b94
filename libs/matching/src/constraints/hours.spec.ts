import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { changedCitizen, changedSmallJob } from '../changes.js';
import { evaluate } from '../ranking/evaluate.js';
import type { Failure } from '../ranking/failures.js';
import { paidWeekMinutes } from '../week/weekly-hours.js';

const failed = (job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] =>
  evaluate(job, citizen, { day: aMatchingDay() }).failed;
const codes = (job: CandidateSmallJob, citizen: CandidateCitizen): string[] =>
  failed(job, citizen).map(({ constraint }) => constraint);

describe('hours-below', () => {
  const job = aCandidateSmallJob({ weeklyShifts: weekly([1, 3], '08:00', '12:00') });

  it('proposes exactly the hours the citizen wants at least', () => {
    const citizen = aCandidateCitizen({ hours: { min: 10 } });
    const [failure] = failed(job, citizen);
    expect(failure).toMatchObject({
      constraint: 'hours-below',
      text: '8 timer om ugen, vil gerne have mindst 10',
      change: { on: 'small-job', text: 'jobbet er 10 timer om ugen' },
    });
    expect(failure?.change).toHaveProperty('body.weeklyShifts', weekly([1, 3], '08:00', '13:00'));
    expect(codes(changedSmallJob(job, { weeklyShifts: weekly([1, 3], '08:00', '13:00') }), citizen)).toEqual(
      [],
    );
  });

  it('holds at exactly the least hours, and one minute less does not', () => {
    expect(codes(job, aCandidateCitizen({ hours: { min: 8 } }))).toEqual([]);
    const aMinuteLess = weekly([1, 3], '08:00', '12:00').map((shift, at) => ({ ...shift, breakMinutes: at }));
    expect(codes({ ...job, weeklyShifts: aMinuteLess }, aCandidateCitizen({ hours: { min: 8 } }))).toEqual([
      'hours-below',
    ]);
  });

  it('asks the citizen when a job of so many hours could not be posted (R64)', () => {
    const citizen = aCandidateCitizen({ hours: { min: 20, max: 25 } });
    const change = failed(job, citizen)[0]?.change;
    expect(change).toEqual({ on: 'citizen', text: '8 timer om ugen er nok', body: { hours: { min: 8 } } });
    expect(codes(job, changedCitizen(citizen, { hours: { min: 8 } }))).toEqual([]);
  });
});

describe('hours-above', () => {
  it('proposes exactly the hours the citizen can', () => {
    const job = aCandidateSmallJob();
    const citizen = aCandidateCitizen({ hours: { max: 9 } });
    const [failure] = failed(job, citizen);
    expect(failure).toMatchObject({
      constraint: 'hours-above',
      text: '12 timer om ugen, kan 9',
      change: { on: 'small-job', text: 'jobbet er 9 timer om ugen' },
    });
    expect(failure?.change).toHaveProperty('body.weeklyShifts', weekly([1, 3, 5], '08:00', '11:00'));
    expect(
      codes(changedSmallJob(job, { weeklyShifts: weekly([1, 3, 5], '08:00', '11:00') }), citizen),
    ).toEqual([]);
  });

  it('counts paid net hours: breaks are off', () => {
    const withBreaks = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '08:00', '12:00', 30) });
    expect(codes(withBreaks, aCandidateCitizen({ hours: { max: 10.5 } }))).toEqual([]);
    expect(failed(withBreaks, aCandidateCitizen({ hours: { max: 10 } }))[0]?.text).toBe(
      '10,5 timer om ugen, kan 10',
    );
  });

  it('drops a day when shifts would be under an hour', () => {
    const job = aCandidateSmallJob();
    const change = failed(job, aCandidateCitizen({ hours: { min: 1, max: 2 } }))[0]?.change;
    const shifts = change?.on === 'small-job' ? (change.body?.weeklyShifts ?? []) : [];
    expect(shifts.map(({ weekday }) => weekday)).toEqual([1, 3]);
    expect(paidWeekMinutes(shifts)).toBe(120);
  });

  it('asks the citizen when there are no hours to come down to', () => {
    const citizen = aCandidateCitizen({ hours: { min: 0, max: 0 } });
    const change = failed(aCandidateSmallJob(), citizen)[0]?.change;
    expect(change).toEqual({
      on: 'citizen',
      text: '12 timer om ugen kan lade sig gøre',
      body: { hours: { max: 12 } },
    });
    expect(codes(aCandidateSmallJob(), changedCitizen(citizen, { hours: { max: 12 } }))).toEqual([]);
  });
});
