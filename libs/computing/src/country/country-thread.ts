import { parentPort, workerData } from 'node:worker_threads';
import { Temporal } from '#domain';
import { MatchingIndex, rankJobs } from '#matching';
import type { ThreadStart, Walk } from './country-ranking.js';

const { shared, options } = workerData as ThreadStart;
const index = MatchingIndex.over(shared, {
  day: { today: options.today, at: Temporal.Instant.from(options.at) },
  ...(options.rules && { rules: options.rules }),
});

parentPort?.on('message', ({ order, next, ofJobs, ofCitizens }: Walk) => {
  const pairs = rankJobs(index.engine, order, () => Atomics.add(next, 0, 1), ofJobs, ofCitizens);
  parentPort?.postMessage(pairs);
});
parentPort?.postMessage('ready');
