import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeOf } from './cluster-folder.js';
import { isAlive, isServerOf, readPostmasterPid } from './postmaster-pid.js';
import { serverUser } from './server-user.js';
import { stopServer } from './stop-server.js';

/** Ends the server that a crashed or killed start left running on this folder, if there is one. */
export async function stopLeftOver(dataDir: string): Promise<void> {
  const cluster = join(placeOf(resolve(dataDir), serverUser()), 'cluster');
  const left = readPostmasterPid(cluster);
  if (!left) return;
  if (isServerOf(left.pid, cluster)) await stopServer(left.pid, cluster);
  // PostgreSQL would mistake an unrelated process that got the same number for its predecessor. The file of one that is
  // dead stays: by it PostgreSQL knows whether back ends of a killed server still write to the folder, and waits.
  else if (isAlive(left.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}
