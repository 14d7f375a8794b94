import { CountryRanking } from '#computing';
import type { MatchingIndex } from '#matching';
import { SHOWN, type Case } from '../peers/peer.js';
import { cpuMicrosOfWork, timed } from './clock.js';

export const THREADS = 2;

/** All lists of all small jobs with one thread and with several. Milliseconds. */
export interface ThreadTimes {
  threads: number;
  startMillis: number;
  one: { cpuMillis: number; wallMillis: number };
  several: { cpuMillis: number; wallMillis: number };
  /** Lists of jobs and of citizens that the threads made otherwise than one thread. */
  differing: number;
}

/** One thread and several in turn, round by round; then every list of both sides is compared. */
export async function measureThreads(
  index: MatchingIndex,
  given: Case,
  rounds: number,
): Promise<ThreadTimes> {
  const started = await cpuMicrosOfWork(() => CountryRanking.start(index, given, THREADS));
  const country = started.answer;
  try {
    const one = { cpuMillis: Infinity, wallMillis: Infinity };
    const several = { ...one };
    for (let round = 0; round < rounds + 2; round += 1) {
      keepBest(
        one,
        timed(() => index.rankAllJobs({ limit: SHOWN })),
      );
      keepBest(several, await cpuMicrosOfWork(() => country.rankAll(SHOWN, { both: false })));
    }
    return {
      threads: THREADS,
      startMillis: started.wallMicros / 1000,
      one,
      several,
      differing: await differing(index, country, given),
    };
  } finally {
    await country.close();
  }
}

function keepBest(
  best: { cpuMillis: number; wallMillis: number },
  run: { cpuMicros: number; wallMicros: number },
): void {
  best.cpuMillis = Math.min(best.cpuMillis, run.cpuMicros / 1000);
  best.wallMillis = Math.min(best.wallMillis, run.wallMicros / 1000);
}

async function differing(
  index: MatchingIndex,
  country: CountryRanking,
  { population: { smallJobs, citizens } }: Case,
): Promise<number> {
  const alone = index.rankAll({ limit: SHOWN });
  const jobsAlone = index.rankAllJobs({ limit: SHOWN });
  const both = await country.rankAll(SHOWN, { both: true });
  const one = await country.rankAll(SHOWN, { both: false });
  const text = (list: unknown): string => JSON.stringify(list);
  const jobs = smallJobs.filter(({ id }) => {
    const expected = text(alone.forSmallJob(id));
    return [jobsAlone, both, one].some((lists) => text(lists.forSmallJob(id)) !== expected);
  });
  const people = citizens.filter(({ id }) => text(both.forCitizen(id)) !== text(alone.forCitizen(id)));
  return jobs.length + people.length;
}
