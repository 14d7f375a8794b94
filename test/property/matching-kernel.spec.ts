import {
  constraints,
  evaluate,
  MatchingIndex,
  rankCitizens,
  rankSmallJobs,
  type CandidateCitizen,
  type CandidateSmallJob,
  type MatchingOptions,
} from '#matching';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnPopulation } from '../bench/matching/index.js';
import { Disagreements, disagreements, PlainAnswers } from './matching-oracle.js';
import { citizens, day, smallJob } from './matching-people.js';
import { crowdOf, drawnCrowd, type Crowd } from './matching-wide-people.js';
import { isLong } from '../builders/how-long.js';

const jobs = fc.uniqueArray(smallJob, { maxLength: 6, selector: ({ id }) => id });

describe('the kernel', () => {
  it('says of people as they are what the plain meaning says', () => {
    fc.assert(
      fc.property(citizens, jobs, (people, posted) => {
        const index = MatchingIndex.of(people, posted, { day });
        expect(disagreements(index, people, posted, { day })).toEqual([]);
      }),
      { numRuns: isLong ? 500 : 50 },
    );
  });

  it('says of people as no municipality has them what the plain meaning says', () => {
    fc.assert(
      // More than the 64 of a zone, now and then.
      fc.property(crowdOf(90, 4), (crowd) => {
        const index = MatchingIndex.of(crowd.citizens, crowd.jobs, crowd.options);
        expect(disagreements(index, crowd.citizens, crowd.jobs, crowd.options)).toEqual([]);
      }),
      { numRuns: isLong ? 300 : 40 },
    );
  });

  it('agrees with the functions that everybody else asks', () => {
    fc.assert(
      fc.property(crowdOf(8, 3), fc.nat({ max: 4 }), (crowd, limit) => {
        const index = MatchingIndex.of(crowd.citizens, crowd.jobs, crowd.options);
        for (const job of crowd.jobs) {
          expect(index.rankCitizens(job.id)).toEqual(
            asPlaces(rankCitizens(job, crowd.citizens, crowd.options)),
          );
          const cut = rankCitizens(job, crowd.citizens, { ...crowd.options, limit });
          expect(index.rankCitizens(job.id, { limit })).toEqual(asPlaces(cut));
          for (const citizen of crowd.citizens) expectSamePair(index, job, citizen, crowd.options);
        }
        for (const citizen of crowd.citizens) {
          const plain = asPlaces(rankSmallJobs(citizen, crowd.jobs, crowd.options));
          expect(index.rankSmallJobs(citizen.id)).toEqual(plain);
        }
      }),
      { numRuns: isLong ? 300 : 25 },
    );
  });

  it('never differs in a drawn municipality or in a large crowd of strange people', () => {
    let [pairs, fits] = [0, 0];
    const compare = ({ citizens: people, jobs: posted, options }: Crowd): void => {
      const plain = new PlainAnswers(people, posted, options);
      const index = MatchingIndex.of(people, posted, options);
      const found = new Disagreements(index, plain, 11);
      found.of('citizens', 'small-jobs', 'reasons', 'all');
      expect(found.found).toEqual([]);
      pairs += plain.pairs;
      fits += plain.forJob.reduce((sum, { eligible }) => sum + eligible, 0);
    };
    for (const seed of isLong ? [4, 5, 6, 7, 8] : [4]) {
      const size = isLong ? { citizens: 4900, smallJobs: 400 } : { citizens: 1100, smallJobs: 110 };
      const { citizens: people, smallJobs, day: on } = drawnPopulation({ ...size, of: 'municipality', seed });
      compare({ citizens: people, jobs: smallJobs, options: { day: on } });
    }
    for (let seed = 1; seed <= (isLong ? 20 : 3); seed += 1) {
      compare(drawnCrowd(seed, 320, 110));
    }
    expect(pairs).toBeGreaterThan(isLong ? 10_000_000 : 200_000);
    // Where nobody fits, no score would be compared.
    expect(fits).toBeGreaterThan(pairs / 100);
  }, 600_000);
});

function asPlaces({
  considered,
  eligible,
  ranked,
}: ReturnType<typeof rankCitizens> | ReturnType<typeof rankSmallJobs>): unknown {
  return {
    considered,
    eligible,
    ranked: ranked.map(({ parts, score, wants, canGet, ...named }) => ({
      id: 'citizenId' in named ? named.citizenId : named.smallJobId,
      score,
      wants,
      canGet,
      points: parts.map(({ points }) => points),
    })),
  };
}

function expectSamePair(
  index: MatchingIndex,
  job: CandidateSmallJob,
  citizen: CandidateCitizen,
  options: MatchingOptions,
): void {
  const { mask, place } = index.explain(job.id, citizen.id);
  const evaluation = evaluate(job, citizen, options);
  const codes = constraints.filter((_, at) => (mask & (1 << at)) !== 0).map(({ code }) => code);
  expect(codes).toEqual(evaluation.failed.map(({ constraint }) => constraint));
  expect(place?.points).toEqual(
    evaluation.eligible ? evaluation.parts.map(({ points }) => points) : undefined,
  );
}
