import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { createOwnedDatabase, withClient } from '../../demo/src/database/index.js';
import type { DrillServer } from './drill-server.js';
import { differences, takeInventory, type Inventory } from './inventory.js';
import { seconds } from './restore-a-dump.js';

const PASSWORD = 'owner';

export interface MigrationDrill {
  kills: number;
  /** Migrations that were in the database after each kill: it was killed at the beginning, in the middle, at the end. */
  after: number[];
  differences: string[];
  /** How long a migration waits for a lock that somebody holds. */
  waitedForLockSeconds: number;
}

/** A migration that dies anywhere is begun again and comes to the same tables; one that meets a lock gives up soon. */
export async function migrateAndBeKilled(
  checkout: string,
  server: DrillServer,
  kills: number,
): Promise<MigrationDrill> {
  const ownerOf = (name: string) => createOwnedDatabase(server.url('postgres'), name, PASSWORD);
  const whole = await ownerOf('whole');
  const wholeTime = await timed(() => migrated(checkout, whole));
  // The way there, before anything is changed, takes as long as a run with nothing to do.
  const startTime = await timed(() => migrated(checkout, whole));
  const interrupted = await ownerOf('interrupted');
  const after: number[] = [];
  for (let at = 1; at <= kills; at++) {
    // Each time a little later than the time before, so that every part of the way is met.
    await migrated(checkout, interrupted, startTime + ((wholeTime - startTime) * at) / (kills + 1));
    after.push(await migrationsIn(server.url('interrupted')));
  }
  if ((await migrated(checkout, interrupted)) !== 0) throw new Error('the migration did not come through');
  const [one, other] = [await shapeOf(server, 'whole'), await shapeOf(server, 'interrupted')];
  const waited = await meetALock(checkout, server, interrupted);
  return { kills, after, differences: differences(one, other), waitedForLockSeconds: waited };
}

/** @returns the exit code, or null when it was killed. */
async function migrated(checkout: string, ownerUrl: string, killAfterMs?: number): Promise<number | null> {
  const child = spawn(process.execPath, [join(checkout, 'dist/apps/worker/src/migrate.js')], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const killing = killAfterMs && setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code] = await ended;
  if (killing) clearTimeout(killing);
  return code;
}

async function migrationsIn(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ there: boolean }>(
      "SELECT to_regclass('public.migrations') IS NOT NULL AS there",
    );
    if (!tables[0]?.there) return 0;
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM migrations');
    return rows[0]!.n;
  });
}

/** Rows that a migration writes have new ids and times; how many they are, and all that guards them, must be the same. */
async function shapeOf(server: DrillServer, database: string): Promise<Inventory> {
  const { tables, guards } = await withClient(server.url(database), takeInventory);
  const counted = Object.entries(tables).map(([name, { rows }]) => [name, { rows, digest: '' }] as const);
  return { tables: Object.fromEntries(counted), guards };
}

/** @returns the longest time that a statement of the migration was seen waiting for the lock, in seconds. */
async function meetALock(checkout: string, server: DrillServer, ownerUrl: string): Promise<number> {
  const database = new URL(ownerUrl).pathname.slice(1);
  return withClient(server.url(database), async (client) => {
    await client.query('BEGIN; LOCK TABLE migrations IN ACCESS EXCLUSIVE MODE');
    const longest = await withClient(server.url(database), (watcher) =>
      watchLocks(watcher, database, migrated(checkout, ownerUrl)),
    );
    await client.query('ROLLBACK');
    if ((await migrated(checkout, ownerUrl)) !== 0)
      throw new Error('the migration does not go on after a lock');
    return seconds(longest * 1000);
  });
}

/** From a connection of its own: within a transaction the list of activities stands still. */
async function watchLocks(
  watcher: pg.Client,
  database: string,
  migrating: Promise<number | null>,
): Promise<number> {
  let longest = 0;
  let ended = false;
  void migrating.finally(() => (ended = true));
  while (!ended) {
    const { rows } = await watcher.query<{ waited: number | null }>(
      `SELECT max(extract(epoch FROM clock_timestamp() - query_start))::float8 AS waited FROM pg_stat_activity
       WHERE datname = $1 AND wait_event_type = 'Lock'`,
      [database],
    );
    longest = Math.max(longest, rows[0]?.waited ?? 0);
    await sleep(20);
  }
  if ((await migrating) === 0) throw new Error('a migration went through a lock');
  return longest;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
