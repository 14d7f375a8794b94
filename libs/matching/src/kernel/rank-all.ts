import type { Citizens } from './citizens.js';
import type { Fitting } from './fitting.js';
import type { AllPlaces } from './matching-index.js';
import type { PairNumbers } from './pair-numbers.js';
import { presentSlots } from './records.js';
import type { SmallJobs } from './small-jobs.js';
import { TopList } from './top-list.js';

/**
 * Lists of both sides in one walk: every fitting pair is worked out once and offered to the job's list and to the
 * citizen's. Jobs are taken in the order of their ids, so that a later job with an equal score stands behind.
 */
export function rankAll(
  citizens: Citizens,
  jobs: SmallJobs,
  fitting: Fitting,
  numbers: PairNumbers,
  limit: number,
): AllPlaces {
  const people = citizens.records.slots;
  const jobSlots = [...presentSlots(jobs.records)].sort((a, b) => jobs.records.slots.compare(a, b));
  const lists = new CitizenLists(people.end, limit);
  const ofJob = new Map<number, { slots: Int32Array; scores: Int32Array }>();
  const top = new TopList((a, b) => people.compare(a, b));
  let pairs = 0;
  for (const job of jobSlots) {
    const count = fitting.citizensFor(job);
    pairs += count;
    top.begin(limit);
    for (let n = 0; n < count; n += 1) {
      const citizen = fitting.slots[n]!;
      const score = fitting.scores[n]!;
      if (score >= top.least) top.offer(citizen, score, numbers.days(citizen));
      lists.offer(citizen, job, score);
    }
    ofJob.set(job, { slots: top.slots.slice(0, top.size), scores: top.scores.slice(0, top.size) });
  }
  return {
    pairs,
    forSmallJob: (id) => {
      const list = ofJob.get(jobs.records.slots.find(id));
      if (list === undefined) throw new RangeError(`no small job ${id} in the index`);
      return Array.from(list.slots, (slot, n) => ({ id: people.idOf(slot), score: list.scores[n]! }));
    },
    forCitizen: (id) => {
      const slot = people.find(id);
      if (slot < 0) throw new RangeError(`no citizen ${id} in the index`);
      return lists.of(slot).map(({ job, score }) => ({ id: jobs.records.slots.idOf(job), score }));
    },
  };
}

/** A bounded list of jobs for every citizen, in flat arrays. An equal score does not push out an earlier job. */
class CitizenLists {
  private readonly sizes: Int32Array;
  private readonly jobs: Int32Array;
  private readonly scores: Int32Array;

  constructor(
    citizens: number,
    private readonly limit: number,
  ) {
    this.sizes = new Int32Array(citizens);
    this.jobs = new Int32Array(citizens * limit);
    this.scores = new Int32Array(citizens * limit);
  }

  offer(citizen: number, job: number, score: number): void {
    const first = citizen * this.limit;
    const size = this.sizes[citizen]!;
    let at = first + size;
    if (size === this.limit) {
      if (score <= this.scores[at - 1]!) return;
      at -= 1;
    } else this.sizes[citizen] = size + 1;
    for (; at > first && this.scores[at - 1]! < score; at -= 1) {
      this.scores[at] = this.scores[at - 1]!;
      this.jobs[at] = this.jobs[at - 1]!;
    }
    this.scores[at] = score;
    this.jobs[at] = job;
  }

  of(citizen: number): { job: number; score: number }[] {
    const first = citizen * this.limit;
    return Array.from({ length: this.sizes[citizen]! }, (_, n) => ({
      job: this.jobs[first + n]!,
      score: this.scores[first + n]!,
    }));
  }
}
