import { createServer } from 'node:net';

/** Asks the system for a port on the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return tryPort(0).then((port) => port as number);
}

/** The port when it is free, else null. */
export function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
