import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { changedSmallJob } from '../changes.js';
import { evaluate } from '../ranking/evaluate.js';
import type { Failure } from '../ranking/failures.js';

const failed = (job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] =>
  evaluate(job, citizen, { day: aMatchingDay() }).failed;

/** What is left in the way after every reported change of the job is made. */
function afterChanges(job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] {
  let changed = job;
  for (const { change } of failed(job, citizen)) {
    if (change.on === 'small-job' && change.body) changed = changedSmallJob(changed, change.body);
  }
  return failed(changed, citizen);
}

describe('lifting', () => {
  const job = aCandidateSmallJob({ demands: { liftKg: 15 } });

  it('says what is lifted and what the citizen can', () => {
    const citizen = aCandidateCitizen({ limits: { liftKg: 10 } });
    expect(failed(job, citizen)).toEqual([
      {
        constraint: 'lifting',
        text: 'løft 15 kg, kan 10',
        change: { on: 'small-job', text: 'løft er højst 10 kg', body: { demands: { liftKg: 10 } } },
      },
    ]);
    expect(afterChanges(job, citizen)).toEqual([]);
  });

  it('holds at the limit itself', () => {
    expect(failed(job, aCandidateCitizen({ limits: { liftKg: 15 } }))).toEqual([]);
  });

  it('has words for no lifting and for half kilos', () => {
    expect(failed(job, aCandidateCitizen({ limits: { liftKg: 0 } }))[0]?.change.text).toBe(
      'der ikke er løft',
    );
    expect(failed(job, aCandidateCitizen({ limits: { liftKg: 2.5 } }))[0]?.text).toBe('løft 15 kg, kan 2,5');
  });
});

describe.each([
  ['standing', 'standing', 'meget stående arbejde, har brug for at sidde', 'arbejdet kan gøres siddende'],
  ['noise', 'noise', 'meget støj, har brug for ro', 'der er ro'],
  [
    'people-contact',
    'peopleContact',
    'meget kontakt med mennesker, arbejder bedst for sig selv',
    'opgaven kan løses for sig selv',
  ],
] as const)('%s', (constraint, demand, text, changeText) => {
  it('is lifted by the degree the citizen can', () => {
    const job = aCandidateSmallJob({ demands: { [demand]: 2 } });
    const citizen = aCandidateCitizen({ limits: { [demand]: 0 } });
    expect(failed(job, citizen)).toEqual([
      { constraint, text, change: { on: 'small-job', text: changeText, body: { demands: { [demand]: 0 } } } },
    ]);
    expect(afterChanges(job, citizen)).toEqual([]);
  });

  it('holds at the same degree and is lifted from much to some', () => {
    const job = aCandidateSmallJob({ demands: { [demand]: 2 } });
    expect(failed(job, aCandidateCitizen({ limits: { [demand]: 2 } }))).toEqual([]);
    const some = failed(job, aCandidateCitizen({ limits: { [demand]: 1 } }))[0];
    expect(some?.text).toContain('kan klare noget');
    expect(some?.change).toMatchObject({ body: { demands: { [demand]: 1 } } });
  });
});

describe('other', () => {
  const job = aCandidateSmallJob({ demands: { other: ['stairs', 'cold', 'outside-town'] } });

  it('names every condition in the way and keeps the others', () => {
    const citizen = aCandidateCitizen({ limits: { other: ['cold', 'stairs', 'screen'] } });
    expect(failed(job, citizen)).toEqual([
      {
        constraint: 'other',
        text: 'trapper og kulde går ikke så godt',
        change: {
          on: 'small-job',
          text: 'jobbet er uden trapper og kulde',
          body: { demands: { other: ['outside-town'] } },
        },
      },
    ]);
    expect(afterChanges(job, citizen)).toEqual([]);
  });

  it('shows a slug of the municipality as it is written', () => {
    expect(failed(job, aCandidateCitizen({ limits: { other: ['outside-town'] } }))[0]?.text).toBe(
      'outside town går ikke så godt',
    );
  });

  it('holds when the job has none of what does not work', () => {
    expect(failed(job, aCandidateCitizen({ limits: { other: ['screen'] } }))).toEqual([]);
  });
});
