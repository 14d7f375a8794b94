import { MatchingIndex } from '#matching';
import type { Case } from '../peers/peer.js';
import { bestOf } from './all-jobs.js';

/** What an index costs, said by itself and seen from outside after everything unused was thrown away. */
export interface Memory {
  /** The citizens' side alone. */
  bytesPerCitizen: number;
  /** The jobs' side included. */
  bytesWithJobsPerCitizen: number;
  grownBytesPerCitizen: number | null;
  buildMillis: number;
}

export function measureMemory(given: Case, rounds: number): Memory {
  const { citizens, smallJobs } = given.population;
  const before = held();
  const index = MatchingIndex.of(citizens, smallJobs, given);
  const after = held();
  const people = citizens.length;
  return {
    bytesPerCitizen: Math.round(MatchingIndex.of(citizens, [], given).bytes / people),
    bytesWithJobsPerCitizen: Math.round(index.bytes / people),
    grownBytesPerCitizen: before === null || after === null ? null : Math.round((after - before) / people),
    buildMillis: Math.round(
      bestOf(Math.min(rounds, 3), () => MatchingIndex.of(citizens, smallJobs, given)) / 1000,
    ),
  };
}

/** Bytes in use after collecting garbage; null when the collector may not be called. */
function held(): number | null {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
