import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster, startEmbeddedPostgres } from '../../dist/demo/src/embedded-postgres/index.js';
import { createLogins, createOwnedDatabase } from '../../dist/demo/src/database/index.js';
import { PREFIX, removeLeftOvers } from './left-overs.mjs';

const TEMPLATE = 'fodfaeste_template';
const migrate = join(import.meta.dirname, '../../dist/apps/worker/src/migrate.js');

/** Starts the cluster with the speed of a test: nothing in it has to survive a power cut. */
export async function startTestCluster() {
  await removeLeftOvers();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbeddedPostgres({ dataDir, fsync: false, settings: { max_connections: '300' } });
  const stop = async () => {
    await server.stop();
    removeCluster(dataDir);
  };
  try {
    const passwords = { owner: 'owner', api: 'api', relay: 'relay' };
    const ownerUrl = await createOwnedDatabase(server.url('postgres'), TEMPLATE, passwords.owner);
    runMigrations(ownerUrl);
    await createLogins(server.url('postgres'), passwords);
    return { addresses: { adminUrl: server.url('postgres'), template: TEMPLATE, passwords }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function runMigrations(ownerUrl) {
  if (!existsSync(migrate))
    throw new Error(`${migrate} is missing: there is nothing to migrate the test database with`);
  const done = spawnSync(process.execPath, [migrate], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The migrations failed:\n${done.stdout}${done.stderr}`);
}
