import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, type ServerUser } from './server-user.js';

/** Survives a restart of the machine, unlike /tmp; every user may enter it. */
const OPEN_ROOT = '/var/tmp';

/**
 * The same name for the same purpose every time, so that the next start finds what this one made.
 * Our own uid is part of it, so that two users of one machine do not meet.
 */
export function openPlaceFor(purpose: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return join(OPEN_ROOT, `fodfaeste-${purpose}-${process.getuid?.() ?? 0}-${digest}`);
}

/** Makes a folder for `owner`, or accepts an existing one only when nobody else could have put it there. */
export function ensurePrivateFolder(path: string, owner: ServerUser, mode: number): void {
  mkdirSync(path, { recursive: true, mode });
  const found = lstatSync(path);
  const trusted = [process.getuid?.(), owner.uid];
  if (!found.isDirectory() || (process.getuid && !trusted.includes(found.uid))) {
    throw new Error(`${path} belongs to somebody else; remove it or choose another DATA_DIR`);
  }
  handOver(path, owner);
  chmodSync(path, mode);
}
