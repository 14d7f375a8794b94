import { expect, test } from '@jest/globals';
import { withClient } from '../../../demo/src/database/index.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';

test('a test database is made in a moment, apart from every other, for users whom policies bind', async () => {
  const began = Date.now();
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(Date.now() - began).toBeLessThan(5_000);

  expect(one.appUrl).not.toBe(other.appUrl);
  for (const url of [one.appUrl, one.dispatchUrl, one.ownerUrl]) {
    const { rows } = await withClient(url, (client) =>
      client.query('SELECT rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user'),
    );
    expect(rows).toEqual([{ free: false }]);
  }
  await Promise.all([one.drop(), other.drop()]);
});
