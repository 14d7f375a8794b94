import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Dispatch } from '#persistence';
import { Wire } from '../../crash/proxy.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

let database: TestDatabase;
let wire: Wire;
let url: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const address = new URL(database.dispatchUrl);
  wire = new Wire(Number(address.port));
  address.port = String(await wire.open());
  url = address.href;
});
afterAll(async () => {
  wire.close();
  await database.drop();
});

test('a line that is dead and not broken is given up, and the next question goes over a new one', async () => {
  const dispatch = new Dispatch({ url, poolSize: 1, silenceMs: 500 });
  expect(await dispatch.municipalityIds()).toEqual([]);
  wire.disturb('half-open');
  await expect(dispatch.municipalityIds()).rejects.toThrow('the database does not answer');
  wire.mend();
  expect(await dispatch.municipalityIds()).toEqual([]);
  await dispatch.close();
}, 20_000);
