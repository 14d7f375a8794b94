import type { Pairs } from './problem.js';
import type { Standing } from './standing.js';

const END = -1;

export interface ByCitizen {
  pairs: CitizenPairs;
  /** Per citizen the first of its pairs, for `next`; -1 ends the chain. */
  first: Int32Array;
}

/**
 * The same pairs, to be looked up by citizen too, with space for those of changed jobs. Only added to: a changed job
 * gets a new stretch at the end, so that the plan before the change stays as it was.
 */
export class CitizenPairs implements Pairs {
  readonly citizen: Int32Array;
  readonly value: Int32Array;
  /** Per pair: its job, and the next pair of the same citizen. */
  readonly job: Int32Array;
  readonly next: Int32Array;
  private length = 0;

  private constructor(size: number) {
    this.citizen = new Int32Array(size);
    this.value = new Int32Array(size);
    this.job = new Int32Array(size);
    this.next = new Int32Array(size);
  }

  /** Moves the stretches of a standing into a store of its own, with space for so many pairs more at least. */
  static index(standing: Standing, space: number): ByCitizen {
    const { from, to } = standing;
    const held = from.reduce((sum, begin, job) => sum + to[job]! - begin, 0);
    const pairs = new CitizenPairs(held + Math.max(space, held >> 1));
    const first = new Int32Array(standing.citizens).fill(END);
    for (let job = 0; job < standing.jobs; job += 1) {
      const { citizen, value } = standing.pairs;
      const stretch = {
        citizen: citizen.subarray(from[job], to[job]),
        value: value.subarray(from[job], to[job]),
      };
      from[job] = pairs.add(job, stretch, first);
      to[job] = pairs.length;
    }
    standing.pairs = pairs;
    return { pairs, first };
  }

  hasSpaceFor(count: number): boolean {
    return this.length + count <= this.citizen.length;
  }

  /** Adds the pairs of one job and puts them into the chains. @returns where they begin. */
  add(job: number, pairs: Pairs, first: Int32Array): number {
    const begin = this.length;
    const end = begin + pairs.citizen.length;
    this.citizen.set(pairs.citizen, begin);
    this.value.set(pairs.value, begin);
    this.job.fill(job, begin, end);
    const { citizen, next } = this;
    for (let pair = begin; pair < end; pair += 1) {
      const who = citizen[pair]!;
      next[pair] = first[who]!;
      first[who] = pair;
    }
    this.length = end;
    return begin;
  }
}
