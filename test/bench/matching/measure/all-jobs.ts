import type { MatchingIndex } from '#matching';
import type { Effort } from '../options.js';
import { SHOWN, type Case, type Peer } from '../peers/peer.js';
import { timed } from './clock.js';
import type { ListTimes } from './lists.js';

/** All lists of a case. Milliseconds. */
export interface AllJobs {
  peer: string;
  cpuMillis: number;
  wallMillis: number;
  /** How many jobs stand for all of them; null when all were measured. */
  extrapolatedFrom: number | null;
}

/** Measured where that takes no longer than an engine is given, else the mean of the sample times the jobs. */
export async function measureAllJobs(
  peers: readonly Peer[],
  times: readonly ListTimes[],
  { population: { smallJobs } }: Case,
  effort: Effort,
): Promise<AllJobs[]> {
  const all: AllJobs[] = [];
  for (const peer of peers) {
    const { cpu, wall, jobs } = times.find((each) => each.peer === peer.name)!;
    let [cpuMillis, wallMillis] = [
      (cpu.mean * smallJobs.length) / 1000,
      (wall.mean * smallJobs.length) / 1000,
    ];
    const rounds = peer.all ? effort.rounds : cpuMillis < effort.secondsPerPeer * 1000 ? 1 : 0;
    if (rounds > 0) [cpuMillis, wallMillis] = [Infinity, Infinity];
    for (let round = 0; round < rounds; round += 1) {
      const run = peer.all ? await peer.all() : await oneByOne(peer, smallJobs);
      cpuMillis = Math.min(cpuMillis, run.cpuMicros / 1000);
      wallMillis = Math.min(wallMillis, run.wallMicros / 1000);
    }
    all.push({ peer: peer.name, cpuMillis, wallMillis, extrapolatedFrom: rounds > 0 ? null : jobs });
  }
  return all;
}

async function oneByOne(peer: Peer, jobs: Case['population']['smallJobs']) {
  let [cpuMicros, wallMicros] = [0, 0];
  for (const job of jobs) {
    const run = await peer.topTwenty(job);
    cpuMicros += run.cpuMicros;
    wallMicros += run.wallMicros;
  }
  return { cpuMicros, wallMicros };
}

/** The least processor time of the rounds, in microseconds. */
export function bestOf(rounds: number, work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) best = Math.min(best, timed(work).cpuMicros);
  return best;
}

/** The jobs' lists alone, and both sides' lists, each in one call. Milliseconds. */
export function measureBothSides(index: MatchingIndex, rounds: number) {
  const oneSide = (): unknown => index.rankAllJobs({ limit: SHOWN });
  const both = (): unknown => index.rankAll({ limit: SHOWN });
  let [one, two] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    one = Math.min(one, bestOf(1, oneSide));
    two = Math.min(two, bestOf(1, both));
  }
  return { oneSideMillis: one / 1000, bothSidesMillis: two / 1000, ratio: two / one };
}
