import { setImmediate as breath } from 'node:timers/promises';
import {
  constraints,
  evaluate,
  holds,
  pairOf,
  smallJobFacts,
  type CandidateSmallJob,
  type MatchingIndex,
  type SmallJobFacts,
} from '#matching';
import { Random } from '../population/random.js';
import type { PreparedOracle } from '../peers/oracle.js';
import { SHOWN, type Answer, type Case } from '../peers/peer.js';

/** Two engines that do not say the same. */
export interface Difference {
  peer: string;
  what: string;
  expected: unknown;
  got: unknown;
}

/** Ids in order, scores, the points of every part, and how many fit where the engine says so. */
export function firstDifference(
  peer: string,
  jobId: string,
  expected: Answer,
  got: Answer,
): Difference | null {
  if (got.eligible !== undefined && got.eligible !== expected.eligible)
    return { peer, what: `eligible for job ${jobId}`, expected: expected.eligible, got: got.eligible };
  if (got.listed.length !== expected.listed.length)
    return {
      peer,
      what: `places for job ${jobId}`,
      expected: expected.listed.length,
      got: got.listed.length,
    };
  for (const [at, place] of expected.listed.entries()) {
    const other = got.listed[at]!;
    const same =
      other.id === place.id &&
      other.score === place.score &&
      place.points.every((points, part) => points === other.points[part]);
    if (!same) return { peer, what: `place ${at + 1} for job ${jobId}`, expected: place, got: other };
  }
  return null;
}

/** Every list, both sides' lists and every mask of the kernel against the plain meaning, for as many jobs as given. */
export async function kernelDifferences(
  index: MatchingIndex,
  oracle: PreparedOracle,
  jobs: readonly CandidateSmallJob[],
  given: Case,
): Promise<{ lists: number; masks: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let masks = 0;
  for (const job of jobs) {
    // So that the run can be ended.
    await breath();
    const whole = index.rankCitizens(job.id);
    const expected = oracle.ranked(job, Infinity);
    const difference =
      firstDifference('kernel-1', job.id, expected, { eligible: whole.eligible, listed: whole.ranked }) ??
      firstDifference(
        'kernel-1',
        job.id,
        { listed: expected.listed.slice(0, SHOWN) },
        { listed: index.topCitizens(job.id, SHOWN) },
      );
    if (difference) differences.push(difference);
    const reasons = index.reasonsForAll(job.id);
    const byId = new Map(reasons.ids.map((id, at) => [id, reasons.masks[at]]));
    const asked = smallJobFacts(job, given);
    for (const citizen of oracle.facts) {
      masks += 1;
      const mask = maskOf(asked, citizen, given);
      const got = byId.get(citizen.citizen.id);
      if (mask !== got)
        differences.push({
          peer: 'kernel-1',
          what: `mask of ${citizen.citizen.id} for ${job.id}`,
          expected: mask,
          got,
        });
    }
  }
  return { lists: jobs.length, masks, differences };
}

type Facts = PreparedOracle['facts'][number];

/** What the table says of a pair: bit n is row n. */
export function maskOf(job: SmallJobFacts, citizen: Facts, given: Case): number {
  const pair = pairOf(job, citizen, given);
  return constraints.reduce((mask, row, at) => (holds(row, pair) ? mask : mask | (1 << at)), 0);
}

/** Pairs by chance: failing rules, score, sub-scores and points. */
export async function pairDifferences(
  index: MatchingIndex,
  oracle: PreparedOracle,
  count: number,
  given: Case,
): Promise<{ pairs: number; fitting: number; differences: Difference[] }> {
  const random = new Random(7);
  const differences: Difference[] = [];
  const { smallJobs } = given.population;
  const jobFacts = new Map<number, SmallJobFacts>();
  let fitting = 0;
  for (let n = 0; n < count; n += 1) {
    if (n % 10_000 === 0) await breath();
    const at = random.whole(0, smallJobs.length - 1);
    let asked = jobFacts.get(at);
    if (asked === undefined) jobFacts.set(at, (asked = smallJobFacts(smallJobs[at]!, given)));
    const citizen = oracle.facts[random.whole(0, oracle.facts.length - 1)]!;
    const mask = maskOf(asked, citizen, given);
    const got = index.explain(asked.job.id, citizen.citizen.id);
    let difference: Omit<Difference, 'peer' | 'what'> | null =
      got.mask === mask ? null : { expected: mask, got: got.mask };
    if (mask === 0) {
      fitting += 1;
      difference ??= placeDifference(asked.job, citizen, got.place, given);
    }
    if (difference)
      differences.push({
        peer: 'kernel-1',
        what: `pair ${asked.job.id} ${citizen.citizen.id}`,
        ...difference,
      });
  }
  return { pairs: count, fitting, differences };
}

function placeDifference(job: CandidateSmallJob, citizen: Facts, got: unknown, given: Case) {
  const plain = evaluate(job, citizen.citizen, given);
  if (!plain.eligible) return { expected: 'does not fit', got };
  const { score, wants, canGet, parts } = plain;
  const expected = {
    id: citizen.citizen.id,
    score,
    wants,
    canGet,
    points: parts.map(({ points }) => points),
  };
  const same = (Object.keys(expected) as (keyof typeof expected)[]).every(
    (key) => JSON.stringify(expected[key]) === JSON.stringify((got as typeof expected | null)?.[key]),
  );
  return same ? null : { expected, got };
}
