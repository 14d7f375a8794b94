import { setTimeout as sleep } from 'node:timers/promises';

const STEADY_MS = 300;

/** Takes as long for an address that nobody has as for one that gets a message. */
export async function steadily<R>(work: Promise<R>): Promise<R> {
  const [result] = await Promise.allSettled([work, sleep(STEADY_MS)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
