import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT_MS = 60_000;

/** Waits until the address answers with a success. */
export async function untilReady(address: string, signal: AbortSignal): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  let last = 'no answer';
  while (Date.now() < end) {
    signal.throwIfAborted();
    try {
      const response = await fetch(address, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
      });
      const body = await response.text();
      if (response.ok) return;
      last = `${response.status} ${body.slice(0, 500)}`;
    } catch (error) {
      // Not listening yet; the last reason is told when it stays so.
      last = String((error as { cause?: unknown }).cause ?? error);
    }
    await sleep(100, undefined, { signal });
  }
  throw new Error(`${address} was not ready after ${LIMIT_MS / 1_000} s: ${last}`);
}
