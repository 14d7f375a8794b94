import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressFor, createLogins, createOwnedDatabase } from './database/index.js';
import { startEmbeddedPostgres } from './embedded-postgres/index.js';
import type { Secrets } from './secrets.js';

export interface Database {
  ownerUrl: string;
  apiUrl: string;
  relayUrl: string;
  /** Absent for a server that is not ours. */
  pid?: number;
  stop(): Promise<void>;
}

const NAME = 'fodfaeste';

/** The embedded server with our database and its owner in it. */
export async function startOwnDatabase(dataDir: string, secrets: Secrets): Promise<Database> {
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const ownerUrl = await createOwnedDatabase(server.url('postgres'), NAME, secrets.ownerPassword);
    return { ...addresses(ownerUrl, secrets), pid: server.pid, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A server that somebody else runs; the address is that of the database's owner. */
export function useOutsideDatabase(ownerUrl: string, secrets: Secrets): Database {
  return { ...addresses(ownerUrl, secrets), stop: async () => undefined };
}

/** Brings the tables up to date, then makes the users of the applications, who stand on its group roles. */
export async function prepareDatabase(
  database: Database,
  secrets: Secrets,
  dist: string,
  signal: AbortSignal,
): Promise<void> {
  const env = { ...process.env, DATABASE_OWNER_URL: database.ownerUrl };
  const migrate = join(dist, 'apps/worker/src/migrate.js');
  try {
    await promisify(execFile)(process.execPath, ['--enable-source-maps', migrate], { env, signal });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The migrations failed:\n${stdout}${stderr}`.trimEnd(), { cause: error });
  }
  await createLogins(database.ownerUrl, { api: secrets.apiPassword, relay: secrets.relayPassword });
}

function addresses(ownerUrl: string, secrets: Secrets): Pick<Database, 'ownerUrl' | 'apiUrl' | 'relayUrl'> {
  const name = new URL(ownerUrl).pathname.slice(1);
  return {
    ownerUrl,
    apiUrl: addressFor(ownerUrl, name, 'fodfaeste_api', secrets.apiPassword),
    relayUrl: addressFor(ownerUrl, name, 'fodfaeste_relay', secrets.relayPassword),
  };
}
