import { chownSync } from 'node:fs';

/** The operating-system user the server runs as; empty means "as whoever started us". */
export type ServerUser = { uid: number; gid: number } | Record<string, never>;

/** "nobody" on every Linux: PostgreSQL refuses to run as root, and we create no users on the host. */
const NOBODY = 65_534;

export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Hands a path to the server's user; nothing to do when that is ourselves. */
export function handOver(path: string, user: ServerUser): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
}
