import { MatchingIndex, rankCitizens } from '#matching';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RankedLists, type ListSizes } from '#matching';
import { drawnPopulation } from '../bench/matching/index.js';
import { Town, townEdit } from './matching-town.js';
import { drawnCrowd, type Crowd } from './matching-wide-people.js';
import { isLong } from '../builders/how-long.js';

const townOf = (pool: Crowd, sizes: ListSizes): Town<RankedLists> =>
  new Town(pool, (index) => new RankedLists(index, sizes));

/** The lists that are not what a new run of the same index says, in words. */
function drifted({ desk, index, jobs }: Town<RankedLists>, { shown }: ListSizes): string[] {
  return [...jobs.keys()].flatMap((id) => {
    const fresh = index.topCitizens(id, shown).map((place) => `${place.id} ${place.score}`);
    const kept = desk.top(id).map((place) => `${place.id} ${place.score}`);
    return fresh.join() === kept.join() ? [] : [`${id}: ${kept.join()} instead of ${fresh.join()}`];
  });
}

/** As `drifted`, against the plain meaning: the index itself could be wrong. */
function plainlyDrifted(
  { desk, citizens, jobs }: Town<RankedLists>,
  { options }: Crowd,
  { shown }: ListSizes,
  each: number,
): string[] {
  const people = [...citizens.values()];
  return [...jobs.values()].flatMap((job, n) => {
    if (n % each !== 0) return [];
    const { ranked } = rankCitizens(job, people, { ...options, limit: shown });
    const expected = ranked.map(({ citizenId, score }) => `${citizenId} ${score}`).join();
    return expected ===
      desk
        .top(job.id)
        .map(({ id, score }) => `${id} ${score}`)
        .join()
      ? []
      : [job.id];
  });
}

describe('lists that are kept while people and small jobs change', () => {
  it('are at every step what a new run says', () => {
    const sizes = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.nat({ max: 6 }))
      .map(([shown, more]) => ({ shown, stored: shown + more }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        sizes,
        fc.array(townEdit, { minLength: 1, maxLength: 80, size: 'max' }),
        (seed, ofLists, edits) => {
          const pool = drawnCrowd(seed, 40, 8);
          const town = townOf(pool, ofLists);
          for (const edit of edits) {
            town.make(edit);
            expect(drifted(town, ofLists)).toEqual([]);
          }
          expect(plainlyDrifted(town, pool, ofLists, 1)).toEqual([]);
          expect(town.desk.check()).toEqual({ lists: town.jobs.size, differing: [] });
        },
      ),
      { numRuns: isLong ? 600 : 30 },
    );
  });

  it('are true after thousands of edits in a small town where they often run dry', () => {
    const sizes = { stored: 5, shown: 4 };
    const pool = drawnCrowd(11, 90, 10);
    const town = townOf(pool, sizes);
    for (let n = 0; n < 100; n += 1)
      town.make({ what: n % 10 === 0 ? 'is posted' : 'comes', who: n, like: n });
    fc.sample(townEdit, { seed: 11, numRuns: 2000 }).forEach((edit, n) => {
      town.make(edit);
      // The best leave more often than others, so that lists become too short.
      if (n % 3 === 0) town.bestLeaves(n);
      if (town.citizens.size > 90) town.make({ what: 'leaves', who: n * 7, like: 0 });
      if (town.jobs.size > 10) town.make({ what: 'is withdrawn', who: n * 7, like: 0 });
      expect(drifted(town, sizes)).toEqual([]);
      if (n % 200 === 0) expect(plainlyDrifted(town, pool, sizes, 1)).toEqual([]);
    });
    expect(plainlyDrifted(town, pool, sizes, 1)).toEqual([]);
    expect(town.desk.check().differing).toEqual([]);
    // Otherwise no list was ever too short.
    expect(town.desk.remade).toBeGreaterThan(20);
  });

  it('begin with everybody who is in the index already', () => {
    const { citizens, jobs, options } = drawnCrowd(5, 150, 12);
    const lists = new RankedLists(MatchingIndex.of(citizens, jobs, options), { stored: 5, shown: 5 });
    expect(lists.check()).toEqual({ lists: jobs.length, differing: [] });
    for (const job of jobs) {
      const { ranked } = rankCitizens(job, citizens, { ...options, limit: 5 });
      expect(lists.top(job.id)).toEqual(ranked.map(({ citizenId, score }) => ({ id: citizenId, score })));
    }
    expect(() => lists.top('nobody')).toThrow(RangeError);
    expect([lists.removeCitizen('nobody'), lists.removeSmallJob('nobody')]).toEqual([false, false]);
    expect(lists.check().differing).toEqual([]);
  });

  it('are found out when somebody edits behind their back', () => {
    const { citizens, jobs, options } = drawnCrowd(5, 150, 12);
    const index = MatchingIndex.of(citizens, jobs, options);
    const lists = new RankedLists(index, { stored: 5, shown: 5 });
    const wanted = jobs.find(({ id }) => lists.top(id).length > 0)!;
    const best = citizens.find(({ id }) => id === lists.top(wanted.id)[0]!.id)!;
    index.putCitizen({ ...best, saidYes: false });
    expect(lists.check().differing).toContain(wanted.id);
  });

  // A hundred thousand edits are for the long run; the same in small is for every run.
  it('are true in a drawn municipality, as they are stored and shown there', () => {
    const sizes = { stored: 40, shown: 20 };
    const [people, posts, edits] = isLong ? [2500, 250, 100_000] : [400, 40, 1500];
    const drawn = drawnPopulation({ citizens: people, smallJobs: posts, of: 'municipality', seed: 9 });
    const pool = { citizens: drawn.citizens, jobs: drawn.smallJobs, options: { day: drawn.day } };
    const town = townOf(pool, sizes);
    pool.jobs.forEach((_, n) => town.make({ what: 'is posted', who: n, like: n }));
    pool.citizens.forEach((_, n) => town.make({ what: 'comes', who: n, like: n }));
    expect(drifted(town, sizes)).toEqual([]);
    fc.sample(townEdit, { seed: 9, numRuns: edits }).forEach((edit, n) => {
      town.make(edit);
      if (town.citizens.size > people) town.make({ what: 'leaves', who: n * 7, like: 0 });
      if (town.jobs.size > posts) town.make({ what: 'is withdrawn', who: n * 7, like: 0 });
      if (n % (isLong ? 250 : 25) === 0) expect(drifted(town, sizes)).toEqual([]);
      if (n % (isLong ? 5000 : 500) === 0) expect(plainlyDrifted(town, pool, sizes, 10)).toEqual([]);
    });
    expect(drifted(town, sizes)).toEqual([]);
    expect(plainlyDrifted(town, pool, sizes, isLong ? 5 : 2)).toEqual([]);
    expect(town.desk.check().differing).toEqual([]);
  }, 600_000);
});
