import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../demo/src/embedded-postgres/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';
import { AnswerScene, SECRET_KEY } from './answer-scene.js';

const main = join(import.meta.dirname, '../../../dist/apps/api/src/main.js');
const START_LIMIT_MS = 30_000;

/** The API as it is deployed, a process of its own, over a database of its own in which links were sent. */
export class RunningApi {
  private constructor(
    readonly url: string,
    readonly scene: AnswerScene,
    private readonly child: ChildProcess,
    private readonly database: TestDatabase,
    private readonly logged: string[],
  ) {}

  static async start(env: NodeJS.ProcessEnv = {}): Promise<RunningApi> {
    const database = await createTestDatabase();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const logged: string[] = [];
    // With a demo's channel it ends when the test run is killed.
    const child = fork(main, [], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'test',
        DEMO: 'on',
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: database.appUrl,
        SECRET_KEY,
        SMS_WEBHOOK_SECRET: 's'.repeat(20),
        LOG_LEVEL: 'debug',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => logged.push(data.toString()));
    await untilLive(url, child, logged);
    const scene = await AnswerScene.open(database);
    return new RunningApi(url, scene, child, database, logged);
  }

  /** Everything it has written so far. */
  get log(): string {
    return this.logged.join('');
  }

  async stop(): Promise<void> {
    await this.scene.close();
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
    await this.database.drop();
  }
}

async function untilLive(url: string, child: ChildProcess, logged: string[]): Promise<void> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null) break;
    const live = await fetch(`${url}/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (live) return;
  }
  throw new Error(`The API did not start:\n${logged.join('').slice(-3_000)}`);
}
