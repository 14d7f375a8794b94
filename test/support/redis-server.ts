import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../demo/src/embedded-postgres/index.js';
import { installedProgram } from './installed-program.js';

const START_LIMIT_MS = 10_000;

/** A Redis of its own, set up as in production; it can be killed and started again with what it had. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly program: string,
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<RedisServer> {
    const program = installedProgram(['redis-server'], 'redis-server');
    const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-redis-'));
    const server = new RedisServer(program, folder, await freePort());
    await server.up();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it on the same port and folder as before; `empty` throws away what it had. */
  async up({ empty = false } = {}): Promise<void> {
    if (empty) rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    const place = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    const durable = [
      '--appendonly',
      'yes',
      '--appendfsync',
      'everysec',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ];
    const child = spawn(this.program, [...place, ...durable, '--logfile', 'redis.log'], { stdio: 'ignore' });
    this.child = child;
    const end = Date.now() + START_LIMIT_MS;
    while (!(await answers(this.port))) {
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`redis-server does not start in ${this.folder}`);
      await sleep(20);
    }
  }

  /** Ends it as a crash does (SIGKILL) or as an operator does (SIGTERM); the data stays. */
  async down(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async stop(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Redis answers PING with an error while it still loads its file. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}
