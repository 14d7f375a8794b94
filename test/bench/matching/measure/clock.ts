import { readFileSync } from 'node:fs';
import type { Timed } from '../peers/peer.js';

/** Microseconds this process has been on a processor, all of its threads. */
export function ownCpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The same of another process, to the nanosecond where Linux tells. Null when nothing tells. */
export function cpuMicrosOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ', 1)[0]) / 1000;
  } catch {
    return null;
  }
}

/** Work of this process alone, measured. */
export function timed<T>(work: () => T): Timed<T> {
  const [cpu, wall] = [ownCpuMicros(), process.hrtime.bigint()];
  const answer = work();
  return { answer, cpuMicros: ownCpuMicros() - cpu, wallMicros: microsSince(wall) };
}

export const microsSince = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1000;

/** As `timed`, for work that waits for other threads of this process. */
export async function cpuMicrosOfWork<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [cpu, wall] = [ownCpuMicros(), process.hrtime.bigint()];
  const answer = await work();
  return { answer, cpuMicros: ownCpuMicros() - cpu, wallMicros: microsSince(wall) };
}
