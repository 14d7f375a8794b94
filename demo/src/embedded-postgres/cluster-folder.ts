import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensurePrivateFolder, openPlaceFor } from './private-folder.js';
import { isPathOpen } from './reachable.js';
import { serverUser, type ServerUser } from './server-user.js';

/**
 * The data folder itself when the server's user can get there, else a place outside the closed
 * home folder whose name follows from the data folder's. PostgreSQL insists on mode 700.
 */
export function clusterFolder(dataDir: string, user: ServerUser): string {
  const folder = placeOf(dataDir, user);
  ensurePrivateFolder(folder, user, 0o700);
  return folder;
}

/** Removes a stopped cluster, wherever it lay. */
export function removeCluster(dataDir: string): void {
  const asked = resolve(dataDir);
  rmSync(placeOf(asked, serverUser()), { recursive: true, force: true });
  rmSync(asked, { recursive: true, force: true });
}

export function placeOf(dataDir: string, user: ServerUser): string {
  return isPathOpen(user, dataDir) ? dataDir : openPlaceFor('data', dataDir);
}
