import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withClient } from '../../../demo/src/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

const program = join(import.meta.dirname, '../../../dist/apps/worker/src/begin.js');
const wish = [
  '--code',
  '0766',
  '--name',
  'Prøvekøbing',
  '--leader',
  'Lis Leder',
  '--phone',
  '+4520000009',
  '--email',
  'lis@example.dk',
  '--no-da',
  'Ingenting sker.',
  '--no-en',
  'Nothing happens.',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const begin = (args: string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: database.appUrl,
      SECRET_KEY: 'a-secret-key-of-at-least-32-characters',
    },
    encoding: 'utf8',
  });
const count = (table: string) =>
  withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return rows[0]!.n;
  });

it('says what is missing, and makes nothing', async () => {
  const { status, stderr } = begin(wish.slice(0, 4));
  expect(status).toBe(1);
  expect(stderr).toMatch(/--leader is missing/);
  expect(await count('municipalities')).toBe(0);
});

it('makes a municipality with a leader and a key that is stored as a hash only; twice makes nothing new', async () => {
  const first = begin(wish);
  expect(first.stderr).toBe('');
  const key = /fod_[\w-]{32}/.exec(first.stdout)![0];
  expect(begin(wish).stdout).toMatch(/nothing was changed/);
  expect([await count('municipalities'), await count('staff')]).toEqual([1, 1]);
  const found = await withClient(database.adminUrl, (client) =>
    client.query('SELECT details FROM directory WHERE kind = $1 AND key = encode(sha256($2::bytea), $3)', [
      'api-key',
      key,
      'hex',
    ]),
  );
  expect(found.rows).toEqual([{ details: expect.objectContaining({ role: 'leader', name: 'Lis Leder' }) }]);
});
