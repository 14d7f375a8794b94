import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  emptyLists,
  jobsInOrder,
  type AllPlaces,
  type Lists,
  type MatchingIndex,
  type MatchingOptions,
  type NewArray,
  type SharedIndex,
} from '#matching';

/** What a thread is begun with. */
export interface ThreadStart {
  shared: SharedIndex;
  options: { today: string; at: string; rules: MatchingOptions['rules'] };
}

/** One walk over all jobs, shared by all threads. */
export interface Walk {
  order: Int32Array;
  /** The number of the next job that nobody has taken yet. */
  next: Int32Array;
  ofJobs: Lists;
  /** This thread's own part of the citizens' lists. */
  ofCitizens: Lists | null;
}

const sharedArray: NewArray = (length) => new Int32Array(new SharedArrayBuffer(4 * length));

/**
 * Rankings of a whole country in several threads. The index lies in shared memory once; every thread takes the next
 * job that is left and writes its list into shared arrays. For reading only: a changed index is started anew.
 */
export class CountryRanking {
  private constructor(
    private readonly index: MatchingIndex,
    private readonly threads: readonly Worker[],
  ) {}

  /** @param options those that the index was made with */
  static async start(
    index: MatchingIndex,
    options: MatchingOptions,
    threads: number,
  ): Promise<CountryRanking> {
    const { day, rules } = options;
    const start: ThreadStart = {
      shared: index.share(),
      options: { today: day.today, at: day.at.toString(), rules },
    };
    const workers = Array.from(
      { length: threads },
      () => new Worker(new URL('./country-thread.js', import.meta.url), { workerData: start }),
    );
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    return new CountryRanking(index, workers);
  }

  /** The first places of every small job and, with `both`, of every citizen. */
  async rankAll(limit: number, { both }: { both: boolean }): Promise<AllPlaces> {
    const order = sharedCopy(jobsInOrder(this.index.jobs));
    const walk = { order, next: sharedArray(1), ofJobs: emptyLists(order.length, limit, sharedArray) };
    const citizens = this.index.citizens.records.slots.end;
    const parts = this.threads.map(() => (both ? emptyLists(citizens, limit, sharedArray) : null));
    const answers = await Promise.all(
      this.threads.map(async (thread, n) => {
        const answer = once(thread, 'message') as Promise<[number]>;
        thread.postMessage({ ...walk, ofCitizens: parts[n]! } satisfies Walk);
        return (await answer)[0];
      }),
    );
    const pairs = answers.reduce((sum, count) => sum + count, 0);
    return this.index.allPlaces(
      pairs,
      order,
      walk.ofJobs,
      parts.filter((part) => part !== null),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}

function sharedCopy(numbers: Int32Array): Int32Array {
  const copy = sharedArray(numbers.length);
  copy.set(numbers);
  return copy;
}
