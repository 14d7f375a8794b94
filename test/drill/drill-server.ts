import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../demo/src/embedded-postgres/index.js';
import { handOver, serverUser } from '../../demo/src/embedded-postgres/server-user.js';
import { postgresPrograms, type Program } from './postgres-programs.js';

const START_LIMIT_MS = 60_000;
const SUPERUSER_PASSWORD = 'drill';

/** A server of the drill on the loopback address, in a folder of its own. */
export class DrillServer {
  private readonly programs = postgresPrograms();
  private readonly user = serverUser();
  private child: ChildProcess | undefined;
  port = 0;

  /** `folder` belongs to whoever runs the server: PostgreSQL refuses to run as root. */
  constructor(readonly folder: string) {
    for (const path of [folder, this.archive]) this.own(path);
  }

  /** The cluster itself. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** Where finished segments of the log are kept: on another machine, in earnest. */
  get archive(): string {
    return join(this.folder, 'archive');
  }

  url(database: string, user = 'postgres', password = SUPERUSER_PASSWORD): string {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  async create(): Promise<void> {
    const passwordFile = join(this.folder, 'password');
    writeFileSync(passwordFile, SUPERUSER_PASSWORD);
    handOver(passwordFile, this.user);
    await this.run('initdb', [
      `--pgdata=${this.data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--locale=C.UTF-8',
      '--encoding=UTF8',
    ]);
    this.configure([
      "listen_addresses = '127.0.0.1'",
      "unix_socket_directories = ''",
      'max_connections = 200',
      'wal_level = replica',
      'archive_mode = on',
      `archive_command = 'test ! -f ${this.archive}/%f && cp %p ${this.archive}/%f'`,
    ]);
  }

  /** Takes the place of what another server was: a base backup, and the log that was archived since. */
  recoverTo(restorePoint: string, archive: string): void {
    this.configure([
      `restore_command = 'cp ${archive}/%f %p'`,
      `recovery_target_name = '${restorePoint}'`,
      "recovery_target_action = 'promote'",
      // What is done while looking at an older state must not run over the log of the newer one.
      "archive_mode = 'off'",
    ]);
    const signal = join(this.data, 'recovery.signal');
    writeFileSync(signal, '');
    handOver(signal, this.user);
  }

  async start(): Promise<void> {
    this.port = await freePort();
    const log = join(this.folder, 'server.log');
    const out = openSync(log, 'a');
    this.child = spawn(this.programs.postgres, ['-D', this.data, '-p', String(this.port)], {
      ...this.user,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', out, out],
    });
    const end = Date.now() + START_LIMIT_MS;
    while (!(await this.answers())) {
      if (this.child.exitCode !== null || Date.now() > end)
        throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
      await sleep(100);
    }
  }

  /** As a power cut does, for this server only. */
  crash(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGINT');
  }

  /** The server and everything it knew are gone. */
  async destroy(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** One of PostgreSQL's own programs, as an operator calls it. @throws with what it said. */
  async run(program: Program, args: string[]): Promise<string> {
    try {
      const { stdout } = await promisify(execFile)(this.programs[program], args, {
        ...this.user,
        cwd: '/',
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', PGPASSWORD: SUPERUSER_PASSWORD },
        maxBuffer: 64 * 1024 * 1024,
      });
      return stdout;
    } catch (error) {
      throw new Error(`${program} failed: ${(error as { stderr?: string }).stderr ?? String(error)}`, {
        cause: error,
      });
    }
  }

  private configure(lines: string[]): void {
    appendFileSync(join(this.data, 'postgresql.conf'), `${lines.join('\n')}\n`);
  }

  private own(path: string): void {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o700);
    handOver(path, this.user);
  }

  /** Open for writing, not only reading: recovery is over. */
  private async answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ busy: boolean }>('SELECT pg_is_in_recovery() AS busy');
      return rows[0]?.busy === false;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    // Its children let go of the folder a moment after it.
    while (child.exitCode === null && child.signalCode === null) await sleep(50);
    await sleep(500);
  }
}
