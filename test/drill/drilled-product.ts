import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Ready } from '../../demo/src/start-product.js';

/** The compiled product of the checkout, as `npm start` runs it, on the database that is drilled. */
export class DrilledProduct {
  private constructor(
    readonly ready: Ready,
    private readonly launcher: ChildProcess,
  ) {}

  /** `dataDir` keeps keys and passwords: the same one opens the restored database. */
  static async start(checkout: string, ownerUrl: string, dataDir: string): Promise<DrilledProduct> {
    const launcher = fork(join(checkout, 'dist/demo/src/main.js'), [], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: '0',
        QUIET_HOURS: 'off',
        DATABASE_URL: ownerUrl,
        DATA_DIR: dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let errors = '';
    launcher.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    const ready = await new Promise<Ready>((resolve, reject) => {
      createInterface({ input: launcher.stdout! }).on('line', (line) => {
        if (line.startsWith('{')) resolve(JSON.parse(line) as Ready);
      });
      launcher.once('exit', () => reject(new Error(`The product did not start: ${errors}`)));
    });
    return new DrilledProduct(ready, launcher);
  }

  async call(path: string, body?: unknown): Promise<Response> {
    return fetch(new URL(path, this.ready.url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${this.ready.keys['consultant']}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async stop(): Promise<void> {
    if (this.launcher.exitCode !== null || this.launcher.signalCode !== null) return;
    const ended = once(this.launcher, 'exit');
    this.launcher.kill('SIGTERM');
    await ended;
  }
}
