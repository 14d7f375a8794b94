import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDataSource } from '#persistence';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

/**
 * Tolerated: what the migrations make and the mapping need not know. Indexes, constraints and foreign keys
 * live in SQL only, so TypeORM would drop them; nothing in the product ever lets it.
 */
const belongsToTheMigrations = /^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT)/;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the mapping and the migrated tables agree on every table, column, type and null', async () => {
  const dataSource = await createDataSource({ url: database.ownerUrl }, 'owner').initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const drift = upQueries.map(({ query }) => query).filter((query) => !belongsToTheMigrations.test(query));
    expect(drift).toEqual([]);
  } finally {
    await dataSource.destroy();
  }
});
