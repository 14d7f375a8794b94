import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDataSource, refuseUnsafeRole, TypeormTransactor, TimeOrderedIds } from '#persistence';
import { withClient } from '../../../demo/src/database/index.js';
import type { Workplace } from '../../contracts/workplace.js';
import { fillEveryTable } from './fill-every-table.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

/** Read before a municipality is known; hashes, ids and dates only. */
const open = [
  ...[
    'alarms',
    'directory',
    'heartbeats',
    'identity_providers',
    'kept_forms',
    'migrations',
    'provider_pauses',
    'public_holidays',
    'rates',
    'scheduled_runs',
  ],
  ...['sessions', 'sign_in_codes'],
];

/** Shows nothing but the answer to a search: what is searched for is a part of its policy. */
const ANSWERS_ONLY = 'search_texts';

let database: OpenDatabase;
let tables: string[];
let here: Workplace;
let there: Workplace;

beforeAll(async () => {
  database = await openDatabase();
  const found = await database.really<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace
     ORDER BY relname`,
  );
  tables = found.map(({ relname }) => relname).filter((name) => !open.includes(name));
  here = await database.workplace();
  there = await database.workplace();
  await fillEveryTable(database, there);
});
afterAll(() => database.close());

describe('every table of a municipality', () => {
  test('is shut by policies that the owner cannot pass either', async () => {
    const shut = await database.really<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r' ORDER BY relname`,
    );
    expect(shut.map(({ relname }) => relname)).toEqual(tables);
    expect(tables.length).toBeGreaterThanOrEqual(25);
  });

  test('has one policy for the application, for reading and for writing', async () => {
    const policies = await database.really<{
      tablename: string;
      cmd: string;
      qual: string;
      with_check: string;
    }>(
      `SELECT tablename, cmd, qual, with_check FROM pg_policies WHERE 'fodfaeste_app' = ANY(roles) ORDER BY tablename`,
    );
    expect(policies.map(({ tablename }) => tablename)).toEqual(tables);
    for (const { tablename, cmd, qual, with_check } of policies) {
      const column = tablename === 'municipalities' ? 'id' : 'municipality_id';
      const own = `(${column} = (NULLIF(current_setting('app.municipality_id'::text, true), ''::text))::uuid)`;
      const searched = `(folded %> NULLIF(current_setting('app.searched_for'::text, true), ''::text))`;
      const expected =
        tablename === ANSWERS_ONLY ? ['SELECT', `(${own} AND ${searched})`, null] : ['ALL', own, own];
      expect([tablename, cmd, qual, with_check]).toEqual([tablename, ...expected]);
    }
  });

  test('names the municipality in its key and in every foreign key', async () => {
    const loose = await database.really<{ conname: string }>(
      `SELECT conrelid::regclass || '.' || conname AS conname FROM pg_constraint c
       WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f')
         AND conrelid::regclass::text = ANY($1) AND conrelid <> 'municipalities'::regclass
         AND NOT EXISTS (SELECT FROM pg_attribute a
           WHERE a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) AND a.attname = 'municipality_id')`,
      [tables],
    );
    expect(loose).toEqual([]);
  });

  test('has rows that only its own municipality sees, by raw SQL too', async () => {
    const seen = await asApp(async (client) => {
      const counts: Record<string, [number, number, number]> = {};
      for (const table of tables) {
        const count = async (municipalityId: string | null): Promise<number> => {
          await client.query('BEGIN');
          if (municipalityId)
            await client.query(`SELECT set_config('app.municipality_id', $1, true)`, [municipalityId]);
          if (table === ANSWERS_ONLY)
            await client.query(`SELECT set_config('app.searched_for', 'frugtlageret', true)`);
          const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
          await client.query('COMMIT');
          return rows[0]!.n;
        };
        counts[table] = [
          await count(null),
          await count(there.municipalityId),
          await count(here.municipalityId),
        ];
      }
      return counts;
    });
    for (const [table, [withoutContext, own]] of Object.entries(seen)) {
      expect([table, withoutContext]).toEqual([table, 0]);
      expect([table, own]).not.toEqual([table, 0]);
    }
    const onlyThere = ['ladders', 'shifts', 'escalations', 'tasks', 'messages', 'inbound_sms', 'access_log'];
    for (const table of onlyThere) expect([table, seen[table]![2]]).toEqual([table, 0]);
  });

  test('takes no foreign rows and lets none be changed or moved', async () => {
    await asApp(async (client) => {
      const attempt = async (sql: string, parameters: unknown[] = []): Promise<number | string> => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.municipality_id', $1, true)`, [here.municipalityId]);
        try {
          return (await client.query(sql, parameters)).rowCount ?? 0;
        } catch (error) {
          return (error as Error).message;
        } finally {
          await client.query('ROLLBACK');
        }
      };
      const refused = /row-level security|permission denied/;
      for (const table of tables) {
        const column = table === 'municipalities' ? 'id' : 'municipality_id';
        for (const sql of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`]) {
          const changed = await attempt(`${sql} WHERE ${column} = $1`, [there.municipalityId]);
          if (changed !== 0) expect([table, changed]).toEqual([table, expect.stringMatching(refused)]);
        }
      }
      expect(await attempt('UPDATE citizens SET municipality_id = $1', [there.municipalityId])).toMatch(
        refused,
      );
      const stolen = await attempt(
        `INSERT INTO events (id, municipality_id, type, payload) VALUES (gen_random_uuid(), $1, 'SmallJobPosted', '{}')`,
        [there.municipalityId],
      );
      expect(stolen).toMatch(refused);
    });
  });

  test('cannot point into another municipality', async () => {
    const foreign = here.rows.shift(there.agreement);
    await expect(here.inside((unit) => unit.shifts.insert(foreign))).rejects.toThrow(/foreign key/);
  });
});

test('the setting does not outlive its transaction: two municipalities on two connections, with aborts', async () => {
  const dataSource = await createDataSource({ url: database.appUrl, poolSize: 2 }).initialize();
  const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
  const strangers = (place: Workplace) =>
    transactor.inMunicipality(place.municipalityId, async (unit) => {
      const rows = await unit.citizens.list();
      if (Math.random() < 0.3) throw new Error('aborted');
      return rows.filter(({ municipalityId }) => municipalityId !== place.municipalityId).length;
    });
  const withoutContext = () =>
    dataSource
      .query<[{ n: number; left: string | null }]>(
        `SELECT count(*)::int AS n, NULLIF(current_setting('app.municipality_id', true), '') AS left FROM citizens`,
      )
      .then(([{ n, left }]) => (left === null ? n : -1));
  const runs = Array.from({ length: 600 }, (_, at) =>
    at % 3 === 0 ? withoutContext() : strangers(at % 3 === 1 ? here : there),
  );
  const results = await Promise.allSettled(runs);
  const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(new Set(answers)).toEqual(new Set([0]));
  expect(answers.length).toBeLessThan(600);
  await dataSource.destroy();
});

test('the application signs in as nobody special, and start-up refuses anybody who is', async () => {
  await refuseUnsafeRole(database.dataSource);
  for (const [url, fault] of [
    [database.ownerUrl, /owns \d+ tables/],
    [database.adminUrl, /is a superuser and has BYPASSRLS/],
  ] as const) {
    const unsafe = await createDataSource({ url }).initialize();
    await expect(refuseUnsafeRole(unsafe)).rejects.toThrow(fault);
    await unsafe.destroy();
  }
});

test('the owner is bound too', async () => {
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query('SELECT * FROM citizens');
    expect(rows).toEqual([]);
  });
});

const asApp = <R>(work: (client: pg.Client) => Promise<R>): Promise<R> => withClient(database.appUrl, work);
