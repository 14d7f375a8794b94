import { describe, expect, it } from '@jest/globals';
import { MappedDatabase, type Asked, type Mapped } from './mapped-database.js';
import { Readiness } from './readiness.js';

const database = (current: boolean | Error) => ({
  migrationsAreCurrent: async () => {
    if (current instanceof Error) throw current;
    return current;
  },
});
const queue = (up: boolean | Error) => ({
  depths: [],
  isUp: async () => {
    if (up instanceof Error) throw up;
    return up;
  },
});

describe('readiness', () => {
  it.each([
    [database(true), queue(true), 'ready', { database: 'ok', migrations: 'ok', queue: 'ok' }],
    [database(true), queue(false), 'degraded', { queue: 'failed' }],
    [database(true), queue(new Error('down')), 'degraded', { queue: 'failed' }],
    [database(false), queue(true), 'not-ready', { database: 'ok', migrations: 'failed' }],
    [database(new Error('down')), queue(true), 'not-ready', { database: 'failed', migrations: 'unknown' }],
  ])('case %#', async (db, wakeUps, status, checks) => {
    const report = await new Readiness(db, wakeUps, 0).report();
    expect(report).toMatchObject({ status, checks });
  });

  it('goes down before the process does, and gives the balancer time to see it', async () => {
    const readiness = new Readiness(database(true), queue(true), 30);
    expect((await readiness.report()).status).toBe('ready');
    const before = Date.now();
    const closing = readiness.onModuleDestroy();
    expect(await readiness.report()).toMatchObject({ status: 'not-ready', checks: { process: 'failed' } });
    await closing;
    // A timer may be a millisecond early.
    expect(Date.now() - before).toBeGreaterThanOrEqual(29);
  });

  it('asks the database once for many questions at a time', async () => {
    let asked = 0;
    const counting = { migrationsAreCurrent: async () => ++asked > 0 };
    const readiness = new Readiness(counting, queue(true), 0);
    await Promise.all(Array.from({ length: 20 }, () => readiness.report()));
    expect(asked).toBe(1);
  });
});

describe('a mapped database', () => {
  const mapped: Mapped = {
    entityMetadatas: [{ tableName: 'staff', columns: [{ databaseName: 'id' }, { databaseName: 'name' }] }],
  };
  const database = (there: string[], queries: string[] = []): Asked => ({
    query: async <T>(sql: string) => {
      queries.push(sql);
      return there.map((name) => ({ name })) as T;
    },
  });

  it('is current when every column is there, and newer columns do not matter', async () => {
    expect(
      await new MappedDatabase(
        mapped,
        database(['staff.id', 'staff.name', 'staff.new']),
      ).migrationsAreCurrent(),
    ).toBe(true);
    expect(await new MappedDatabase(mapped, database(['staff.id'])).migrationsAreCurrent()).toBe(false);
  });

  it('is looked through once, then only asked whether it is there', async () => {
    const queries: string[] = [];
    const health = new MappedDatabase(mapped, database(['staff.id', 'staff.name'], queries));
    await health.migrationsAreCurrent();
    expect(await health.migrationsAreCurrent()).toBe(true);
    expect(queries[1]).toBe('SELECT 1');
  });
});
