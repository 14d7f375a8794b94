import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeCluster, stopLeftOver } from './embedded-postgres/index.js';
import { lockFolder } from './folder-lock.js';

/** Tells that a folder is one of ours: nothing else is ever emptied. */
const MARKER = 'this-is-a-fodfaeste-data-folder';

export interface DataFolder {
  path: string;
  postgres: string;
  logs: string;
  unlock(): void;
}

/** Takes the folder into use, empty when `fresh`. */
export async function openDataFolder(path: string, fresh: boolean): Promise<DataFolder> {
  const marker = join(path, MARKER);
  mkdirSync(path, { recursive: true });
  if (!existsSync(marker) && readdirSync(path).length > 0) {
    throw new Error(
      `${path} holds something else; set DATA_DIR to a folder that is empty or does not exist yet.`,
    );
  }
  writeFileSync(marker, 'Made by npm start. Removing this folder removes the demo data.\n');
  // The database runs as another user when we are root, and has to get to its own folder in here.
  chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);

  const unlock = lockFolder(path);
  const folder = { path, postgres: join(path, 'postgres'), logs: join(path, 'logs'), unlock };
  // Without its secrets an old database cannot be read. It may lie outside the folder, and outlive it.
  if (fresh || !existsSync(join(path, 'secrets.json'))) await empty(folder);
  mkdirSync(folder.logs, { recursive: true, mode: 0o700 });
  return folder;
}

async function empty(folder: DataFolder): Promise<void> {
  await stopLeftOver(folder.postgres);
  removeCluster(folder.postgres);
  for (const name of readdirSync(folder.path)) {
    if (name !== MARKER && name !== 'lock') rmSync(join(folder.path, name), { recursive: true });
  }
}
