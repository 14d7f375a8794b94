import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '../../../demo/src/database/index.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase(2);
});
afterAll(() => database.close());

test.each([
  'events',
  'escalation_entries',
  'access_log',
  'consents',
  'notes',
  'broker_handovers',
  'search_texts',
  'ladder_versions',
  'own_texts',
  'setting_changes',
])('nobody rewrites %s', async (table) => {
  for (const url of [database.appUrl, database.dispatchUrl]) {
    await withClient(url, async (client) => {
      for (const sql of [
        `UPDATE ${table} SET municipality_id = municipality_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
      }
    });
  }
});

test('what must be logged and cannot be is not shown', async () => {
  const { inside, citizen } = await database.workplace();
  await database.really('ALTER TABLE access_log RENAME TO access_log_away');
  try {
    const reading = inside(async (unit) => {
      const read = await unit.citizens.find(citizen.id);
      await unit.logAccess({
        who: 'Mette',
        staffId: null,
        companyId: null,
        citizenIds: [citizen.id],
        kind: 'shown',
        purpose: 'citizen.show',
      });
      return read;
    });
    await expect(reading).rejects.toMatchObject({ code: 'access-log.unavailable', kind: 'unavailable' });
  } finally {
    await database.really('ALTER TABLE access_log_away RENAME TO access_log');
  }
});
