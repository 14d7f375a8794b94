import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { handOver, type ServerUser } from './server-user.js';

const run = promisify(execFile);

/**
 * Makes the cluster unless it is there, and returns the superuser's password. It is made under
 * another name and renamed when whole, so that a crash half-way is simply begun again.
 */
export async function ensureCluster(folder: string, binaries: Binaries, user: ServerUser): Promise<string> {
  const passwordFile = join(folder, 'superuser-password');
  const cluster = join(folder, 'cluster');
  if (existsSync(join(cluster, 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8');

  const draft = join(folder, 'cluster.new');
  rmSync(draft, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  handOver(passwordFile, user);
  await initdb(binaries.initdb, draft, passwordFile, user);
  renameSync(draft, cluster);
  return password;
}

async function initdb(
  program: string,
  cluster: string,
  passwordFile: string,
  user: ServerUser,
): Promise<void> {
  // The built-in locale sorts alike on every machine; Danish ordering is asked for where it matters.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await run(program, [`--pgdata=${cluster}`, ...locale, ...access, '--no-instructions', '--no-sync'], {
      ...user,
      cwd: '/',
      env: cleanEnvironment(),
    });
  } catch (error) {
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr ?? String(error)}`, {
      cause: error,
    });
  }
}

/** PGPORT, PGDATA and friends of whoever starts us must not reach the server. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
