import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const needed = [
  'initdb',
  'postgres',
  'pg_dump',
  'pg_dumpall',
  'pg_restore',
  'psql',
  'pg_basebackup',
] as const;
export type Program = (typeof needed)[number];

/**
 * The programs of a whole PostgreSQL, as an operator has them: the server that npm brings has no `pg_dump`. The newest
 * that Debian installed, or the folder that `PG_BIN` names.
 *
 * @throws what to install when they are not there.
 */
export function postgresPrograms(): Record<Program, string> {
  const folder = [process.env['PG_BIN'], ...debianFolders()].find(hasAll);
  if (!folder)
    throw new Error(
      'The drill needs pg_dump, pg_basebackup and a server. On Debian and Ubuntu: apt-get install postgresql. ' +
        'PG_BIN names another folder.',
    );
  return Object.fromEntries(needed.map((name) => [name, join(folder, name)])) as Record<Program, string>;
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, 'bin'));
}

const hasAll = (folder: string | undefined): folder is string =>
  folder !== undefined && needed.every((name) => existsSync(join(folder, name)));
