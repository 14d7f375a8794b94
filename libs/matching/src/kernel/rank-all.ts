import type { AllPlaces } from './answers.js';
import type { Fitting } from './fitting.js';
import type { PairNumbers } from './pair-numbers.js';
import { presentSlots } from './records.js';
import type { Slots } from './slots.js';
import type { SmallJobs } from './small-jobs.js';
import { TopList } from './top-list.js';

/** What works on both sides of an index. */
export interface Engine {
  jobs: SmallJobs;
  fitting: Fitting;
  numbers: PairNumbers;
  compareCitizens: (one: number, other: number) => number;
}

/** Arrays of whole numbers that another thread can read too, when they are laid so. */
export type NewArray = (length: number) => Int32Array;
export const ownArray: NewArray = (length) => new Int32Array(length);

/**
 * The lists of many in flat arrays: those of number n begin at n times `limit` and are `sizes[n]` long. Jobs and
 * citizens stand as slots; in citizens' lists a job stands as its number in the order of ids.
 */
export interface Lists {
  limit: number;
  sizes: Int32Array;
  places: Int32Array;
  scores: Int32Array;
}

export const emptyLists = (count: number, limit: number, newArray: NewArray): Lists => ({
  limit,
  sizes: newArray(count),
  places: newArray(count * limit),
  scores: newArray(count * limit),
});

/** The slots of all jobs in the order of their ids. */
export const jobsInOrder = ({ records }: SmallJobs): Int32Array =>
  Int32Array.from([...presentSlots(records)].sort((a, b) => records.slots.compare(a, b)));

/**
 * The lists of the jobs whose numbers `next` hands out, rising, until it gives a number that there is none of; with
 * `ofCitizens` the other side's lists in the same walk: every fitting pair is worked out once and offered to both.
 */
export function rankJobs(
  engine: Engine,
  order: Int32Array,
  next: () => number,
  ofJobs: Lists,
  ofCitizens: Lists | null,
): number {
  const top = new TopList(engine.compareCitizens);
  let pairs = 0;
  for (let number = next(); number < order.length; number = next()) {
    const list = ofCitizens
      ? bothSides(engine, order[number]!, number, top, ofJobs.limit, ofCitizens)
      : engine.fitting.best(order[number]!, ofJobs.limit);
    pairs += engine.fitting.count;
    const first = number * ofJobs.limit;
    ofJobs.sizes[number] = list.size;
    for (let n = 0; n < list.size; n += 1) {
      ofJobs.places[first + n] = list.slots[n]!;
      ofJobs.scores[first + n] = list.scores[n]!;
    }
  }
  return pairs;
}

function bothSides(
  engine: Engine,
  job: number,
  number: number,
  list: TopList,
  limit: number,
  ofCitizens: Lists,
): TopList {
  const { fitting, numbers } = engine;
  const count = fitting.citizensFor(job);
  const top = list.begin(limit, count);
  for (let n = 0; n < count; n += 1) {
    const citizen = fitting.slots[n]!;
    const score = fitting.scores[n]!;
    if (score >= top.least) top.offer(citizen, score, numbers.days(citizen));
    offer(ofCitizens, citizen, number, score);
  }
  return top.inOrder();
}

/** Puts a job into a citizen's list. Jobs come in the order of their ids: an equal score stands behind. */
function offer({ limit, sizes, places, scores }: Lists, citizen: number, job: number, score: number): void {
  const first = citizen * limit;
  const size = sizes[citizen]!;
  let at = first + size;
  if (size === limit) {
    if (limit === 0 || score <= scores[at - 1]!) return;
    at -= 1;
  } else sizes[citizen] = size + 1;
  for (; at > first && scores[at - 1]! < score; at -= 1) {
    scores[at] = scores[at - 1]!;
    places[at] = places[at - 1]!;
  }
  scores[at] = score;
  places[at] = job;
}

/** One list of a citizen from the parts that several threads found, each over jobs of its own. */
function merged(parts: readonly Lists[], citizen: number): { job: number; score: number }[] {
  const found = parts.flatMap(({ limit, sizes, places, scores }) =>
    Array.from({ length: sizes[citizen]! }, (_, n) => ({
      job: places[citizen * limit + n]!,
      score: scores[citizen * limit + n]!,
    })),
  );
  return found.sort((a, b) => b.score - a.score || a.job - b.job).slice(0, parts[0]?.limit ?? 0);
}

/** What a walk over all jobs has filled. */
interface Walked {
  pairs: number;
  order: Int32Array;
  ofJobs: Lists;
  /** One for each thread. */
  ofCitizens: readonly Lists[];
}

/** The lists by ids. */
export function byIds({ pairs, order, ofJobs, ofCitizens }: Walked, people: Slots, jobs: Slots): AllPlaces {
  const numberOf = new Map(Array.from(order, (slot, number) => [slot, number]));
  return {
    pairs,
    forSmallJob: (id) => {
      const number = numberOf.get(jobs.find(id));
      if (number === undefined) throw new RangeError(`no small job ${id} in the index`);
      return Array.from({ length: ofJobs.sizes[number]! }, (_, n) => ({
        id: people.idOf(ofJobs.places[number * ofJobs.limit + n]!),
        score: ofJobs.scores[number * ofJobs.limit + n]!,
      }));
    },
    forCitizen: (id) => {
      const slot = people.find(id);
      if (slot < 0) throw new RangeError(`no citizen ${id} in the index`);
      return merged(ofCitizens, slot).map(({ job, score }) => ({ id: jobs.idOf(order[job]!), score }));
    },
  };
}
