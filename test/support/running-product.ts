import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { removeCluster } from '../../demo/src/embedded-postgres/index.js';
import type { Ready } from '../../demo/src/start-product.js';

const main = join(import.meta.dirname, '../../dist/demo/src/main.js');

type Part = 'launcher' | 'postgres' | 'api' | 'worker';

/** The whole product as `npm start` runs it, with a data folder of its own and on a free port. */
export class RunningProduct {
  private constructor(
    readonly ready: Ready,
    readonly dataDir: string,
    private readonly launcher: ChildProcess,
  ) {}

  /**
   * `env` comes on top of ours, for example `{ REDIS_URL }`. With `known`, the data folder of a product that was
   * stopped or killed, what it knew is there again.
   */
  static async start(env: NodeJS.ProcessEnv = {}, known?: string): Promise<RunningProduct> {
    const dataDir = known ?? mkdtempSync(join(tmpdir(), 'fodfaeste-e2e-'));
    // The channel makes it stop when the test run is killed.
    const launcher = fork(main, [], {
      env: { ...process.env, NODE_OPTIONS: '', PORT: '0', QUIET_HOURS: 'off', ...env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    try {
      return new RunningProduct(await readyLine(launcher), dataDir, launcher);
    } catch (error) {
      if (known === undefined) removeData(dataDir);
      throw error;
    }
  }

  get url(): string {
    return this.ready.url;
  }

  /** Which process is which, right now: a restarted one has a new number. */
  pids(): Record<Part, number> {
    return JSON.parse(readFileSync(join(this.dataDir, 'running.json'), 'utf8')) as Record<Part, number>;
  }

  /** As a crash does. The launcher starts `api` and `worker` again. */
  kill(part: Part, signal: NodeJS.Signals = 'SIGKILL'): void {
    process.kill(this.pids()[part], signal);
  }

  log(part: 'api' | 'worker'): string {
    return readFileSync(join(this.dataDir, 'logs', `${part}.log`), 'utf8');
  }

  /** Makes the gateway or the mail server misbehave; see demo/src/catcher/trouble.ts. */
  async trouble(wish: { sms?: string; receipts?: string; smtp?: string }): Promise<void> {
    const response = await fetch(new URL('/trouble', this.ready.outbox), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    if (!response.ok) throw new Error(`Trouble was refused: ${await response.text()}`);
  }

  /** Ends everything in order; the data stays until `remove`. */
  async stop(): Promise<void> {
    if (this.launcher.exitCode !== null || this.launcher.signalCode !== null) return;
    const ended = once(this.launcher, 'exit');
    this.launcher.kill('SIGTERM');
    await ended;
  }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    removeData(this.dataDir);
  }
}

function removeData(dataDir: string): void {
  removeCluster(join(dataDir, 'postgres'));
  rmSync(dataDir, { recursive: true, force: true });
}

function readyLine(launcher: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let errors = '';
    launcher.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    createInterface({ input: launcher.stdout as NonNullable<ChildProcess['stdout']> }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Ready);
    });
    launcher.once('exit', () => reject(new Error(`The product did not start: ${errors}`)));
  });
}
