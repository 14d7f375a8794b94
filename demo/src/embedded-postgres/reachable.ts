import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ServerUser } from './server-user.js';

const READ = 0o4;
const ENTER = 0o1;

/**
 * Whether the server's user may read and enter everything named, and walk there from the root.
 * A checkout under a home folder with mode 700, or one made under umask 077, is not reachable by
 * "nobody". Our own user is not asked: whoever started us can read the checkout.
 */
export function isReachable(user: ServerUser, ...paths: string[]): boolean {
  if (user.uid === undefined) return true;
  return paths.every(
    (path) => allows(path, user, READ | ENTER) && parents(path).every((p) => allows(p, user, ENTER)),
  );
}

/** Only the parent folders: enough for a data folder, which is handed over to the server's user itself. */
export function isPathOpen(user: ServerUser, path: string): boolean {
  if (user.uid === undefined) return true;
  return parents(path).every((parent) => allows(parent, user, ENTER));
}

function allows(path: string, user: ServerUser, bits: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return true;
  const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
  return ((found.mode >> shift) & bits) === bits;
}

function parents(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...parents(parent)];
}
