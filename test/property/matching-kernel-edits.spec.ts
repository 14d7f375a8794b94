import { MatchingIndex, type CandidateCitizen, type CandidateSmallJob } from '#matching';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCandidateCitizen } from '../builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../builders/small-job.js';
import { disagreements } from './matching-oracle.js';
import { Town, townEdit, type TownEdit } from './matching-town.js';
import { clockTime } from './matching-wide-people.js';
import { isLong } from '../builders/how-long.js';

const day = aMatchingDay();

describe('an index that is edited', () => {
  it('answers at every step as the people and small jobs do that are there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(townEdit, { minLength: 1, maxLength: 60, size: 'max' }),
        fc.integer({ min: 5, max: 30 }),
        (seed, edits, each) => {
          const town = Town.drawn(seed, 40, 12);
          edits.forEach((edit, n) => {
            town.make(edit);
            if (n % each === 0) expect(town.disagreements()).toEqual([]);
          });
          expect(town.disagreements()).toEqual([]);
        },
      ),
      { numRuns: isLong ? 1500 : 40 },
    );
  });

  it('uses the places of those who left again, through thousands of edits', () => {
    const town = Town.drawn(7, 120, 30);
    const edits = fc.sample(townEdit, { seed: 7, numRuns: isLong ? 20_000 : 2000 });
    // As many leave as come, so the same slots are taken again and again.
    const inAndOut = edits.flatMap((edit): TownEdit[] =>
      edit.what === 'comes' ? [edit, { ...edit, what: 'leaves', who: edit.who + 1 }] : [edit],
    );
    for (let n = 0; n < 120; n += 1)
      town.make({ what: n % 4 === 0 ? 'is posted' : 'comes', who: n, like: n });
    inAndOut.forEach((edit, n) => {
      town.make(edit);
      if (n % 1000 === 0) expect(town.disagreements()).toEqual([]);
    });
    expect(town.disagreements()).toEqual([]);
    expect([town.index.citizenCount, town.index.smallJobCount]).toEqual([town.citizens.size, town.jobs.size]);
    for (const id of town.citizens.keys()) expect(town.index.removeCitizen(id)).toBe(true);
    for (const id of town.citizens.keys()) expect(town.index.removeCitizen(id)).toBe(false);
    for (const id of town.jobs.keys())
      expect(town.index.rankCitizens(id)).toEqual({ considered: 0, eligible: 0, ranked: [] });
    for (const id of town.jobs.keys()) expect(town.index.removeSmallJob(id)).toBe(true);
    expect([town.index.citizenCount, town.index.smallJobCount]).toEqual([0, 0]);
  });

  it('tells more than 65,536 different values of one field apart', () => {
    const most = 70_000;
    const one = aCandidateCitizen();
    const person = (n: number): CandidateCitizen => ({
      ...one,
      id: `0193c000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
      hours: { min: 0, max: 40, wish: n / 60 },
      // As many different weeks, too: from 0:00 to 11:39, until 12:00 to 13:39.
      windows: ([1, 3, 5] as const).map((weekday) => ({
        weekday,
        from: clockTime(n % 700),
        to: clockTime(720 + Math.floor(n / 700)),
      })),
    });
    const people = Array.from({ length: most }, (_, n) => person(n));
    const jobs = [
      aCandidateSmallJob(),
      aCandidateSmallJob({ weeklyShifts: weekly([1, 5], '09:15', '13:07') }),
    ];
    // The first question comes before the most of them, so that what it has laid must grow.
    const index = MatchingIndex.of(people.slice(0, 200), jobs, { day });
    for (const { id } of jobs) expect(index.rankCitizens(id).considered).toBe(200);
    for (const citizen of people.slice(200)) index.putCitizen(citizen);
    const expectSame = (): void => {
      const few = people.filter(
        (_, n) => n % 997 === 0 || [1, 255, 256, 257].includes(n) || Math.abs(n - 65_536) < 4,
      );
      const among = new Set(few.map(({ id }) => id));
      const fewOnly = MatchingIndex.of(few, jobs, { day });
      expect(disagreements(fewOnly, few, jobs, { day })).toEqual([]);
      for (const job of jobs) {
        const { masks, ids } = index.reasonsForAll(job.id);
        expect(ids.length).toBe(most);
        const masksOfFew = fewOnly.reasonsForAll(job.id);
        const maskOf = new Map(masksOfFew.ids.map((id, n) => [id, masksOfFew.masks[n]!]));
        ids.forEach((id, n) => {
          if ((maskOf.get(id) ?? masks[n]) !== masks[n]) throw new Error(`${masks[n]} for ${id}`);
        });
        const { eligible, ranked } = index.rankCitizens(job.id, { limit: 30 });
        expect(eligible).toBe(masks.filter((mask) => mask === 0).length);
        const named = new Set(ranked.map(({ id }) => id));
        const shown = people.filter(({ id }) => named.has(id));
        expect(MatchingIndex.of(shown, [job], { day }).topCitizens(job.id, 30)).toEqual(ranked);
        expect(index.topCitizens(job.id, 30)).toEqual(ranked);
        expect(index.rankCitizens(job.id, { among })).toEqual(fewOnly.rankCitizens(job.id));
      }
      for (const { id } of few) expect(index.rankSmallJobs(id)).toEqual(fewOnly.rankSmallJobs(id));
    };
    expectSame();
    // A rare value becomes a usual one and the other way round.
    people[65_536] = { ...person(3), id: person(65_536).id };
    people[1] = { ...person(69_000), id: person(1).id };
    for (const n of [65_536, 1]) index.putCitizen(people[n]!);
    expectSame();
  }, 120_000);

  it('forgets the rows nobody asked for lately, and lays them again', () => {
    const shifts = (n: number) => weekly([1, 4], '08:00', clockTime(9 * 60 + n));
    // Rows are kept by what citizens have, so there are as many different ones as citizens, in three rules.
    const jobs = Array.from({ length: 180 }, (_, n) =>
      aCandidateSmallJob({ weeklyShifts: shifts(n), demands: { liftKg: n / 6 } }),
    );
    const people = Array.from({ length: 130 }, (_, n) =>
      aCandidateCitizen({
        hours: { min: n / 40, max: 1 + n / 20, wish: 4 },
        limits: { liftKg: n / 4 },
        windows: [1, 4].map((weekday) => ({ weekday: weekday as 1, from: '06:00', to: clockTime(660 + n) })),
      }),
    );
    const index = MatchingIndex.of(people, jobs, { day });
    expect(disagreements(index, people, jobs, { day })).toEqual([]);
    people[5] = { ...people[20]!, id: people[5]!.id };
    index.putCitizen(people[5]);
    jobs[7] = { ...jobs[150]!, id: jobs[7]!.id };
    index.putSmallJob(jobs[7]);
    expect(disagreements(index, people, jobs, { day })).toEqual([]);
  });

  it('asks more at once than rows are kept', () => {
    const all = Array.from({ length: 400 }, (_, n) => `bevis-${n}`);
    const people = [0, 1, 399, 200].map((n) =>
      aCandidateCitizen({ certificates: all.filter((_, at) => n === 0 || at !== n) }),
    );
    const jobs: CandidateSmallJob[] = [all, all.slice(0, 300), all.slice(201), []].map((certificates) =>
      aCandidateSmallJob({ certificates }),
    );
    const index = MatchingIndex.of(people, jobs, { day });
    for (let round = 0; round < 2; round += 1)
      expect(disagreements(index, people, jobs, { day })).toEqual([]);
  });

  it('keeps more than 2^17 people apart, in the order of their ids', () => {
    const like = aCandidateCitizen();
    const idOf = (n: number): string =>
      // The last digits run backwards, so neither the order of arrival nor that of the slots is the order of ids.
      `0193c000-0000-7000-8000-${(0xffff_ffff - n * 7).toString(16).padStart(12, '0')}`;
    const many = 140_000;
    const job = aCandidateSmallJob();
    const index = new MatchingIndex({ day });
    index.putSmallJob(job);
    for (let n = 0; n < many; n += 1) index.putCitizen({ ...like, id: idOf(n) });
    const lastFirst = (from: number, count: number): string[] =>
      Array.from({ length: count }, (_, n) => idOf(from - n));
    const namesOf = (places: readonly { id: string }[]): string[] => places.map(({ id }) => id);
    expect(namesOf(index.topCitizens(job.id, 20))).toEqual(lastFirst(many - 1, 20));
    const { eligible, ranked } = index.rankCitizens(job.id, { limit: 20 });
    expect([eligible, namesOf(ranked)]).toEqual([many, lastFirst(many - 1, 20)]);
    const all = index.rankAll({ limit: 3 });
    expect([all.pairs, namesOf(all.forSmallJob(job.id))]).toEqual([many, lastFirst(many - 1, 3)]);

    // Those beyond slot 2^17 are themselves: one cannot work at all, one has waited longest, one leaves.
    const waitingSince = like.waitingSince.subtract({ hours: 24 });
    index.putCitizen({ ...like, id: idOf(131_080), saidYes: false });
    index.putCitizen({ ...like, id: idOf(131_073), waitingSince });
    index.removeCitizen(idOf(many - 1));
    expect(index.explain(job.id, idOf(131_080))).toEqual({ mask: 1, place: null });
    expect(index.explain(job.id, idOf(131_081)).mask).toBe(0);
    expect(index.explain(job.id, idOf(8)).mask).toBe(0);
    const { masks, idOf: nameOf } = index.reasonsForAll(job.id);
    expect([masks.length, masks.filter((mask) => mask !== 0).length]).toEqual([many - 1, 1]);
    expect(nameOf(masks.findIndex((mask) => mask !== 0))).toBe(idOf(131_080));
    expect(namesOf(index.topCitizens(job.id, 4))).toEqual([idOf(131_073), ...lastFirst(many - 2, 3)]);
    expect(index.rankSmallJobs(idOf(131_080)).eligible).toBe(0);
    expect(namesOf(index.rankSmallJobs(idOf(131_081)).ranked)).toEqual([job.id]);
  }, 120_000);
});
