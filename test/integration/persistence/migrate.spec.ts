import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createDataSource, migrate } from '#persistence';
import { addressFor, withClient } from '../../../demo/src/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

let neighbour: TestDatabase;
let empty: string;
let ownerUrl: string;

beforeEach(async () => {
  neighbour = await createTestDatabase();
  empty = `empty_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${empty} OWNER fodfaeste_owner`);
  const { username, password } = new URL(neighbour.ownerUrl);
  ownerUrl = addressFor(neighbour.adminUrl, empty, username, password);
});
afterEach(async () => {
  await asAdmin(`DROP DATABASE ${empty} WITH (FORCE)`);
  await neighbour.drop();
});

const asAdmin = (sql: string) => withClient(neighbour.adminUrl, (client) => client.query(sql));
const count = (sql: string): Promise<number> =>
  withClient(
    ownerUrl,
    async (client) => (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]!.n,
  );

test('an empty database is migrated once, by one of several processes, and again without effect', async () => {
  const runs = await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)]);
  expect(runs.filter(({ length }) => length > 0)).toHaveLength(1);
  expect(await migrate(ownerUrl)).toEqual([]);
  expect(await count('migrations')).toBe(runs.flat().length);
  expect(await count(`public_holidays WHERE name LIKE 'Store Bededag%'`)).toBe(0);
  expect(await count('public_holidays')).toBeGreaterThan(100);
});

test('a migration that was cut off leaves nothing half made, and the next run goes on', async () => {
  // The name is taken, so the migration in the middle fails; everything before it is kept.
  await withClient(ownerUrl, (client) => client.query('CREATE TABLE offers (id int)'));
  await expect(migrate(ownerUrl)).rejects.toThrow(/already exists/);
  expect(await count(`pg_class WHERE relname = 'matches'`)).toBe(0);
  expect(await count('migrations')).toBeGreaterThan(0);
  await withClient(ownerUrl, (client) => client.query('DROP TABLE offers'));
  expect((await migrate(ownerUrl)).length).toBeGreaterThan(0);
  expect(await migrate(ownerUrl)).toEqual([]);
});

test('waits three seconds for a lock at most', async () => {
  await migrate(ownerUrl);
  await withClient(ownerUrl, async (blocker) => {
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE public_holidays');
    const began = Date.now();
    await expect(migrate(ownerUrl)).rejects.toThrow(/lock timeout/);
    expect(Date.now() - began).toBeLessThan(6_000);
    await blocker.query('ROLLBACK');
  });
});

test('every migration can be taken back', async () => {
  const run = await migrate(ownerUrl);
  const dataSource = await createDataSource({ url: ownerUrl }, 'owner').initialize();
  for (const _name of run) await dataSource.undoLastMigration();
  await dataSource.destroy();
  expect(await count(`pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`)).toBe(1);
  expect(await migrate(ownerUrl)).toEqual(run);
});
