import { MatchingIndex } from '#matching';
import { microsSince, timed } from '../measure/clock.js';
import { SHOWN, type Case, type Peer } from './peer.js';

export const KERNEL = 'kernel-1';

export interface Kernel extends Peer {
  readonly index: MatchingIndex;
}

/** The product's index on one thread, asked by the id of a job as the service asks it. */
export function kernelPeer(given: Case): Kernel {
  const start = process.hrtime.bigint();
  const index = MatchingIndex.of(given.population.citizens, given.population.smallJobs, given);
  const buildMillis = microsSince(start) / 1000;
  return {
    name: KERNEL,
    index,
    buildMillis,
    get bytes() {
      return index.bytes;
    },
    topTwenty: async (job) => {
      const { answer, ...times } = timed(() => index.topCitizens(job.id, SHOWN));
      return { answer: { listed: answer }, ...times };
    },
    all: async () =>
      timed(() => given.population.smallJobs.forEach(({ id }) => index.topCitizens(id, SHOWN))),
    close: async () => undefined,
  };
}
