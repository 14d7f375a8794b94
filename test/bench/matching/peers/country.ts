import type { CandidateCitizen, CandidateSmallJob, MatchingOptions } from '#matching';
import { cpuMicrosOfWork } from '../measure/clock.js';
import type { Case, Listed, Peer, Skipped } from './peer.js';
import { SHOWN } from './peer.js';

export const KERNEL_TWO = 'kernel-2';
const THREADS = 2;

/** What the library for several threads offers, once it is there. */
interface Country {
  topTwenty(jobId: string, limit: number): Promise<Listed[]>;
  all(limit: number): Promise<unknown>;
  bytes: number;
  close(): Promise<void>;
}

type MakeCountry = (
  citizens: readonly CandidateCitizen[],
  smallJobs: readonly CandidateSmallJob[],
  options: MatchingOptions & { threads: number },
) => Promise<Country>;

/** The index shared by two worker threads; skipped while the library has nothing of the kind. */
export async function countryPeer(given: Case): Promise<Peer | Skipped> {
  const make = ((await import('#computing')) as { countryBench?: MakeCountry }).countryBench;
  if (!make) return { name: KERNEL_TWO, why: 'libs/computing has no index for several threads yet' };
  const { citizens, smallJobs } = given.population;
  const built = await cpuMicrosOfWork(() => make(citizens, smallJobs, { ...given, threads: THREADS }));
  const country = built.answer;
  return {
    name: KERNEL_TWO,
    buildMillis: built.wallMicros / 1000,
    bytes: country.bytes,
    topTwenty: async (job) => {
      const { answer, ...times } = await cpuMicrosOfWork(() => country.topTwenty(job.id, SHOWN));
      return { answer: { listed: answer }, ...times };
    },
    all: () => cpuMicrosOfWork(() => country.all(SHOWN)),
    close: () => country.close(),
  };
}
