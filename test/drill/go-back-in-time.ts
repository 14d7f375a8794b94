import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../demo/src/database/index.js';
import type { DrillServer } from './drill-server.js';
import { differences, rowsIn, takeInventory, type Inventory } from './inventory.js';
import { seconds } from './restore-a-dump.js';

const DATABASE = 'fodfaeste';
const POINT = 'drill';

/** Copies the running cluster; what is written from now on is in the archive of its log. */
export async function baseBackup(from: DrillServer, to: DrillServer): Promise<void> {
  await from.run('pg_basebackup', [
    `--pgdata=${to.data}`,
    '--wal-method=none',
    '--checkpoint=fast',
    '-d',
    from.url('postgres'),
  ]);
}

/** The state that is wanted back, and one mistake after it. @returns what was there at the point. */
export async function markAndGoOn(server: DrillServer): Promise<Inventory> {
  return withClient(server.url(DATABASE), async (client) => {
    const wanted = await takeInventory(client);
    await client.query('SELECT pg_create_restore_point($1)', [POINT]);
    await client.query('TRUNCATE messages, tasks CASCADE');
    const { rows } = await client.query<{ segment: string }>(
      'SELECT pg_walfile_name(pg_switch_wal()) AS segment',
    );
    await archived(client, rows[0]!.segment);
    return wanted;
  });
}

type Asked = Parameters<typeof takeInventory>[0];

async function archived(client: Asked, segment: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await client.query<{ last: string | null }>(
      'SELECT last_archived_wal AS last FROM pg_stat_archiver',
    );
    if ((rows[0]?.last ?? '') >= segment) return;
    await sleep(100);
  }
  throw new Error(`segment ${segment} was not archived`);
}

export interface PointInTimeDrill {
  rows: number;
  /** From the loss of the server until its successor takes writes. */
  backSeconds: number;
  acknowledged: number;
  lost: number;
  differences: string[];
}

export async function comeBack(
  successor: DrillServer,
  archive: string,
  wanted: Inventory,
  acknowledged: readonly string[],
): Promise<PointInTimeDrill> {
  const began = performance.now();
  successor.recoverTo(POINT, archive);
  await successor.start();
  const backSeconds = seconds(performance.now() - began);
  return withClient(successor.url(DATABASE), async (client) => {
    const after = await takeInventory(client);
    const { rows } = await client.query<{ found: number }>(
      'SELECT count(*)::int AS found FROM citizens WHERE id = ANY($1)',
      [acknowledged],
    );
    return {
      rows: rowsIn(after),
      backSeconds,
      acknowledged: acknowledged.length,
      lost: acknowledged.length - rows[0]!.found,
      differences: differences(wanted, after),
    };
  });
}
