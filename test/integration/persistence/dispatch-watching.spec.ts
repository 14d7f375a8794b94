import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Dispatch } from '#persistence';
import { withClient } from '../../../demo/src/database/index.js';
import { until } from '../../support/until.js';
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

  test('hands each job to one of those who sweep, and waits for none of them', async () => {
    for (let at = 0; at < 20; at += 1) await desk.wake(-60 - at);
    const sweepers = Array.from({ length: 4 }, () => new Dispatch({ url: desk.database.dispatchUrl }));
    const found: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const taken = await Promise.all(
        sweepers.map((sweeper) => sweeper.overdue({ olderThanSeconds: 30, limit: 3 })),
      );
      found.push(...taken.flat().map(({ id }) => id));
    }
    expect(found).toHaveLength(20);
    expect(new Set(found).size).toBe(20);
    for (const sweeper of sweepers) await sweeper.close();
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

test('of several who listen one hears each ring, and when it is gone another one does', async () => {
  const rings = [0, 0, 0];
  const others = [1, 2].map(() => new Dispatch({ url: desk.database.dispatchUrl }));
  const listening = [desk.dispatch, ...others].map((one, at) => one.listen(() => (rings[at]! += 1)));
  const connections = () =>
    desk.database.really<{ pid: number; has_turn: boolean }>(
      `SELECT pid, EXISTS (SELECT FROM pg_locks WHERE pg_locks.pid = a.pid AND locktype = 'advisory') AS has_turn
         FROM pg_stat_activity a WHERE application_name = 'fodfaeste-listen' AND datname = current_database()`,
    );
  const hasTurn = async (): Promise<number | undefined> =>
    (await connections()).find(({ has_turn }) => has_turn)?.pid;
  const hearing = async (second: number): Promise<number[]> => {
    const before = [...rings];
    await desk.wake(second);
    await sleep(300);
    return rings.flatMap((heard, at) => (heard > before[at]! ? [at] : []));
  };
  await until('all are there', async () => (await connections()).length === 3 && !!(await hasTurn()));
  const [first, ...more] = await hearing(120);
  expect(more).toEqual([]);
  const gone = await hasTurn();
  await listening[first!]!.stop();
  await until('another one has its turn', async () => ![undefined, gone].includes(await hasTurn()));
  const [next, ...rest] = await hearing(150);
  expect(rest).toEqual([]);
  expect(next).not.toBe(first);
  for (const one of listening) await one.stop();
  for (const other of others) await other.close();
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
  expect(grants!.tables).toEqual([
    'alarms',
    'due_jobs',
    'escalation_steps',
    'escalations',
    'events',
    'heartbeats',
    'messages',
    'municipalities',
    'offers',
    'provider_pauses',
    'scheduled_runs',
    'shifts',
    'tasks',
  ]);
  expect(seen.sort()).toEqual(['alarms', 'due_jobs', 'heartbeats', 'provider_pauses', 'scheduled_runs']);
});

test('of what is audited it sees ids, states and times, column by column', async () => {
  const rows = await desk.database.really<{ table_name: string; columns: string[] }>(
    `SELECT table_name::text, array_agg(column_name::text ORDER BY column_name::text) AS columns
     FROM information_schema.column_privileges
     WHERE grantee = 'fodfaeste_dispatch' AND table_schema = 'public' AND privilege_type = 'SELECT'
       AND table_name IN ('escalations', 'escalation_steps', 'tasks', 'messages', 'offers', 'shifts')
     GROUP BY table_name`,
  );
  expect(Object.fromEntries(rows.map(({ table_name, columns }) => [table_name, columns]))).toEqual({
    escalations: ['id', 'municipality_id', 'next_step_at', 'opened_at', 'round', 'state'],
    escalation_steps: ['due_at', 'escalation_id', 'id', 'municipality_id', 'round', 'state'],
    tasks: ['done_at', 'escalation_id', 'id', 'municipality_id'],
    messages: ['id', 'municipality_id', 'not_before', 'state', 'state_at'],
    offers: ['expires_at', 'id', 'municipality_id', 'state'],
    shifts: ['id', 'municipality_id', 'starts_at', 'state'],
  });
  await withClient(desk.database.dispatchUrl, async (client) => {
    for (const sql of [
      'SELECT receiver_address FROM messages',
      'SELECT citizen_id FROM escalations',
      'SELECT note FROM tasks',
      `UPDATE messages SET state = 'queued'`,
      'DELETE FROM tasks',
      `UPDATE alarms SET kind = 'auditor-silent'`,
    ])
      await expect(client.query(sql)).rejects.toThrow('permission denied');
  });
});
