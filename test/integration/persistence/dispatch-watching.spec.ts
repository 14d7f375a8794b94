import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Dispatch } from '#persistence';
import { withClient } from '../../../demo/src/database/index.js';
import { DispatchDesk, soon } from './dispatch-desk.js';

const desk = new DispatchDesk();

describe('sweeping', () => {
  test('finds what the queue lost, once in a while, and remembers it', async () => {
    await desk.wake();
    await desk.dispatch.takeDueSoon(soon);
    expect(await desk.dispatch.overdue({ olderThanSeconds: 5, limit: 10 })).toEqual([]);
    await sleep(250);
    const wish = { olderThanSeconds: 0.2, limit: 10 };
    expect(await desk.dispatch.overdue(wish)).toHaveLength(1);
    expect(await desk.dispatch.overdue(wish)).toEqual([]);
    expect((await desk.dispatch.gauges()).overdueJobs).toBe(1);
    expect(await desk.database.really('SELECT FROM due_jobs WHERE repaired_at IS NOT NULL')).toHaveLength(1);
  });

  test('is done by one process at a time', async () => {
    const other = new Dispatch({ url: desk.database.dispatchUrl });
    let begin!: () => void;
    let end!: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const ended = new Promise<void>((resolve) => (end = resolve));
    const first = desk.dispatch.withSweeperLock(async () => {
      begin();
      await ended;
      return 'swept';
    });
    await begun;
    const sweep = () => Promise.resolve('swept');
    expect(await other.withSweeperLock(sweep)).toBeUndefined();
    end();
    expect(await first).toBe('swept');
    await expect(desk.dispatch.withSweeperLock(() => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await other.withSweeperLock(sweep)).toBe('swept');
    await other.close();
  });
});

test('rings when work is committed, and after the connection was lost', async () => {
  let rings = 0;
  const listening = desk.dispatch.listen(() => rings++);
  const rung = async (before: number) => {
    for (let waited = 0; rings <= before && waited < 5_000; waited += 20) await sleep(20);
    expect(rings).toBeGreaterThan(before);
    return rings;
  };
  let heard = await rung(0);
  await desk.wake(60);
  heard = await rung(heard);
  await desk.database.really(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fodfaeste-listen'`,
  );
  heard = await rung(heard);
  await desk.wake(90);
  await rung(heard);
  await listening.stop();
});

test('hearts beat, and the watcher sees how long ago', async () => {
  await desk.dispatch.beat('sweeper', { repaired: 2 });
  await desk.dispatch.beat('sweeper', { repaired: 3 });
  const [heart] = await desk.dispatch.heartbeats();
  expect(heart).toMatchObject({ name: 'sweeper', counts: { repaired: 3 } });
  expect(heart!.secondsAgo).toBeLessThan(5);
});

test('sees ids and times of every municipality and nothing else', async () => {
  expect(await desk.dispatch.municipalityIds()).toContain(desk.place.municipalityId);
  const tables = await desk.database.really<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const seen: string[] = [];
  await withClient(desk.database.dispatchUrl, async (client) => {
    for (const { relname } of tables) {
      await client.query(`SELECT * FROM ${relname} LIMIT 1`).then(
        () => seen.push(relname),
        () => undefined,
      );
    }
    await client.query('SELECT id, municipality_id, type, routed_at FROM events LIMIT 1');
    for (const sql of [
      'SELECT name FROM municipalities',
      'SELECT repaired_at, settings FROM municipalities',
      // Who did something is nobody's business who only carries it on.
      'SELECT by_staff_id FROM events',
      'DELETE FROM due_jobs',
      'DELETE FROM events',
      `UPDATE events SET payload = '{}'`,
      `UPDATE due_jobs SET job = 'message.deliver'`,
    ]) {
      await expect(client.query(sql)).rejects.toThrow();
    }
  });
  const [grants] = await desk.database.really<{ tables: string[] }>(
    `SELECT array_agg(DISTINCT table_name::text ORDER BY table_name::text) AS tables
     FROM information_schema.column_privileges WHERE grantee = 'fodfaeste_dispatch' AND table_schema = 'public'`,
  );
  expect(grants!.tables).toEqual(['due_jobs', 'events', 'heartbeats', 'municipalities']);
  expect(seen.sort()).toEqual(['due_jobs', 'heartbeats']);
});
