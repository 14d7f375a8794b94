import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { locateBinaries } from './binaries.js';
import { clusterFolder } from './cluster-folder.js';
import { freePort } from './free-port.js';
import { cleanEnvironment, ensureCluster } from './make-cluster.js';
import { stopLeftOver } from './left-over.js';
import { readPostmasterPid } from './postmaster-pid.js';
import { handOver, serverUser, type ServerUser } from './server-user.js';
import { stopServer } from './stop-server.js';

export interface EmbeddedPostgresOptions {
  /** A folder of its own; made when missing. */
  dataDir: string;
  /** A free one when not given. */
  port?: number;
  /** Off only for tests: a crash of the machine then loses data. */
  fsync?: boolean;
  /** More settings, as in postgresql.conf. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  pid: number;
  port: number;
  /** An address for `database`, for the superuser unless another user is named. */
  url(database: string, user?: string, password?: string): string;
  /** Ends the server; a second call waits for the same end. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const ATTEMPTS = 5;

/**
 * Starts PostgreSQL on the loopback address. A server that a crashed start left running on the same
 * folder is stopped first: its port and settings may be others than those asked for now.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const folder = clusterFolder(resolve(options.dataDir), user);
  const binaries = locateBinaries(user);
  const cluster = join(folder, 'cluster');

  await stopLeftOver(options.dataDir);
  const password = await ensureCluster(folder, binaries, user);

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const started = await launch(binaries.postgres, folder, port, options, user);
    if ('pid' in started) return handle(started.pid, port, password, cluster);
    // Somebody took the free port in between, or a killed server's children have not let go yet.
    const passing = /could not bind|still in use/.test(started.log);
    if (!passing || attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start:\n${started.log}`);
    await sleep(200 * attempt);
  }
}

async function launch(
  program: string,
  folder: string,
  port: number,
  options: EmbeddedPostgresOptions,
  user: ServerUser,
): Promise<{ pid: number } | { log: string }> {
  const logFile = join(folder, 'postgres.log');
  const log = openSync(logFile, 'w', 0o600);
  handOver(logFile, user);
  const cluster = join(folder, 'cluster');
  const child = spawn(program, ['-D', cluster, ...settings(port, options)], {
    ...user,
    cwd: '/',
    env: cleanEnvironment(),
    stdio: ['ignore', log, log],
    // A session of its own: Ctrl-C in the terminal must not end the database before the apps have drained.
    detached: true,
  });
  closeSync(log);
  child.unref();
  if (await isReady(child, cluster)) return { pid: child.pid as number };
  return { log: existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-2_000) : '' };
}

function settings(port: number, { fsync = true, settings: more = {} }: EmbeddedPostgresOptions): string[] {
  const durable = fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    ...durable,
    ...more,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const end = Date.now() + START_LIMIT_MS;
  while (!ended && Date.now() < end) {
    const noted = readPostmasterPid(cluster);
    if (noted?.pid === child.pid && noted?.ready) return true;
    await sleep(20);
  }
  if (!ended) child.kill('SIGKILL');
  return false;
}

function handle(pid: number, port: number, superPassword: string, cluster: string): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  return {
    pid,
    port,
    url: (database, user = 'postgres', password = user === 'postgres' ? superPassword : '') =>
      `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: () => (stopping ??= stopServer(pid, cluster)),
  };
}
