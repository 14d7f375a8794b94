import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#persistence';
import {
  addressFor,
  createLogins,
  createOwnedDatabase,
  withClient,
} from '../../../demo/src/database/index.js';
import { removeCluster, startEmbeddedPostgres } from '../../../demo/src/embedded-postgres/index.js';

export interface BenchDatabase {
  /** What the API signs in with: bound by row level security. */
  apiUrl: string;
  /** Figures for the planner, and everything written out, before anything is timed. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const NAME = 'fodfaeste_bench';

/** A PostgreSQL of its own that keeps what it was told, with our tables in it. */
export async function startDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fodfaeste-bench-http-'));
  const settings = { shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '60' };
  const server = await startEmbeddedPostgres({ dataDir, settings });
  const stop = async (): Promise<void> => {
    await server.stop();
    removeCluster(dataDir);
  };
  // It has a session of its own and would outlive us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    const passwords = { owner: secret(), api: secret(), relay: secret() };
    const ownerUrl = await createOwnedDatabase(server.url('postgres'), NAME, passwords.owner);
    await migrate(ownerUrl);
    await createLogins(ownerUrl, passwords);
    return {
      apiUrl: addressFor(ownerUrl, NAME, 'fodfaeste_api', passwords.api),
      settle: () =>
        withClient(ownerUrl, async (client) => {
          await client.query('VACUUM ANALYZE');
          await withClient(server.url(NAME), (admin) => admin.query('CHECKPOINT'));
        }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const secret = (): string => randomBytes(12).toString('hex');
