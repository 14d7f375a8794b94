import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../../demo/src/embedded-postgres/index.js';
import { AppProcess } from '../../crash/app-process.js';
import { Ledger } from '../../crash/ledger.js';
import { CrashingPostgres, type Addresses } from '../../crash/postgres.js';
import { startProvider, type Provider } from '../../crash/provider.js';
import { RedisServer } from '../../support/redis-server.js';
import { until } from '../../support/until.js';

export type Backend = 'redis' | 'postgres';

const READY_WITHIN_MS = 120_000;
export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** PostgreSQL (fsync on), Redis and a provider that answers at once; as many workers as one likes, and the API. */
export class Installed {
  private readonly running: AppProcess[] = [];

  private constructor(
    private readonly folder: string,
    private readonly dist: string,
    private readonly postgres: CrashingPostgres,
    readonly redis: RedisServer,
    readonly ledger: Ledger,
    readonly provider: Provider,
  ) {}

  static async start(dist: string): Promise<Installed> {
    const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-bench-ladder-'));
    mkdirSync(join(folder, 'logs'));
    const ledger = new Ledger(join(folder, 'ledger.jsonl'));
    const provider = await startProvider(ledger, false, 0);
    const redis = await RedisServer.start();
    const migrate = join(dist, 'apps/worker/src/migrate.js');
    const postgres = await CrashingPostgres.start(join(folder, 'postgres'), async (ownerUrl) => {
      await promisify(execFile)(process.execPath, [migrate], {
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_OWNER_URL: ownerUrl },
      });
    });
    return new Installed(folder, dist, postgres, redis, ledger, provider);
  }

  get addresses(): Addresses {
    return this.postgres.addresses();
  }

  /** Returns when all of them work. */
  async workers(count: number, backend: Backend): Promise<void> {
    for (let at = 1; at <= count; at++) {
      const script = join(this.dist, 'apps/worker/src/main.js');
      this.run(`worker-${at}`, script, backend === 'redis' ? { REDIS_URL: this.redis.url } : {});
    }
    await sleep(500);
    await this.haveBegun(count);
  }

  /** @returns its address. */
  async api(): Promise<string> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    this.run('api', join(this.dist, 'apps/api/src/main.js'), { PORT: String(port), PUBLIC_URL: url });
    await until('the API is ready', async () => (await fetch(`${url}/ready`)).ok, READY_WITHIN_MS);
    return url;
  }

  async endProcesses(): Promise<void> {
    await Promise.all(this.running.splice(0).map((app) => app.stop()));
  }

  async stop(): Promise<void> {
    await this.endProcesses();
    await this.provider.close();
    await this.redis.stop();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(name: string, script: string, env: NodeJS.ProcessEnv): void {
    const logFile = join(this.folder, 'logs', `${name}.log`);
    const app = new AppProcess({ name, script, logFile, env: { ...this.environment(), ...env } });
    this.running.push(app);
    app.start();
  }

  /** A worker says that it is alive when it has begun. */
  private async haveBegun(count: number): Promise<void> {
    const { withClient } = await import('../../../demo/src/database/index.js');
    const alive = (): Promise<boolean> =>
      withClient(this.addresses.adminUrl, async (client) => {
        const { rows } = await client.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM heartbeats
           WHERE name LIKE 'worker %' AND at > clock_timestamp() - interval '6 seconds'`,
        );
        return rows[0]!.n >= count;
      });
    await until(`${count} workers have begun`, alive, READY_WITHIN_MS);
  }

  private environment(): NodeJS.ProcessEnv {
    const { apiUrl, dispatchUrl } = this.addresses;
    return {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://127.0.0.1:1',
      DATABASE_URL: apiUrl,
      DATABASE_DISPATCH_URL: dispatchUrl,
      SECRET_KEY,
      SMS_WEBHOOK_SECRET: 's'.repeat(20),
      SMS_GATEWAY_URL: `http://127.0.0.1:${this.provider.smsPort}`,
      SMS_GATEWAY_TOKEN: 'bench',
      SMS_SENDER: '4560575797',
      SMTP_URL: `smtp://127.0.0.1:${this.provider.smtpPort}`,
      MAIL_FROM: 'Fodfæste <svar@fodfaeste.example>',
      RATE_LIMIT_PER_SECOND: '100000',
      QUIET_HOURS: 'off',
      LOG_LEVEL: 'warn',
      SITE_FILE: join(this.dist, '../demo/site.json'),
    };
  }
}
