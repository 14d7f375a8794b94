import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { changedSmallJob } from '../changes.js';
import { evaluate } from '../ranking/evaluate.js';
import type { Failure } from '../ranking/failures.js';

const failed = (job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] =>
  evaluate(job, citizen, { day: aMatchingDay() }).failed;

describe('danish-level', () => {
  it('is lifted by the level the citizen has', () => {
    const job = aCandidateSmallJob({ danishLevel: 4 });
    const citizen = aCandidateCitizen({ danishLevel: 2 });
    expect(failed(job, citizen)).toEqual([
      {
        constraint: 'danish-level',
        text: 'brug for hverdagsdansk, kan korte beskeder',
        change: { on: 'small-job', text: 'korte beskeder på dansk er nok', body: { danishLevel: 2 } },
      },
    ]);
    expect(failed(changedSmallJob(job, { danishLevel: 2 }), citizen)).toEqual([]);
  });

  it('says kindly that somebody has no Danish yet', () => {
    const [failure] = failed(aCandidateSmallJob({ danishLevel: 1 }), aCandidateCitizen({ danishLevel: 0 }));
    expect(failure?.text).toBe('brug for enkelte ord på dansk, kan ikke dansk endnu');
    expect(failure?.change.text).toBe('opgaven kan løses uden dansk');
  });

  it('is no bar to somebody who knows more', () => {
    expect(failed(aCandidateSmallJob({ danishLevel: 1 }), aCandidateCitizen({ danishLevel: 5 }))).toEqual([]);
  });
});

describe('certificate', () => {
  const job = aCandidateSmallJob({ certificates: ['truck', 'food-hygiene'] });

  it('names only what is missing and keeps the rest as a demand', () => {
    const citizen = aCandidateCitizen({ certificates: ['food-hygiene'] });
    expect(failed(job, citizen)).toEqual([
      {
        constraint: 'certificate',
        text: 'kræver truckcertifikat, har det ikke endnu',
        change: {
          on: 'small-job',
          text: 'truckcertifikat ikke er et krav',
          body: { certificates: ['food-hygiene'] },
        },
      },
    ]);
    expect(failed(changedSmallJob(job, { certificates: ['food-hygiene'] }), citizen)).toEqual([]);
  });

  it('is no bar to somebody who holds all and more', () => {
    expect(failed(job, aCandidateCitizen({ certificates: ['food-hygiene', 'truck', 'welding'] }))).toEqual(
      [],
    );
  });
});
