import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PairsWithWaiting } from '../kernel/answers.js';
import { coverageAt, coverageOf, spreadReport } from './coverage.js';
import { rawRows } from './raw-rows.js';
import { Spread } from './spread.js';
import { standardSpread, type SpreadRules } from './spread-rules.js';

/** Who fits which job, and how well: `{ job: { citizen: points } }`. */
type Fits = Record<string, Record<string, number>>;

/** The pairs in the order that the ids are given in, each row as it stands. */
function pairsOf(fits: Fits, citizenIds: readonly string[], jobs = Object.keys(fits)): PairsWithWaiting {
  const rows = jobs.map((job) => citizenIds.filter((id) => fits[job]![id] !== undefined));
  const from = new Int32Array(jobs.length + 1);
  rows.forEach((row, at) => (from[at + 1] = from[at]! + row.length));
  return {
    smallJobIds: [...jobs],
    citizenIds: [...citizenIds],
    from,
    citizen: Int32Array.from(rows.flat(), (id) => citizenIds.indexOf(id)),
    score: Int32Array.from(jobs.flatMap((job, at) => rows[at]!.map((id) => fits[job]![id]!))),
    waited: new Int32Array(citizenIds.length),
  };
}

const peopleOf = (fits: Fits): string[] => [...new Set(Object.values(fits).flatMap(Object.keys))].sort();
const rulesOf = (more: Partial<SpreadRules>): SpreadRules => ({ ...standardSpread, ...more });
const listsOf = (spread: Spread): Record<string, string[]> =>
  Object.fromEntries(
    spread.rows.smallJobIds.map((id) => [
      id,
      spread
        .ofSmallJob(id)
        .filter(({ listed }) => listed)
        .map(({ citizenId }) => citizenId),
    ]),
  );
const spreadOf = (fits: Fits, more: Partial<SpreadRules> = {}): Spread =>
  Spread.of(pairsOf(fits, peopleOf(fits)), rulesOf(more));

describe('the spread ranking', () => {
  // Anna is best everywhere, and nearly as good are others.
  const crowded: Fits = {
    a: { anna: 9000, bo: 8900, dan: 5000 },
    b: { anna: 9000, carl: 8900 },
    c: { anna: 9100, dora: 8000 },
  };

  it('puts others first where they are nearly as good, and leaves the scores alone', () => {
    const spread = spreadOf(crowded, { listLength: 1 });
    expect(listsOf(spread)).toEqual({ a: ['bo'], b: ['carl'], c: ['anna'] });
    expect(spread.ofSmallJob('a')).toEqual([
      { citizenId: 'bo', score: 8900, rank: 2, spreadRank: 1, listed: true },
      { citizenId: 'anna', score: 9000, rank: 1, spreadRank: 2, listed: false },
      { citizenId: 'dan', score: 5000, rank: 3, spreadRank: 3, listed: false },
    ]);
  });

  it('is the raw ranking when the strength is 0', () => {
    const spread = spreadOf(crowded, { listLength: 1, strength: 0, mostLists: 1 });
    expect(listsOf(spread)).toEqual({ a: ['anna'], b: ['anna'], c: ['anna'] });
    expect(spread.ofSmallJob('a').map(({ rank, spreadRank }) => [rank, spreadRank])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('gives a place away for as many points as a newcomer is worth, and for no more', () => {
    const close: Fits = { a: { anna: 9000 }, b: { anna: 9000, bo: 8500 } };
    const worth = (newcomerPoints: number) =>
      listsOf(spreadOf(close, { listLength: 1, strength: 1, newcomerPoints }));
    expect(worth(400)).toEqual({ a: ['anna'], b: ['anna'] });
    expect(worth(600)).toEqual({ a: ['anna'], b: ['bo'] });
  });

  it('moves nobody onto a list from far below', () => {
    const far: Fits = { a: { anna: 9000 }, b: { anna: 9000, bo: 6000 } };
    const within = (reachPoints: number) =>
      listsOf(spreadOf(far, { listLength: 1, strength: 1, newcomerPoints: 5000, reachPoints }));
    expect(within(2999)['b']).toEqual(['anna']);
    expect(within(3000)['b']).toEqual(['bo']);
  });

  it('lets whoever is needed most have the place when nobody else can', () => {
    // Only Bo can go to b, so Anna goes to a, though Bo has more points there.
    const fits: Fits = { a: { anna: 8000, bo: 8100 }, b: { bo: 7000 } };
    expect(listsOf(spreadOf(fits, { listLength: 1, mostLists: 1 }))).toEqual({ a: ['anna'], b: ['bo'] });
  });

  it('raises the cap when so few fit that lists would stand empty', () => {
    const jobs = Array.from({ length: 12 }, (_, at) => `job-${String(at).padStart(2, '0')}`);
    const fits = Object.fromEntries(jobs.map((job) => [job, { anna: 5000, bo: 4000 }]));
    const spread = spreadOf(fits, { listLength: 1, mostLists: 4 });
    expect(spread.cap).toBe(6);
    expect(coverageOf(spread)).toMatchObject({ places: 12, mostLists: 6, shown: 2 });
  });

  it('puts the only one who fits on every list, and fewer than a list has room for on theirs', () => {
    const jobs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const one = spreadOf(Object.fromEntries(jobs.map((job) => [job, { anna: 5000 }])));
    expect(listsOf(one)).toEqual(Object.fromEntries(jobs.map((job) => [job, ['anna']])));
    expect(coverageOf(one)).toMatchObject({ coverage: 1, mostLists: 7, pointsLost: 0, gini: 0 });
    const few = spreadOf({ a: { anna: 5000, bo: 4800 } }, { listLength: 5 });
    expect(listsOf(few)).toEqual({ a: ['anna', 'bo'] });
  });

  it('ends when many fight over far too few', () => {
    const jobs = Array.from({ length: 60 }, (_, at) => `job-${String(at).padStart(2, '0')}`);
    const fits = Object.fromEntries(
      jobs.map((job, at) => [
        job,
        { anna: 9000, bo: 9000, carl: 9000, ...(at < 40 && { [`only-${job}`]: 8999 - at }) },
      ]),
    );
    const { places, mostLists } = coverageOf(spreadOf(fits, { listLength: 2, mostLists: 4 }));
    expect(mostLists).toBe(4);
    expect(places).toBe(52);
  });

  it('stands by waiting days when scores are equal, then by id', () => {
    const fits: Fits = { a: { anna: 5000, bo: 5000, carl: 5000 } };
    const pairs = pairsOf(fits, ['carl', 'anna', 'bo']);
    const order = (...waited: number[]) =>
      Spread.of({ ...pairs, waited: Int32Array.from(waited) }, rulesOf({ strength: 0 }))
        .ofSmallJob('a')
        .map(({ citizenId }) => citizenId);
    expect(order(5, 5, 5)).toEqual(['anna', 'bo', 'carl']);
    expect(order(7, 0, 9)).toEqual(['bo', 'carl', 'anna']);
  });

  it('has nothing to say of nobody, and refuses what means nothing', () => {
    const empty: PairsWithWaiting = {
      smallJobIds: [],
      citizenIds: [],
      from: new Int32Array(1),
      citizen: new Int32Array(0),
      score: new Int32Array(0),
      waited: new Int32Array(0),
    };
    const nothing = { eligible: 0, shown: 0, coverage: 0, places: 0, mostLists: 0, gini: 0, pointsLost: 0 };
    expect(spreadReport(empty, standardSpread)).toMatchObject({ raw: nothing, spread: nothing });
    const alone = Spread.of({ ...empty, smallJobIds: ['a'], from: new Int32Array(2) }, standardSpread);
    expect(alone.ofSmallJob('a')).toEqual([]);
    expect(() => alone.ofSmallJob('b')).toThrow(RangeError);
    for (const wrong of [
      { strength: 1.1 },
      { strength: Number.NaN },
      { listLength: 0 },
      { mostLists: 1.5 },
      { newcomerPoints: -1 },
      { reachPoints: Number.NaN },
    ])
      expect(() => Spread.of(empty, rulesOf(wrong))).toThrow(RangeError);
  });
});

describe('the coverage', () => {
  it('is counted among those who fit something', () => {
    const fits: Fits = { a: { anna: 9000, bo: 7500 }, b: { anna: 8000, carl: 6000 } };
    const pairs = pairsOf(fits, [...peopleOf(fits), 'never-fits']);
    const [raw, spread] = coverageAt(rawRows(pairs), rulesOf({ listLength: 1, reachPoints: 2000 }), [0, 1]);
    expect(raw).toMatchObject({
      eligible: 3,
      shown: 1,
      places: 2,
      mostLists: 2,
      meanPoints: 85,
      pointsLost: 0,
    });
    expect(raw!.coverage).toBeCloseTo(1 / 3);
    // One of three has everything: (2 * 3 - 3 - 1) * 2 / (3 * 2).
    expect(raw!.gini).toBeCloseTo(2 / 3);
    expect(spread).toMatchObject({ shown: 2, mostLists: 1, meanPoints: 77.5, pointsLost: 7.5 });
    expect(spread!.gini).toBeCloseTo(1 / 3);
  });

  it('tells the loss also against lists that are as short: a place that stays empty lost nothing itself', () => {
    // Eva is too far below to take the place that Anna cannot have twice.
    const scarce: Fits = { a: { anna: 9000, eva: 1000 }, b: { anna: 9000 }, c: { carl: 5000 } };
    const { places, pointsLost, pointsLostSameLength } = coverageOf(
      spreadOf({ ...scarce, d: { dan: 5000 } }, { listLength: 1, mostLists: 1 }),
    );
    // (90 + 90 + 50 + 50) / 4 before, (90 + 50 + 50) / 3 after.
    expect([places, pointsLostSameLength]).toEqual([3, 0]);
    expect(pointsLost).toBeCloseTo(70 - 190 / 3);
  });
});

const points = fc.integer({ min: 1, max: 100 }).map((tens) => tens * 100);
const fitsOf = fc
  .array(fc.array(fc.option(points, { freq: 2 }), { minLength: 9, maxLength: 9 }), { maxLength: 8 })
  .map((jobs): Fits =>
    Object.fromEntries(
      jobs.map((row, at) => [
        `job-${at}`,
        Object.fromEntries(row.flatMap((score, n) => (score === null ? [] : [[`c${n}`, score]]))),
      ]),
    ),
  );
const anyRules = fc.record({
  strength: fc.constantFrom(0.1, 0.5, 1),
  listLength: fc.integer({ min: 1, max: 5 }),
  mostLists: fc.integer({ min: 1, max: 4 }),
  newcomerPoints: fc.constantFrom(0, 500, 2000),
  reachPoints: fc.constantFrom(0, 1000, 10_000),
});

describe('whatever fits whom', () => {
  it('keeps the cap, lists only who fits, once, and nobody is left out of the order', () => {
    fc.assert(
      fc.property(fitsOf, anyRules, (fits, rules) => {
        const spread = spreadOf(fits, rules);
        const on = new Map<string, number>();
        for (const [job, fitting] of Object.entries(fits)) {
          const places = spread.ofSmallJob(job);
          expect(places.map(({ citizenId }) => citizenId).sort()).toEqual(Object.keys(fitting).sort());
          expect(places.map(({ spreadRank }) => spreadRank)).toEqual(places.map((_, at) => at + 1));
          const listed = places.filter((place) => place.listed);
          expect(listed.length).toBeLessThanOrEqual(rules.listLength);
          for (const { citizenId, score } of places) expect(score).toBe(fitting[citizenId]);
          for (const { citizenId } of listed) on.set(citizenId, (on.get(citizenId) ?? 0) + 1);
        }
        expect(Math.max(0, ...on.values())).toBeLessThanOrEqual(spread.cap);
      }),
    );
  });

  it('is the same in whatever order people and jobs come', () => {
    const shuffled = fitsOf.chain((fits) =>
      fc.record({
        fits: fc.constant(fits),
        people: fc.shuffledSubarray(peopleOf(fits), { minLength: peopleOf(fits).length }),
        jobs: fc.shuffledSubarray(Object.keys(fits), { minLength: Object.keys(fits).length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, anyRules, ({ fits, people, jobs }, rules) => {
        const one = Spread.of(pairsOf(fits, peopleOf(fits)), rules);
        const other = Spread.of(pairsOf(fits, people, jobs), rules);
        for (const job of jobs) expect(other.ofSmallJob(job)).toEqual(one.ofSmallJob(job));
      }),
    );
  });

  it('is with strength 0 the raw ranking of the pairs', () => {
    fc.assert(
      fc.property(fitsOf, anyRules, (fits, rules) => {
        const spread = spreadOf(fits, { ...rules, strength: 0 });
        for (const [job, fitting] of Object.entries(fits)) {
          const raw = Object.entries(fitting).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
          expect(spread.ofSmallJob(job).map(({ citizenId }) => citizenId)).toEqual(raw.map(([id]) => id));
        }
      }),
    );
  });

  it('is within a tenth of a point a place of the best lists there are', () => {
    // Small enough to try every way of filling the lists; close points and few people, so that it comes to a fight.
    const close = fc.integer({ min: 0, max: 40 }).map((steps) => 5000 + 25 * steps);
    const few = fc
      .array(fc.array(fc.option(close, { freq: 3 }), { minLength: 5, maxLength: 5 }), {
        minLength: 3,
        maxLength: 4,
      })
      .map((jobs): Fits =>
        Object.fromEntries(
          jobs.map((row, at) => [
            `job-${at}`,
            {
              ...Object.fromEntries(row.flatMap((score, n) => (score === null ? [] : [[`c${n}`, score]]))),
              // Somebody whom no other job suits and who is out of reach: the even share stays low.
              [`only-${at}`]: 100,
              [`also-${at}`]: 100,
            },
          ]),
        ),
      );
    const some = fc.record({
      strength: fc.constant(1),
      listLength: fc.integer({ min: 1, max: 2 }),
      mostLists: fc.integer({ min: 1, max: 2 }),
      newcomerPoints: fc.constantFrom(0, 250, 2000),
      reachPoints: fc.constant(1000),
    });
    fc.assert(
      fc.property(few, some, (fits, rules) => {
        const spread = spreadOf(fits, rules);
        const worth = worthOf(fits, rules, spread.cap);
        const best = everyWay(Object.values(fits), rules).reduce(
          (most, way) => Math.max(most, worth(way)),
          0,
        );
        const own = Object.values(listsOf(spread));
        expect(best - worth(own)).toBeLessThanOrEqual(10 * rules.listLength * own.length);
      }),
      { numRuns: 300 },
    );
  });
});

/** What all lists together are worth; less than nothing when somebody is on too many. */
const worthOf =
  (fits: Fits, { strength, newcomerPoints }: SpreadRules, cap: number) =>
  (lists: string[][]): number => {
    const rows = Object.values(fits);
    const on = new Map<string, number>();
    let sum = 0;
    lists.forEach((list, at) => {
      for (const id of list) {
        sum += rows[at]![id]!;
        on.set(id, (on.get(id) ?? 0) + 1);
      }
    });
    return Math.max(0, ...on.values()) > cap ? -1 : sum + on.size * Math.round(strength * newcomerPoints);
  };

/** Every choice of at most `listLength` for each job, among those within reach. */
function everyWay(jobs: Record<string, number>[], { listLength, reachPoints }: SpreadRules): string[][][] {
  return jobs.reduce<string[][][]>(
    (ways, fitting) => {
      const raw = Object.values(fitting).sort((a, b) => b - a);
      const least = (raw[Math.min(listLength, raw.length) - 1] ?? 0) - reachPoints;
      const near = Object.keys(fitting).filter((id) => fitting[id]! >= least);
      const lists: string[][] = [[], ...near.map((id) => [id])];
      if (listLength > 1) near.forEach((a, at) => near.slice(at + 1).forEach((b) => lists.push([a, b])));
      return ways.flatMap((way) => lists.map((list) => [...way, list]));
    },
    [[]],
  );
}
