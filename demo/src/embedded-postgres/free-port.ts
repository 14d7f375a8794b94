import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections (from 32,768 on Linux, 49,152 elsewhere): what listens
 * here may begin seconds after the port was chosen, and no connection takes the port meanwhile.
 */
const FIRST = 20_000;
const LAST = 32_000;
const TRIES = 100;

/** A port on the loopback address that nobody listens on. @throws when a hundred in a row are taken */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = await tryPort(randomInt(FIRST, LAST));
    if (port !== null) return port;
  }
  throw new Error(`no free port found between ${FIRST} and ${LAST}`);
}

/** The port when it is free, else null. */
export function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
