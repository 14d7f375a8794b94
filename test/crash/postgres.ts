import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressFor, createLogins, createOwnedDatabase } from '../../demo/src/database/index.js';
import { placeOf } from '../../demo/src/embedded-postgres/cluster-folder.js';
import {
  removeCluster,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../demo/src/embedded-postgres/index.js';
import { serverUser } from '../../demo/src/embedded-postgres/server-user.js';

const NAME = 'fodfaeste_crash';
const ORPHANS_END_MS = 30_000;
const passwords = { owner: 'owner', api: 'api', relay: 'relay' };

export interface Addresses {
  apiUrl: string;
  dispatchUrl: string;
  ownerUrl: string;
  /** Sees every row: for the judge, never for the product. */
  adminUrl: string;
}

/** A PostgreSQL that keeps what it was told (fsync on), and can be killed. */
export class CrashingPostgres {
  private constructor(
    private server: EmbeddedPostgres,
    private readonly dataDir: string,
  ) {}

  static async start(
    dataDir: string,
    migrate: (ownerUrl: string) => Promise<void>,
  ): Promise<CrashingPostgres> {
    const server = await startEmbeddedPostgres({ dataDir });
    const ownerUrl = await createOwnedDatabase(server.url('postgres'), NAME, passwords.owner);
    await migrate(ownerUrl);
    await createLogins(ownerUrl, { api: passwords.api, relay: passwords.relay });
    return new CrashingPostgres(server, dataDir);
  }

  get port(): number {
    return this.server.port;
  }

  get pid(): number {
    return this.server.pid;
  }

  /** Through another port when the way leads over a wire. */
  addresses(port: number = this.server.port): Addresses {
    const through = new URL(this.server.url(NAME));
    through.port = String(port);
    const as = (user: string, password: string) => addressFor(through.href, NAME, user, password);
    return {
      apiUrl: as('fodfaeste_api', passwords.api),
      dispatchUrl: as('fodfaeste_relay', passwords.relay),
      ownerUrl: as('fodfaeste_owner', passwords.owner),
      adminUrl: through.href,
    };
  }

  /** Kills the postmaster; it is back when its orphaned back ends are gone, as PostgreSQL demands. */
  async crash(downMs: number): Promise<void> {
    process.kill(this.server.pid, 'SIGKILL');
    await sleep(downMs);
    await this.orphansEnd();
    this.server = await startEmbeddedPostgres({ dataDir: this.dataDir, port: this.server.port });
  }

  /** `keep`: somebody wants to see what became of the rows. */
  async stop({ keep = false } = {}): Promise<void> {
    await this.server.stop();
    if (!keep) removeCluster(this.dataDir);
  }

  private async orphansEnd(): Promise<void> {
    const folder = placeOf(resolve(this.dataDir), serverUser());
    for (const end = Date.now() + ORPHANS_END_MS; worksIn(folder); await sleep(20))
      if (Date.now() > end) throw new Error('back ends of a killed PostgreSQL do not end');
  }
}

/** Every process of a cluster works in its folder. Where there is no /proc, the start itself waits for them. */
function worksIn(folder: string): boolean {
  if (!existsSync('/proc/self/cwd')) return false;
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(join('/proc', pid, 'cwd')).startsWith(folder);
    } catch {
      return false;
    }
  });
}
