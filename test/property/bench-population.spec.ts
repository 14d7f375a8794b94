import { describe, expect, it } from '@jest/globals';
import {
  citizenFacts,
  citizenInputs,
  plainHolds,
  smallJobFacts,
  smallJobInputs,
  standardRules,
} from '#matching';
import { categories } from '#domain';
import { drawnPopulation, Random } from '../bench/matching/index.js';
import { firstDifference } from '../bench/matching/measure/differences.js';
import { levelsOf } from '../bench/matching/table/levels.js';
import { flagRows, numberRows, setRows } from '../bench/matching/table/rows.js';

const population = drawnPopulation({ citizens: 1_500, smallJobs: 200, of: 'municipality' });
const share = (count: number): number => count / population.citizens.length;

describe('the drawn municipality', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = drawnPopulation({ citizens: 1_500, smallJobs: 200, of: 'municipality' });
    expect(JSON.stringify(again.citizens.slice(0, 50))).toBe(
      JSON.stringify(population.citizens.slice(0, 50)),
    );
    const other = drawnPopulation({ citizens: 1_500, smallJobs: 200, of: 'municipality', seed: 9 });
    expect(other.citizens[0]!.id).not.toBe(population.citizens[0]!.id);
  });

  it('has as many of everything as was asked for, each with an id of its own', () => {
    const country = drawnPopulation({ citizens: 2_000, smallJobs: 300, of: 'country' });
    for (const { citizens, smallJobs } of [population, country]) {
      const ids = [...citizens, ...smallJobs].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect([country.citizens.length, country.smallJobs.length]).toEqual([2_000, 300]);
    expect(new Set(country.homes.citizens).size).toBeGreaterThan(90);
  });

  it('knows no more of a person than the engine may', () => {
    const allowed = [...citizenInputs, 'agreedSlots'].sort();
    expect(Object.keys(population.citizens[0]!).sort()).toEqual(allowed);
    const ofJob = [
      ...smallJobInputs,
      'workplace',
      'ruledOutCitizenIds',
      'fixedContactId',
      'unpaidPlacement',
    ].sort();
    expect(Object.keys(population.smallJobs[0]!).sort()).toEqual(ofJob);
  });

  it('is as it was planned', () => {
    const { citizens, smallJobs } = population;
    expect(share(citizens.filter(({ agreedSlots }) => agreedSlots.length > 0).length)).toBeCloseTo(0.1, 1);
    expect(share(citizens.filter(({ triedJobs }) => triedJobs.length > 0).length)).toBeCloseTo(0.3, 1);
    expect(new Set(citizens.flatMap(({ jobGoals }) => jobGoals.map(({ category }) => category))).size).toBe(
      categories.length,
    );
    const hours = smallJobs.map(
      (job) => smallJobFacts(job, { day: population.day, rules: standardRules }).paidMinutes / 60,
    );
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...hours)).toBeLessThanOrEqual(18);
    const caseload = new Map<string, number>();
    for (const { brokerId } of citizens)
      if (brokerId) caseload.set(brokerId, (caseload.get(brokerId) ?? 0) + 1);
    expect(Math.max(...caseload.values())).toBeLessThanOrEqual(35);
  });
});

describe('ordinary rules as bits', () => {
  it('say the same as the table, pair by pair', () => {
    const facts = population.citizens.map(citizenFacts);
    const jobs = population.smallJobs.map((job) =>
      smallJobFacts(job, { day: population.day, rules: standardRules }),
    );
    const levels = levelsOf(facts);
    const wide = new Set([...levels.wideNumbers, ...levels.wideSets].map(({ code }) => code));
    const rows = [...flagRows(), ...numberRows(), ...setRows()].filter(({ code }) => !wide.has(code));
    const random = new Random(3);
    let fitting = 0;
    const wrong: [string, string][] = [];
    for (let n = 0; n < 20_000; n += 1) {
      const [job, citizen] = [random.one(jobs), random.one(facts)];
      const expected = rows.every(({ comparison }) =>
        plainHolds(
          comparison.kind,
          comparison.kind === 'flag' ? true : comparison.job(job),
          comparison.citizen(citizen),
        ),
      );
      const [has, needs] = [levels.citizen(citizen), levels.job(job)];
      if (needs.every((bits, word) => (has[word]! & bits) === bits) !== expected)
        wrong.push([job.job.id, citizen.citizen.id]);
      if (expected) fitting += 1;
    }
    expect(wrong).toEqual([]);
    expect(fitting).toBeGreaterThan(100);
  });

  it('let nobody pass what no citizen has', () => {
    const facts = population.citizens.map(citizenFacts);
    const levels = levelsOf(facts);
    const job = population.smallJobs[0]!;
    const heavy = smallJobFacts(
      { ...job, demands: { ...job.demands, liftKg: 400 } },
      { day: population.day, rules: standardRules },
    );
    const needs = levels.job(heavy);
    expect(
      facts.some((citizen) =>
        levels.citizen(citizen).every((has, word) => (has & needs[word]!) === needs[word]),
      ),
    ).toBe(false);
  });
});

describe('comparing two lists', () => {
  const place = (id: string, score: number, points = [score]) => ({ id, score, points });
  const expected = { eligible: 2, listed: [place('a', 5), place('b', 4)] };

  it.each([
    ['an order', { listed: [place('b', 4), place('a', 5)] }],
    ['a score', { listed: [place('a', 5), place('b', 3)] }],
    ['the points of a part', { listed: [place('a', 5, [4]), place('b', 4)] }],
    ['a place too few', { listed: [place('a', 5)] }],
    ['how many fit', { eligible: 3, listed: expected.listed }],
  ])('notices %s', (_what, got) => {
    expect(firstDifference('peer', 'job', expected, got)).not.toBeNull();
  });

  it('finds nothing where nothing differs', () => {
    expect(firstDifference('peer', 'job', expected, { listed: expected.listed })).toBeNull();
  });
});
