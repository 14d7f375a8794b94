import { handOver, serverUser } from '../../demo/src/embedded-postgres/server-user.js';
import { withClient } from '../../demo/src/database/index.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrillServer } from './drill-server.js';
import { differences, rowsIn, takeInventory, type Inventory } from './inventory.js';

const DATABASE = 'fodfaeste';

export interface DumpDrill {
  tables: number;
  rows: number;
  dumpSeconds: number;
  restoreSeconds: number;
  differences: string[];
}

/** `pg_dump` while people work, restored on a server that never knew them, compared with the snapshot of the dump. */
export async function restoreADump(from: DrillServer, to: DrillServer): Promise<DumpDrill> {
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-dump-'));
  handOver(folder, serverUser());
  const roles = join(folder, 'roles.sql');
  const dump = join(folder, 'fodfaeste.dump');
  try {
    const began = performance.now();
    const before = await dumpAndLook(from, roles, dump);
    const dumped = performance.now();
    await to.run('psql', ['--quiet', '-d', to.url('postgres'), '-f', roles]);
    await withClient(to.url('postgres'), (client) =>
      client.query(`CREATE DATABASE ${DATABASE} OWNER fodfaeste_owner`),
    );
    await to.run('pg_restore', ['--exit-on-error', '--jobs=2', '-d', to.url(DATABASE), dump]);
    const restored = performance.now();
    const after = await withClient(to.url(DATABASE), takeInventory);
    return {
      tables: Object.keys(before.tables).length,
      rows: rowsIn(before),
      dumpSeconds: seconds(dumped - began),
      restoreSeconds: seconds(restored - dumped),
      differences: differences(before, after),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Dump and inventory see the same moment, although people go on writing. */
async function dumpAndLook(server: DrillServer, roles: string, dump: string): Promise<Inventory> {
  await server.run('pg_dumpall', ['--globals-only', `--file=${roles}`, '-d', server.url('postgres')]);
  return withClient(server.url(DATABASE), async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const snapshot = `--snapshot=${rows[0]!.id}`;
    await server.run('pg_dump', ['--format=custom', snapshot, `--file=${dump}`, '-d', server.url(DATABASE)]);
    return takeInventory(client);
  });
}

export const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;
