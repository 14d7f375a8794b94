import { DataSource, type DataSourceOptions } from 'typeorm';
import { withFewRoundTrips } from './few-round-trips.js';
import { clientThatHangsUp } from './hang-up-on-silence.js';
import { migrations } from './migrations/index.js';
import { schemas, SnakeCaseNaming } from './schemas/index.js';
import { daysAsText } from './wire-types.js';

/** What a connection is for; each signs in with a role of its own. */
export type DatabaseRole = 'app' | 'owner';

export interface ConnectionSettings {
  url: string;
  poolSize?: number;
}

/**
 * No statement may keep a row locked for long, and a process that stands still must not keep a transaction open: the rows
 * it has locked are what everybody else at work on the same case waits for. Nothing in a transaction waits for a network.
 */
const limits = {
  app: {
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 15_000,
    pipeline: true,
    Client: withFewRoundTrips(clientThatHangsUp(40_000)),
  },
  /** A migration that waits for a lock makes everybody else wait behind it: it gives up and is run again. */
  owner: { lock_timeout: 3_000 },
} satisfies Record<DatabaseRole, object>;

export const dataSourceOptions = (
  { url, poolSize = 10 }: ConnectionSettings,
  role: DatabaseRole,
): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize: role === 'owner' ? 2 : poolSize,
  applicationName: `fodfaeste-${role}`,
  entities: schemas,
  namingStrategy: new SnakeCaseNaming(),
  migrations: role === 'owner' ? migrations : [],
  migrationsTableName: 'migrations',
  migrationsTransactionMode: 'each',
  // Extensions are made by migrate.ts; the application's role must not try.
  installExtensions: false,
  extra: { types: daysAsText, connectionTimeoutMillis: 10_000, ...limits[role] },
});

export const createDataSource = (settings: ConnectionSettings, role: DatabaseRole = 'app'): DataSource =>
  new DataSource(dataSourceOptions(settings, role));
