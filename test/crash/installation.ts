import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../demo/src/embedded-postgres/index.js';
import { RedisServer } from '../support/redis-server.js';
import { until } from '../support/until.js';
import { AppProcess } from './app-process.js';
import { Ledger } from './ledger.js';
import { workers, type Link, type Worker } from './plan.js';
import { CrashingPostgres, type Addresses } from './postgres.js';
import { startProvider, type Provider } from './provider.js';
import { Wire } from './proxy.js';

/** Also of what is started while everything else is being killed. */
const READY_WITHIN_MS = 120_000;

export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** Real processes on ports and folders of their own; each worker reaches the others over wires of its own. */
export class Installation {
  readonly apps: Record<'api' | Worker, AppProcess>;

  private constructor(
    readonly folder: string,
    readonly url: string,
    readonly postgres: CrashingPostgres,
    readonly redis: RedisServer,
    readonly ledger: Ledger,
    private readonly provider: Provider,
    private readonly wires: Record<Worker, Record<Link, { wire: Wire; port: number }>>,
    /** The compiled product: the folder `dist`. */
    dist: string,
    readonly logs: string,
  ) {
    const env = environment(url, provider, dist);
    const api = join(dist, 'apps/api/src/main.js');
    const worker = join(dist, 'apps/worker/src/main.js');
    const app = (name: string, script: string, more: NodeJS.ProcessEnv): AppProcess =>
      new AppProcess({ name, script, env: { ...env, ...more }, logFile: join(logs, `${name}.log`) });
    const workerApp = (name: Worker): AppProcess => app(name, worker, this.workerEnvironment(name));
    this.apps = {
      api: app('api', api, {
        ...databaseOf(postgres.addresses()),
        REDIS_URL: redis.url,
        PORT: new URL(url).port,
      }),
      'worker-1': workerApp('worker-1'),
      'worker-2': workerApp('worker-2'),
    };
  }

  static async start(dist: string, providerKnowsRepeats: boolean): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-crash-'));
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const ledger = new Ledger(join(folder, 'ledger.jsonl'));
    const provider = await startProvider(ledger, providerKnowsRepeats);
    const redis = await RedisServer.start();
    const migrate = join(dist, 'apps/worker/src/migrate.js');
    const postgres = await CrashingPostgres.start(join(folder, 'postgres'), async (ownerUrl) => {
      await promisify(execFile)(process.execPath, [migrate], {
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_OWNER_URL: ownerUrl },
      });
    });
    const wired = async (): Promise<Record<Link, { wire: Wire; port: number }>> => ({
      postgres: await wireTo(postgres.port),
      redis: await wireTo(redis.port),
      provider: await wireTo(provider.smsPort),
    });
    const wires = { 'worker-1': await wired(), 'worker-2': await wired() };
    const url = `http://127.0.0.1:${await freePort()}`;
    return new Installation(folder, url, postgres, redis, ledger, provider, wires, dist, logs);
  }

  get addresses(): Addresses {
    return this.postgres.addresses();
  }

  wire(worker: Worker, link: Link): Wire {
    return this.wires[worker][link].wire;
  }

  async begin(): Promise<number> {
    const begun = Date.now();
    for (const app of Object.values(this.apps)) app.start();
    await this.untilReady();
    return Date.now() - begun;
  }

  async untilReady(): Promise<void> {
    const isReady = async (): Promise<boolean> => (await fetch(`${this.url}/ready`)).ok;
    await until('the API is ready', isReady, READY_WITHIN_MS);
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.apps).map((app) => app.stop()));
    for (const worker of workers) for (const { wire } of Object.values(this.wires[worker])) wire.close();
    await this.provider.close();
    await this.redis.stop();
    await this.postgres.stop();
  }

  /** Also the logs; kept when something was wrong. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private workerEnvironment(name: Worker): NodeJS.ProcessEnv {
    const { postgres, redis, provider } = this.wires[name];
    return {
      ...databaseOf(this.postgres.addresses(postgres.port)),
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      SMS_GATEWAY_URL: `http://127.0.0.1:${provider.port}`,
    };
  }
}

async function wireTo(port: number): Promise<{ wire: Wire; port: number }> {
  const wire = new Wire(port);
  return { wire, port: await wire.open() };
}

const databaseOf = ({ apiUrl, dispatchUrl }: Addresses): NodeJS.ProcessEnv => ({
  DATABASE_URL: apiUrl,
  DATABASE_DISPATCH_URL: dispatchUrl,
});

function environment(url: string, provider: Provider, dist: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    SECRET_KEY,
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
    SMS_GATEWAY_URL: `http://127.0.0.1:${provider.smsPort}`,
    SMS_GATEWAY_TOKEN: 'crash',
    SMS_SENDER: '4560575797',
    SMTP_URL: `smtp://127.0.0.1:${provider.smtpPort}`,
    MAIL_FROM: 'Fodfæste <svar@fodfaeste.example>',
    RATE_LIMIT_PER_SECOND: '100000',
    QUIET_HOURS: 'off',
    LOG_LEVEL: 'info',
    SITE_FILE: join(dist, '../demo/site.json'),
  };
}
