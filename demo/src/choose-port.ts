import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, tryPort } from './embedded-postgres/index.js';

const DEFAULT_PORT = 3_000;
/** A killed start's application lets go of its port within this time. */
const PATIENCE_MS = 5_000;

/** `instead` tells that the usual port was taken. */
export async function choosePort(wish: number | undefined): Promise<{ port: number; instead: boolean }> {
  if (wish !== undefined) return { port: await insist(wish), instead: false };
  const usual = await tryPort(DEFAULT_PORT);
  return usual === null ? { port: await freePort(), instead: true } : { port: usual, instead: false };
}

async function insist(wish: number): Promise<number> {
  if (wish === 0) return freePort();
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const port = await tryPort(wish);
    if (port !== null) return port;
    if (Date.now() > end)
      throw new Error(`Port ${wish} is taken. Set PORT to another, or to 0 for a free one.`);
    await sleep(100);
  }
}
