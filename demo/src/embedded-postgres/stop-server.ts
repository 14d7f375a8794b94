import { setTimeout as sleep } from 'node:timers/promises';
import { isServerOf } from './postmaster-pid.js';

/** Fast shutdown: PostgreSQL breaks off open sessions and writes a checkpoint. */
const POLITE_MS = 2_500;
/** Immediate shutdown: no checkpoint, the next start replays the log. */
const FIRM_MS = 1_000;

/** Ends the server and returns when it is gone. Safe to call for one that has already ended. */
export async function stopServer(pid: number, clusterDir: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', POLITE_MS],
    ['SIGQUIT', FIRM_MS],
    ['SIGKILL', FIRM_MS],
  ] as const) {
    if (!isServerOf(pid, clusterDir)) return;
    signalTo(pid, signal);
    if (await isGoneWithin(patience, pid, clusterDir)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) in ${clusterDir} does not stop`);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGoneWithin(ms: number, pid: number, clusterDir: string): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (!isServerOf(pid, clusterDir)) return true;
    await sleep(20);
  }
  return false;
}
