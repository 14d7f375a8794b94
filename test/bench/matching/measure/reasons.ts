import { smallJobFacts, type MatchingIndex } from '#matching';
import type { PreparedOracle } from '../peers/oracle.js';
import type { Case } from '../peers/peer.js';
import { bestOf } from './all-jobs.js';
import { maskOf } from './differences.js';
import { spreadOf, type Spread } from './lists.js';

/** The kernel's code is compiled for what it meets; the plain one runs for seconds and needs no more. */
const WARM_UP_RUNS = 1000;

/** The failing rules of everybody beside a job, as a mask: the kernel, and the table asked row by row. */
export function measureReasons(
  index: MatchingIndex,
  oracle: PreparedOracle,
  given: Case,
  jobs: number,
  rounds: number,
): { kernel: Spread; naive: Spread; ratio: number; jobs: number } {
  const asked = given.population.smallJobs.slice(0, jobs);
  const masks = new Uint32Array(oracle.facts.length);
  const kernel = asked.map(() => Infinity);
  const naive = asked.map(() => Infinity);
  for (let run = 0; run < WARM_UP_RUNS; run += 1) index.reasonsForAll(asked[run % jobs]!.id);
  for (let round = 0; round < rounds; round += 1) {
    asked.forEach((job, at) => {
      const micros = bestOf(1, () => {
        const facts = smallJobFacts(job, given);
        oracle.facts.forEach((citizen, n) => (masks[n] = maskOf(facts, citizen, given)));
      });
      naive[at] = Math.min(naive[at]!, micros);
    });
    asked.forEach(({ id }, at) => {
      kernel[at] = Math.min(
        kernel[at]!,
        bestOf(1, () => index.reasonsForAll(id)),
      );
    });
  }
  const [ours, plain] = [spreadOf(kernel), spreadOf(naive)];
  return { kernel: ours, naive: plain, ratio: plain.p50 / ours.p50, jobs };
}
