import { join, resolve } from 'node:path';
import { addressFor, withClient } from '../../demo/src/database/index.js';
import { clusterFolder } from '../../demo/src/embedded-postgres/cluster-folder.js';
import { readPostmasterPid } from '../../demo/src/embedded-postgres/postmaster-pid.js';
import { serverUser } from '../../demo/src/embedded-postgres/server-user.js';
import { municipalityId } from '../../demo/src/people/town.js';
import { loadSecrets } from '../../demo/src/secrets.js';
import type { RunningProduct } from './running-product.js';

/** The database under a running product: as somebody who looks after it has it. */
export interface ItsDatabase {
  /** What programs beside the product are told. */
  environment: { DATABASE_URL: string; DATABASE_DISPATCH_URL: string; SECRET_KEY: string };
  /** As the application, within the municipality of the demo. */
  query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
}

export function databaseOf({ dataDir }: RunningProduct): ItsDatabase {
  const cluster = join(clusterFolder(resolve(dataDir, 'postgres'), serverUser()), 'cluster');
  const server = readPostmasterPid(cluster);
  if (!server) throw new Error(`No server runs on ${cluster}`);
  const { apiPassword, relayPassword, secretKey } = loadSecrets(dataDir);
  const here = `postgresql://127.0.0.1:${server.port}`;
  const as = (role: string, password: string): string => addressFor(here, 'fodfaeste', role, password);
  const DATABASE_URL = as('fodfaeste_api', apiPassword);
  return {
    environment: {
      DATABASE_URL,
      DATABASE_DISPATCH_URL: as('fodfaeste_relay', relayPassword),
      SECRET_KEY: secretKey,
    },
    query: <Row extends object>(text: string, values: unknown[] = []) =>
      withClient(DATABASE_URL, async (client) => {
        await client.query("SELECT set_config('app.municipality_id', $1, false)", [municipalityId('vejle')]);
        return (await client.query<Row>(text, values)).rows;
      }),
  };
}
