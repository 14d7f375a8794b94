import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import pg from 'pg';
import { withFewRoundTrips } from '#persistence';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await openDatabase();
  await database.really('CREATE TABLE shelves (id int PRIMARY KEY, label text)');
  await database.really('GRANT SELECT, INSERT ON shelves TO PUBLIC');
});
afterAll(() => database.close());
beforeEach(async () => {
  const Client = withFewRoundTrips(pg.Client);
  client = new Client({ connectionString: database.appUrl, pipeline: true });
  client.on('error', () => undefined);
  await client.connect();
});
afterEach(() => client.end());

const threeTimes = async (text: string, values: unknown[]): Promise<void> => {
  for (let at = 0; at < 3; at++) await client.query(text, values);
};
const kept = async (): Promise<string[]> => {
  const { rows } = await client.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
  return rows.map(({ statement }) => statement);
};

describe('what PostgreSQL keeps the plan of', () => {
  it('is what a connection meets often', async () => {
    const text = 'SELECT label FROM shelves WHERE id = $1';
    await client.query(text, [1]);
    await client.query(text, [2]);
    expect(await kept()).toEqual([]);
    await client.query(text, [3]);
    expect(await kept()).toEqual([text]);
  });

  it('is nothing that leaves the columns open, and counting does not', async () => {
    await threeTimes('SELECT * FROM shelves WHERE id = $1', [1]);
    await threeTimes('SELECT s.* FROM shelves s WHERE id = $1', [1]);
    await threeTimes('INSERT INTO shelves VALUES ($1) ON CONFLICT DO NOTHING RETURNING *', [1]);
    await threeTimes('SELECT count(*) FROM shelves WHERE id = $1', [1]);
    expect(await kept()).toEqual(['SELECT count(*) FROM shelves WHERE id = $1']);
  });

  it('outlives a migration that adds a column', async () => {
    const text = 'SELECT label FROM shelves WHERE id = $1';
    await threeTimes(text, [1]);
    await database.really('ALTER TABLE shelves ADD COLUMN IF NOT EXISTS width int');
    expect((await client.query(text, [1])).rows).toEqual([{ label: null }]);
  });

  it('is given up when a column has another type: the second try is well', async () => {
    const text = 'SELECT height FROM shelves WHERE id = $1';
    await database.really('ALTER TABLE shelves ADD COLUMN height int');
    await threeTimes(text, [1]);
    await database.really('ALTER TABLE shelves ALTER COLUMN height TYPE bigint');
    await expect(client.query(text, [1])).rejects.toMatchObject({ code: '0A000' });
    expect((await client.query(text, [9])).rows).toEqual([]);
  });

  it('is given up for whoever uses callbacks too', async () => {
    const pool = new pg.Pool({
      connectionString: database.appUrl,
      max: 1,
      Client: withFewRoundTrips(pg.Client),
      pipeline: true,
    });
    const ask = () => pool.query('SELECT depth FROM shelves WHERE id = $1', [9]);
    await database.really('ALTER TABLE shelves ADD COLUMN depth int');
    for (let at = 0; at < 3; at++) await ask();
    await database.really('ALTER TABLE shelves ALTER COLUMN depth TYPE bigint');
    await expect(ask()).rejects.toMatchObject({ code: '0A000' });
    expect((await ask()).rows).toEqual([]);
    await pool.end();
  });

  it('has an end: lists of every length are statements of their own', async () => {
    for (let length = 1; length <= 200; length++) {
      const places = Array.from({ length }, (_, at) => `$${at + 1}::int`).join(', ');
      const values = Array.from({ length }, (_, at) => at);
      await threeTimes(`SELECT label FROM shelves WHERE id IN (${places})`, values);
    }
    expect(await kept()).toHaveLength(150);
  });
});

describe('what is asked for in one turn', () => {
  it('goes out in one writing, the beginning of its transaction too', async () => {
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    let writings = 0;
    for (const way of ['_write', '_writev'] as const) {
      const write = stream[way]!.bind(stream) as (...args: unknown[]) => void;
      stream[way] = (...args: unknown[]) => {
        writings += 1;
        write(...args);
      };
    }
    await client.query('START TRANSACTION');
    const answers = await Promise.all([1, 2, 3].map((id) => client.query('SELECT $1::int AS id', [id])));
    expect(answers.map(({ rows }) => (rows as { id: number }[])[0]!.id)).toEqual([1, 2, 3]);
    expect(writings).toBe(1);
    expect((await client.query(`SELECT now() = statement_timestamp() AS alone`)).rows).toEqual([
      { alone: false },
    ]);
    await client.query('ROLLBACK');
  });

  it('fails with the first fault, and a rollback leaves nothing of it', async () => {
    await client.query('START TRANSACTION');
    const insert = (id: number) => client.query('INSERT INTO shelves (id) VALUES ($1)', [id]);
    await expect(Promise.all([insert(70), insert(70), insert(71)])).rejects.toMatchObject({ code: '23505' });
    await client.query('ROLLBACK');
    expect((await client.query('SELECT id FROM shelves WHERE id >= 70')).rows).toEqual([]);
  });
});

it('a transaction that could not begin is told by its first statement', async () => {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await database.really('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await client.query('START TRANSACTION');
  await expect(client.query('SELECT 1')).rejects.toThrow();
});

it('outside a transaction nothing of a municipality is seen or written', async () => {
  const { municipalityId } = await database.workplace();
  await client.query(`SELECT set_config('app.municipality_id', $1, true)`, [municipalityId]);
  expect((await client.query('SELECT id FROM citizens')).rows).toEqual([]);
  await expect(
    client.query(`INSERT INTO teams (id, municipality_id, name) VALUES (gen_random_uuid(), $1, 'A')`, [
      municipalityId,
    ]),
  ).rejects.toThrow(/row-level security/);
});
