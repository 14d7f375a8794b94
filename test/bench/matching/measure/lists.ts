import type { CandidateSmallJob } from '#matching';
import { microsSince } from './clock.js';
import type { Effort } from '../options.js';
import type { Answer, Peer } from '../peers/peer.js';
import { firstDifference, type Difference } from './differences.js';

/** One engine's lists of twenty, each the best of the rounds. Microseconds. */
export interface ListTimes {
  peer: string;
  jobs: number;
  rounds: number;
  cpu: Spread;
  wall: Spread;
  buildMillis: number;
  bytesPerCitizen: number | null;
}

export interface Spread {
  p50: number;
  p99: number;
  mean: number;
}

const TRIED_OUT = 3;
/** Code that has run before with other data is compiled anew, and only then as fast as it will be all day. */
const WARM_UP_RUNS = 20_000;
const WARM_UP_MICROS = 1_000_000;

/**
 * All engines in one run, round by round and each after the other, so that a busy minute meets them all. The lists of
 * the first round are compared with the oracle's; a time is the best of the rounds.
 */
export async function measureLists(
  peers: readonly Peer[],
  jobs: readonly CandidateSmallJob[],
  citizens: number,
  expected: (job: CandidateSmallJob) => Answer,
  effort: Effort,
): Promise<{ times: ListTimes[]; compared: Record<string, number>; differences: Difference[] }> {
  const differences: Difference[] = [];
  const compared: Record<string, number> = {};
  const runs: { peer: Peer; own: readonly CandidateSmallJob[]; cpu: number[]; wall: number[] }[] = [];
  for (const peer of peers) {
    const own = jobs.slice(0, await affordable(peer, jobs, effort));
    runs.push({ peer, own, cpu: own.map(() => Infinity), wall: own.map(() => Infinity) });
    compared[peer.name] = own.length;
  }
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { peer, own, cpu, wall } of runs) {
      for (const [at, job] of own.entries()) {
        const { answer, cpuMicros, wallMicros } = await peer.topTwenty(job);
        cpu[at] = Math.min(cpu[at]!, cpuMicros);
        wall[at] = Math.min(wall[at]!, wallMicros);
        if (round > 0) continue;
        const difference = firstDifference(peer.name, job.id, expected(job), answer);
        if (difference) differences.push(difference);
      }
    }
  }
  const times = runs.map(({ peer, cpu, wall }) => ({
    peer: peer.name,
    jobs: cpu.length,
    rounds: effort.rounds,
    cpu: spreadOf(cpu),
    wall: spreadOf(wall),
    buildMillis: Math.round(peer.buildMillis),
    bytesPerCitizen: peer.bytes === undefined ? null : Math.round(peer.bytes / citizens),
  }));
  return { times, compared, differences };
}

/** How many jobs the engine can be given; finding out is also its warm-up, since code is compiled while it runs. */
async function affordable(peer: Peer, jobs: readonly CandidateSmallJob[], effort: Effort): Promise<number> {
  const start = process.hrtime.bigint();
  const tried: number[] = [];
  for (
    let run = 0;
    run < WARM_UP_RUNS && (run < TRIED_OUT || microsSince(start) < WARM_UP_MICROS);
    run += 1
  ) {
    const { wallMicros } = await peer.topTwenty(jobs[run % jobs.length]!);
    tried.push(wallMicros);
  }
  // The first runs also lay what is kept for the later ones.
  const settled = tried.slice(Math.floor(tried.length / 2));
  const micros = settled.reduce((sum, each) => sum + each, 0) / settled.length;
  const count = Math.floor((effort.secondsPerPeer * 1e6) / effort.rounds / micros);
  return Math.min(jobs.length, effort.jobs, Math.max(effort.fewestJobs, count));
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  return { p50: tenths(at(0.5)), p99: tenths(at(0.99)), mean: tenths(mean) };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
