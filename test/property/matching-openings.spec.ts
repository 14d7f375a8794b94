import {
  changedSmallJob,
  MatchingIndex,
  openings,
  rankCitizens,
  type CandidateCitizen,
  type CandidateSmallJob,
  type MatchingOptions,
} from '#matching';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCandidateCitizen } from '../builders/citizen.js';
import { aCandidateSmallJob } from '../builders/small-job.js';
import { able, anybody, citizen, day, smallJob } from './matching-people.js';
import { Town, townEdit } from './matching-town.js';
import { crowdOf, drawnCrowd } from './matching-wide-people.js';
import { isLong } from '../builders/how-long.js';

const people = fc.array(fc.oneof(anybody, able), { maxLength: 40, size: 'max' });

function expectSame(
  index: MatchingIndex,
  jobs: Iterable<CandidateSmallJob>,
  citizens: readonly CandidateCitizen[],
  options: MatchingOptions,
): void {
  for (const job of jobs) {
    const plain = openings(job, citizens, options);
    expect(index.openings(job.id)).toEqual(plain);
    expect(index.openings({ ...job, id: 'not in the index' })).toEqual(plain);
  }
}

describe('the openings of an index', () => {
  it('are those of the plain meaning, to the last item', () => {
    fc.assert(
      fc.property(smallJob, people, (job, citizens) => {
        expectSame(MatchingIndex.of(citizens, [job], { day }), [job], citizens, { day });
      }),
      { numRuns: isLong ? 5000 : 150 },
    );
  });

  it('are so for people and small jobs that no municipality has', () => {
    fc.assert(
      fc.property(crowdOf(40, 2), ({ citizens, jobs, options }) => {
        expectSame(MatchingIndex.of(citizens, jobs, options), jobs, citizens, options);
      }),
      { numRuns: isLong ? 3000 : 100 },
    );
  });

  it('are so for hundreds of people', () => {
    for (let seed = 1; seed <= (isLong ? 60 : 3); seed += 1) {
      const { citizens, jobs, options } = drawnCrowd(seed, 400, 4);
      expectSame(MatchingIndex.of(citizens, jobs, options), jobs, citizens, options);
    }
  });

  it('follow edits and forget the limits of those who left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(townEdit, { minLength: 1, maxLength: 60, size: 'max' }),
        (seed, edits) => {
          const town = Town.drawn(seed, 40, 4);
          for (const edit of edits) town.make(edit);
          const { options } = drawnCrowd(seed, 40, 4);
          expectSame(town.index, town.jobs.values(), [...town.citizens.values()], options);
        },
      ),
      { numRuns: isLong ? 1000 : 30 },
    );
  });

  it('count to the minute, late starts of both changes together included', () => {
    const week = (from: string, to: string) => ([1, 3, 5] as const).map((weekday) => ({ weekday, from, to }));
    const job = aCandidateSmallJob();
    const citizens = ['08:29', '08:30', '08:31', '09:01', '09:59', '10:00', '10:01'].flatMap((from) => [
      aCandidateCitizen({ windows: week(from, '12:00'), hours: { max: 20 } }),
      aCandidateCitizen({ windows: week(from, '11:00'), hours: { max: 9 } }),
    ]);
    expectSame(MatchingIndex.of(citizens, [job], { day }), [job], citizens, { day });
    const late = openings(job, citizens, { day }).items.filter(({ change }) => !change.weeklyShifts);
    expect(late.map(({ text, gained }) => `${text} +${gained}`)).toEqual([
      'start kl. 10 er også fint +6',
      'start kl. 9.30 er også fint +4',
      'start kl. 9 er også fint +3',
      'start kl. 8.30 er også fint +2',
    ]);
  });

  it('leave no trace of a small job that was only thought of', () => {
    const { citizens, jobs, options } = drawnCrowd(3, 200, 30);
    const index = MatchingIndex.of(citizens, jobs, options);
    const lists = (): unknown => jobs.map(({ id }) => index.rankCitizens(id, { limit: 5 }));
    const before = lists();
    for (const job of jobs) index.openings({ ...job, demands: { ...job.demands, liftKg: 17 } });
    expect(lists()).toEqual(before);
    expect(index.smallJobCount).toBe(jobs.length);
  });
});

describe('every change that is reported', () => {
  it('lets in exactly as many as it says, once it is made', () => {
    fc.assert(
      fc.property(smallJob, people, (job, citizens) => {
        const index = MatchingIndex.of(citizens, [job], { day });
        const { eligible, items } = index.openings(job.id);
        expect(eligible).toBe(rankCitizens(job, citizens, { day }).eligible);
        for (const { change, gained } of items) {
          expect(gained).toBeGreaterThan(0);
          const then = changedSmallJob(job, change);
          expect(rankCitizens(then, citizens, { day }).eligible).toBe(eligible + gained);
          index.putSmallJob(then);
          expect(index.rankCitizens(job.id).eligible).toBe(eligible + gained);
        }
      }),
      { numRuns: isLong ? 3000 : 60 },
    );
  });

  it('loses nobody when it only makes the job lighter', () => {
    const fitting = (job: CandidateSmallJob, citizens: readonly CandidateCitizen[]): Set<string> =>
      new Set(rankCitizens(job, citizens, { day }).ranked.map(({ citizenId }) => citizenId));
    // With time for everything, so that what they can do is all that decides.
    const limited = fc
      .tuple(able, citizen)
      .map(([one, { limits, danishLevel, certificates }]) => ({ ...one, limits, danishLevel, certificates }));
    const crowd = fc.array(limited, { minLength: 10, maxLength: 40, size: 'max' });
    let lighter = 0;
    fc.assert(
      fc.property(smallJob, crowd, (job, citizens) => {
        const before = fitting(job, citizens);
        for (const { change } of MatchingIndex.of(citizens, [job], { day }).openings(job.id).items) {
          if (change.weeklyShifts !== undefined) continue;
          lighter += 1;
          const after = fitting(changedSmallJob(job, change), citizens);
          expect([...before].filter((id) => !after.has(id))).toEqual([]);
        }
      }),
      { numRuns: isLong ? 3000 : 60 },
    );
    expect(lighter).toBeGreaterThan(50);
  });
});
