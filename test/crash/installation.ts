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

/** What a run wants otherwise than a run of kills has it. */
export interface Wishes {
  /** Whether the provider knows our reference again and does not send twice. */
  providerKnowsRepeats?: boolean;
  providerAnswersAfterMs?: number;
  /** On top of the environment of each process. */
  env?: NodeJS.ProcessEnv;
}

export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** Real processes on ports and folders of their own; each worker reaches the others over wires of its own. */
export class Installation {
  readonly apps: Record<'api' | Worker, AppProcess>;
  /** Started beside them. */
  private readonly others: AppProcess[] = [];
  private readonly env: NodeJS.ProcessEnv;

  private constructor(
    readonly folder: string,
    readonly url: string,
    readonly postgres: CrashingPostgres,
    readonly redis: RedisServer,
    readonly ledger: Ledger,
    private readonly provider: Provider,
    private readonly wires: Record<Worker, Record<Link, { wire: Wire; port: number }>>,
    /** The compiled product: the folder `dist`. */
    private readonly dist: string,
    readonly logs: string,
    more: NodeJS.ProcessEnv,
  ) {
    // Whoever is ended in the middle leaves nothing running.
    process.once('exit', this.killAll);
    this.env = { ...environment(url, provider, dist), ...more };
    const workerApp = (name: Worker): AppProcess => this.app('worker', name, this.workerEnvironment(name));
    this.apps = {
      api: this.app('api', 'api', { ...this.direct(), PORT: new URL(url).port }),
      'worker-1': workerApp('worker-1'),
      'worker-2': workerApp('worker-2'),
    };
  }

  static async start(dist: string, wishes: Wishes = {}): Promise<Installation> {
    const { providerKnowsRepeats = false, providerAnswersAfterMs, env = {} } = wishes;
    const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-crash-'));
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const ledger = new Ledger(join(folder, 'ledger.jsonl'));
    const provider = await startProvider(ledger, providerKnowsRepeats, providerAnswersAfterMs);
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
      sms: await wireTo(provider.smsPort),
      mail: await wireTo(provider.smtpPort),
    });
    const wires = { 'worker-1': await wired(), 'worker-2': await wired() };
    const url = `http://127.0.0.1:${await freePort()}`;
    return new Installation(folder, url, postgres, redis, ledger, provider, wires, dist, logs, env);
  }

  get addresses(): Addresses {
    return this.postgres.addresses();
  }

  wire(worker: Worker, link: Link): Wire {
    return this.wires[worker][link].wire;
  }

  /** One more, without wires; it is started by whoever asked for it, and stopped with the rest. */
  another(kind: 'api' | 'worker', name: string, env: NodeJS.ProcessEnv = {}): AppProcess {
    const app = this.app(kind, name, { ...this.direct(), ...env });
    this.others.push(app);
    return app;
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

  /** `keep`: with the rows, which `remove` cannot remove. */
  async stop(how: { keep?: boolean } = {}): Promise<void> {
    process.off('exit', this.killAll);
    await Promise.all([...Object.values(this.apps), ...this.others].map((app) => app.stop()));
    for (const worker of workers) for (const { wire } of Object.values(this.wires[worker])) wire.close();
    await this.provider.close();
    await this.redis.stop();
    await this.postgres.stop(how);
  }

  /** Ends that nobody asked for. */
  get brokeDown(): string[] {
    return [...Object.values(this.apps), ...this.others].flatMap((app) => app.brokeDown);
  }

  /** Also the logs; kept when something was wrong. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly killAll = (): void => {
    for (const app of [...Object.values(this.apps), ...this.others]) app.end();
    void this.redis.down();
    process.kill(this.postgres.pid, 'SIGINT');
  };

  private app(kind: 'api' | 'worker', name: string, more: NodeJS.ProcessEnv): AppProcess {
    const script = join(this.dist, `apps/${kind}/src/main.js`);
    return new AppProcess({
      name,
      script,
      env: { ...this.env, ...more },
      logFile: join(this.logs, `${name}.log`),
    });
  }

  private direct(): NodeJS.ProcessEnv {
    return { ...databaseOf(this.postgres.addresses()), REDIS_URL: this.redis.url };
  }

  private workerEnvironment(name: Worker): NodeJS.ProcessEnv {
    const { postgres, redis, sms, mail } = this.wires[name];
    return {
      ...databaseOf(this.postgres.addresses(postgres.port)),
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      SMS_GATEWAY_URL: `http://127.0.0.1:${sms.port}`,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
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
