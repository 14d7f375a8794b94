import { Temporal } from '#domain';
import {
  matchingDay,
  MatchingIndex,
  partIds,
  rankCitizens,
  rankSmallJobs,
  standardRules,
  type CandidateCitizen,
  type CandidateSmallJob,
} from '#matching';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCandidateCitizen } from '../builders/citizen.js';
import { isLong } from '../builders/how-long.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../builders/small-job.js';
import { Disagreements, disagreements, PlainAnswers } from './matching-oracle.js';
import { crowdOf, drawnCrowd, someJob, someone, type Crowd } from './matching-wide-people.js';

const day = aMatchingDay();
const indexOf = ({ citizens, jobs, options }: Crowd): MatchingIndex =>
  MatchingIndex.of(citizens, jobs, options);
const namesOf = (places: readonly { id: string }[]): string[] => places.map(({ id }) => id);
const placed = (job: CandidateSmallJob, lat: number, lon: number): CandidateSmallJob => ({
  ...job,
  workplace: { ...job.workplace, position: { lat, lon } },
});

/** Everything that can be asked, as one value. */
function answersOf(index: MatchingIndex, { citizens, jobs }: Crowd): unknown {
  const all = index.rankAll({ limit: 5 });
  return {
    counts: [index.citizenCount, index.smallJobCount],
    jobs: [...jobs]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id }) => {
        const { masks, ids } = index.reasonsForAll(id);
        const reasons = ids.map((citizen, n) => `${citizen} ${masks[n]}`).sort();
        return [index.rankCitizens(id), index.topCitizens(id, 3), all.forSmallJob(id), reasons];
      }),
    citizens: [...citizens]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id }) => [index.rankSmallJobs(id), all.forCitizen(id)]),
    openings: jobs[0] && index.openings(jobs[0].id),
  };
}

describe('the order of what comes in', () => {
  it('changes no answer', () => {
    const turned = crowdOf(20, 5).chain((crowd) =>
      fc.tuple(
        fc.constant(crowd),
        fc.shuffledSubarray(crowd.citizens, { minLength: crowd.citizens.length }),
        fc.shuffledSubarray(crowd.jobs, { minLength: crowd.jobs.length }),
      ),
    );
    fc.assert(
      fc.property(turned, ([crowd, citizens, jobs]) => {
        const expected = answersOf(indexOf(crowd), crowd);
        expect(answersOf(indexOf({ ...crowd, citizens, jobs }), crowd)).toEqual(expected);
        const oneByOne = new MatchingIndex(crowd.options);
        for (const job of jobs) oneByOne.putSmallJob(job);
        for (const citizen of citizens) oneByOne.putCitizen(citizen);
        expect(answersOf(oneByOne, crowd)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a municipality', () => {
  const job = aCandidateSmallJob();
  const citizen = aCandidateCitizen();

  it('may have no citizens', () => {
    const index = MatchingIndex.of([], [job], { day });
    expect(index.rankCitizens(job.id)).toEqual({ considered: 0, eligible: 0, ranked: [] });
    expect(index.topCitizens(job.id, 20)).toEqual([]);
    expect(index.reasonsForAll(job.id).ids).toEqual([]);
    expect(index.rankAll({ limit: 20 }).forSmallJob(job.id)).toEqual([]);
    expect(index.fittingPairs().citizen.length).toBe(0);
    expect(index.openings(job.id)).toEqual({ eligible: 0, items: [], otherWays: [] });
    expect(index.rankSmallJobs(citizen).eligible).toBe(1);
  });

  it('may have no small jobs, or nothing at all', () => {
    for (const people of [[citizen], []]) {
      const index = MatchingIndex.of(people, [], { day });
      expect(index.rankSmallJobs(citizen)).toEqual({ considered: 0, eligible: 0, ranked: [] });
      expect(index.rankCitizens(job).eligible).toBe(people.length);
      expect(index.rankAll({ limit: 20 }).pairs).toBe(0);
      expect([...index.fittingPairs().from]).toEqual([0]);
    }
    expect(MatchingIndex.of([citizen], [], { day }).rankAll({ limit: 2 }).forCitizen(citizen.id)).toEqual([]);
  });

  it('does not know whom it does not have', () => {
    const index = MatchingIndex.of([citizen], [job], { day });
    for (const ask of [
      () => index.rankCitizens('nobody'),
      () => index.topCitizens('nobody', 1),
      () => index.rankSmallJobs('nobody'),
      () => index.reasonsForAll('nobody'),
      () => index.explain('nobody', citizen.id),
      () => index.explain(job.id, 'nobody'),
      () => index.openings('nobody'),
      () => index.rankAll({ limit: 1 }).forSmallJob('nobody'),
      () => index.rankAll({ limit: 1 }).forCitizen('nobody'),
    ])
      expect(ask).toThrow(RangeError);
  });

  it('may have ten thousand citizens at one address', () => {
    const jobs = [placed(job, 55.7113, 9.5365), { ...placed(job, 55.72, 9.6), danishLevel: 5 as const }].map(
      (each, n) => ({ ...each, id: `job ${n}` }),
    );
    const people = Array.from({ length: 10_000 }, (_, n) => ({
      ...citizen,
      id: `0193c000-0000-7000-8000-${((n * 7919) % 10_007).toString(16).padStart(12, '0')}`,
      reach: { bike: 4 + (n % 5) },
      waitingSince: citizen.waitingSince.add({ hours: 24 * (n % 3) }),
      danishLevel: n % 10 === 0 ? (1 as const) : (4 as const),
    }));
    const index = MatchingIndex.of(people, jobs, { day });
    expect(index.rankAll({ limit: 3 }).pairs).toBe(index.fittingPairs().citizen.length);
    const found = new Disagreements(index, new PlainAnswers(people, jobs, { day }), 17);
    expect(found.of('citizens', 'reasons').found).toEqual([]);
    expect(index.rankCitizens('job 0').eligible).toBe(9000);
  });
});

describe('a small job that is only thought of', () => {
  const { citizens, jobs, options } = drawnCrowd(7, 60, 12);
  const thoughts = drawnCrowd(8, 1, isLong ? 300 : 100).jobs;
  const lasting = ({ jobs: { records } }: MatchingIndex): number =>
    records.columns.reduce((sum, { values }) => sum + values.length, 0);

  it('is answered as the plain meaning answers it, also when others were thought of in between', () => {
    const index = MatchingIndex.of(citizens, jobs, options);
    for (const [at, thought] of thoughts.entries()) {
      for (const job of [thought, thoughts[(at * 7) % 5]!, jobs[at % jobs.length]!]) {
        const plain = rankCitizens(job, citizens, options);
        const places = index.rankCitizens(job).ranked;
        expect(namesOf(places)).toEqual(plain.ranked.map(({ citizenId }) => citizenId));
        expect(places.map(({ points }) => points)).toEqual(
          plain.ranked.map(({ parts }) => parts.map(({ points }) => points)),
        );
      }
    }
  });

  it('leaves nothing behind, however many there are', () => {
    const index = MatchingIndex.of(citizens, jobs, options);
    const before = lasting(index);
    for (const job of thoughts) index.topCitizens(job, 5);
    // At most the one number a column that means another value each time.
    expect(lasting(index) - before).toBeLessThanOrEqual(index.jobs.records.columns.length);
    expect(index.smallJobCount).toBe(jobs.length);
  });
});

describe('a list', () => {
  it('runs dry: with everybody who fits when the limit is larger, and with nobody at a limit of none', () => {
    const people = Array.from({ length: 5 }, () => aCandidateCitizen());
    const jobs = Array.from({ length: 3 }, () => aCandidateSmallJob());
    const index = MatchingIndex.of(people, jobs, { day });
    const [{ id: job }, { id: citizen }] = [jobs[0]!, people[0]!];
    for (const limit of [0, 1, 5, 6, 1000]) {
      const expected = namesOf(people).slice(0, limit);
      expect(namesOf(index.topCitizens(job, limit))).toEqual(expected);
      expect(namesOf(index.rankCitizens(job, { limit }).ranked)).toEqual(expected);
      expect(index.rankCitizens(job, { limit }).eligible).toBe(5);
      expect(namesOf(index.rankAll({ limit }).forSmallJob(job))).toEqual(expected);
      expect(namesOf(index.rankSmallJobs(citizen, { limit }).ranked)).toEqual(namesOf(jobs).slice(0, limit));
      expect(namesOf(index.rankAll({ limit }).forCitizen(citizen))).toEqual(namesOf(jobs).slice(0, limit));
    }
  });

  it('is made among those who are asked about, and only of them', () => {
    const some = <T extends { id: string }>(list: readonly T[]) =>
      fc.subarray(list.map(({ id }) => id)).map((ids) => new Set([...ids, 'a stranger']));
    const scoped = crowdOf(20, 5).chain((crowd) =>
      fc.tuple(fc.constant(crowd), some(crowd.citizens), some(crowd.jobs), fc.nat({ max: 4 })),
    );
    fc.assert(
      fc.property(scoped, ([crowd, people, posts, limit]) => {
        const index = indexOf(crowd);
        const citizens = crowd.citizens.filter(({ id }) => people.has(id));
        const jobs = crowd.jobs.filter(({ id }) => posts.has(id));
        const scopedTo = indexOf({ ...crowd, citizens, jobs });
        for (const { id } of jobs) {
          expect(index.rankCitizens(id, { among: people })).toEqual(scopedTo.rankCitizens(id));
          expect(index.rankCitizens(id, { among: people, limit })).toEqual(
            scopedTo.rankCitizens(id, { limit }),
          );
        }
        for (const { id } of citizens)
          expect(index.rankSmallJobs(id, { among: posts })).toEqual(scopedTo.rankSmallJobs(id));
        for (const { id } of crowd.jobs)
          expect(index.rankCitizens(id, { among: new Set() }).considered).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('does not lose somebody across the 180th meridian, whoever else is in the zone', () => {
    for (const lons of [
      [-179.99, 170],
      [179.99, -170],
      [-179.99, 170, 179.995, -170],
      [-179.9, 0],
    ]) {
      const people = lons.map((lon) => aCandidateCitizen({ position: { lat: 0, lon }, reach: { car: 60 } }));
      for (const others of [[180], [-180], [179.99, 100], [-179.995, 169.99, 0]]) {
        const jobs = others.map((lon) => placed(aCandidateSmallJob(), 0, lon));
        expect(disagreements(MatchingIndex.of(people, jobs, { day }), people, jobs, { day })).toEqual([]);
      }
    }
  });
});

describe('somebody who is only thought of', () => {
  it('is answered as if there, and leaves no trace', () => {
    fc.assert(
      fc.property(
        crowdOf(15, 5),
        fc.array(someJob(), { maxLength: 4 }),
        fc.array(someone(), { maxLength: 4 }),
        (crowd, jobs, people) => {
          const index = indexOf(crowd);
          const before = answersOf(index, crowd);
          const ofIndex = <T extends { id: string }>(one: T, own: readonly T[], at: number): T[] =>
            own.length === 0 ? [one] : [one, { ...one, id: own[at % own.length]!.id }];
          jobs
            .flatMap((job, at) => ofIndex(job, crowd.jobs, at))
            .forEach((job) => expectThought(index, crowd, job));
          people
            .flatMap((one, at) => ofIndex(one, crowd.citizens, at))
            .forEach((one) => {
              const { considered, eligible, ranked } = rankSmallJobs(one, crowd.jobs, crowd.options);
              const got = index.rankSmallJobs(one);
              expect([got.considered, got.eligible]).toEqual([considered, eligible]);
              expect(got.ranked.map(({ id, score }) => [id, score])).toEqual(
                ranked.map(({ smallJobId, score }) => [smallJobId, score]),
              );
            });
          expect(answersOf(index, crowd)).toEqual(before);
        },
      ),
      { numRuns: isLong ? 40 : 15 },
    );
  });

  it('takes no place of those who come later', () => {
    const crowd = drawnCrowd(3, 80, 15);
    const index = new MatchingIndex(crowd.options);
    const half = Math.floor(crowd.citizens.length / 2);
    crowd.citizens.forEach((citizen, n) => {
      if (n < half) index.putCitizen(citizen);
      else index.rankSmallJobs(citizen);
    });
    for (const job of crowd.jobs) {
      index.rankCitizens(job);
      index.putSmallJob(job);
      index.reasonsForAll({ ...job, weeklyShifts: weekly([2], '03:03', '05:05') });
    }
    for (const citizen of crowd.citizens.slice(half)) index.putCitizen(citizen);
    expect(disagreements(index, crowd.citizens, crowd.jobs, crowd.options)).toEqual([]);
  });

  it('is not known to companies by another name than the own one', () => {
    const one = aCandidateCitizen();
    const job = aCandidateSmallJob({ ruledOutCitizenIds: [one.id] });
    const index = MatchingIndex.of([], [job], { day });
    expect(index.rankSmallJobs(one).eligible).toBe(0);
    expect(index.rankSmallJobs({ ...one, id: 'another' }).eligible).toBe(1);
  });

  function expectThought(index: MatchingIndex, { citizens, options }: Crowd, job: CandidateSmallJob): void {
    const { considered, eligible, ranked } = rankCitizens(job, citizens, options);
    const got = index.rankCitizens(job);
    expect([got.considered, got.eligible]).toEqual([considered, eligible]);
    expect(got.ranked.map(({ id, score }) => [id, score])).toEqual(
      ranked.map(({ citizenId, score }) => [citizenId, score]),
    );
    const fits = new Set(ranked.map(({ citizenId }) => citizenId));
    const { masks, ids } = index.reasonsForAll(job);
    expect(new Set(ids.filter((_, n) => masks[n] === 0))).toEqual(fits);
    for (const { id } of citizens) expect(index.explain(job, id).mask === 0).toBe(fits.has(id));
  }
});

describe('the weeks in which the clocks change', () => {
  const instants = [
    '2026-10-22',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
  ];
  const days = instants.map((date) => matchingDay(Temporal.Instant.from(`${date}T10:00:00Z`)));
  const night = aCandidateSmallJob({
    startDate: '2027-06-01',
    weeklyShifts: weekly([7, 1], '00:30', '04:00'),
  });
  const overMidnight = aCandidateSmallJob({
    startDate: '2027-06-01',
    weeklyShifts: weekly([6, 7], '22:30', '03:30'),
  });
  const crowd = drawnCrowd(12, 60, 12);

  it('have the same windows in wall time as any other', () => {
    const people: CandidateCitizen[] = [
      aCandidateCitizen({
        windows: [7, 1].map((weekday) => ({ weekday: weekday as 7, from: '00:30', to: '04:00' })),
      }),
      aCandidateCitizen({
        windows: [6, 7].map((weekday) => ({ weekday: weekday as 7, from: '22:30', to: '03:30' })),
      }),
      aCandidateCitizen({
        windows: [7, 1].map((weekday) => ({ weekday: weekday as 7, from: '00:30', to: '03:59' })),
      }),
      ...crowd.citizens,
    ].map((one) => ({ ...one, availableFrom: '2026-01-01' }));
    const jobs = [night, overMidnight, ...crowd.jobs].map((job) => ({ ...job, startDate: '2027-06-01' }));
    const masksOn = days.map((on) => {
      const index = MatchingIndex.of(people, jobs, { day: on });
      expect(disagreements(index, people, jobs, { day: on })).toEqual([]);
      return jobs.map(({ id }) => {
        const { masks, ids } = index.reasonsForAll(id);
        return new Map(ids.map((citizen, n) => [citizen, masks[n]]));
      });
    });
    for (const masks of masksOn) expect(masks).toEqual(masksOn[0]);
    const [first, second, third] = people.map(({ id }) => id);
    const windowsFail = 1 << 14;
    expect([first, second, third].map((id) => masksOn[0]![0]!.get(id!)! & windowsFail)).toEqual([
      0,
      windowsFail,
      windowsFail,
    ]);
    expect([first, second, third].map((id) => masksOn[0]![1]!.get(id!)! & windowsFail)).toEqual([
      windowsFail,
      0,
      windowsFail,
    ]);
  });

  it('have waiting days of 24 hours, counted as the plain meaning does', () => {
    const since = (at: string): CandidateCitizen =>
      aCandidateCitizen({ waitingSince: Temporal.Instant.from(at) });
    const people = [
      // Midnight in Copenhagen on 20 October and on 21 March.
      since('2026-10-19T22:00:00Z'),
      since('2026-10-19T23:00:00Z'),
      since('2026-10-19T23:00:01Z'),
      since('2027-03-20T23:00:00Z'),
      since('2027-03-20T22:00:00Z'),
    ];
    const job = aCandidateSmallJob({ startDate: '2027-06-01' });
    const weights = Object.fromEntries(partIds.map((id) => [id, id === 'waiting' ? 10_000 : 0]));
    const rules = {
      ...standardRules,
      weights: weights as typeof standardRules.weights,
      shares: { ...standardRules.shares, waitingFullDays: 10_000 },
    };
    const pointsOn = (date: string): number[] => {
      const options = { day: matchingDay(Temporal.Instant.from(`${date}T10:00:00Z`)), rules };
      const index = MatchingIndex.of(people, [job], options);
      expect(disagreements(index, people, [job], options)).toEqual([]);
      // One point for each day.
      return people.map(({ id }) => index.explain(job.id, id).place!.points[7]!);
    };
    expect(pointsOn('2026-10-27').slice(0, 3)).toEqual([7, 7, 6]);
    expect(pointsOn('2027-03-30').slice(3)).toEqual([8, 9]);
  });
});
