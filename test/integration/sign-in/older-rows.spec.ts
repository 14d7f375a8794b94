import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createDataSource, migrate } from '#persistence';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase(2);
});
afterAll(() => database.close());

const exists = async (table: string): Promise<boolean> =>
  (await database.really<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [table]))[0]!
    .found;

it('rows from before get what they need: contacts become users, keys in use are listed', async () => {
  const place = await database.workplace();
  const email = { ...place.company, contact: { ...place.company.contact, email: 'ALI@Frugt.example' } };
  await place.inside(async (unit) => {
    await unit.companies.update(email);
    await unit.enlist({
      kind: 'api-key',
      key: 'a'.repeat(64),
      subjectId: place.staff.id,
      details: { role: 'leader', staffId: place.staff.id, name: 'Mette Holm' },
    });
    await unit.enlist({
      kind: 'api-key',
      key: 'b'.repeat(64),
      subjectId: 'x',
      details: { role: 'leader', staffId: 'gone' },
    });
  });
  const owner = await createDataSource({ url: database.ownerUrl }, 'owner').initialize();
  try {
    while (await exists('company_users')) await owner.undoLastMigration();
  } finally {
    await owner.destroy();
  }
  await migrate(database.ownerUrl);
  expect(await place.inside((unit) => unit.companyUsers.list())).toEqual([
    expect.objectContaining({
      companyId: place.company.id,
      name: 'Ali Demir',
      email: 'ali@frugt.example',
      active: true,
    }),
  ]);
  expect(await place.inside((unit) => unit.apiKeys.list())).toEqual([
    expect.objectContaining({
      keyHash: 'a'.repeat(64),
      role: 'leader',
      staffId: place.staff.id,
      name: 'Mette Holm',
    }),
  ]);
  const shut = await database.really<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relname IN ('companies', 'company_users', 'staff', 'api_keys', 'municipalities')
       AND relforcerowsecurity ORDER BY relname`,
  );
  expect(shut.map(({ relname }) => relname)).toHaveLength(5);
});
