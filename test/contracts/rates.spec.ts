import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RateTable } from '#domain';
import { createDataSource, knownRates, StoredRates } from '#persistence';
import type { Rates } from '#use-cases';
import { InMemoryRates } from '../fakes/index.js';
import { createTestDatabase } from '../support/postgres-cluster.js';
import { databases, type DatabaseUnderTest } from './databases.js';
import { municipality } from './rows.js';

interface RatesUnderTest {
  rates: Rates;
  close(): Promise<void>;
}

const stores: [string, () => Promise<RatesUnderTest>][] = [
  ['in memory', async () => ({ rates: new InMemoryRates(knownRates()), close: async () => undefined })],
  [
    'PostgreSQL',
    async () => {
      const database = await createTestDatabase();
      const dataSource = await createDataSource({ url: database.appUrl }).initialize();
      const close = async () => {
        await dataSource.destroy();
        await database.drop();
      };
      return { rates: new StoredRates(dataSource), close };
    },
  ],
];

/** What the product brings, on a day; the same whoever is asked. */
function expectTheRatesOf2026(table: RateTable): void {
  expect(table.on).toBe('2026-11-22');
  expect(table.find('municipal-tax', '0630')).toEqual({
    key: 'municipal-tax',
    scope: '0630',
    from: '2026-01-01',
    to: '2026-12-31',
    value: 234_000,
    status: 'V2',
    source: expect.any(String),
    note: null,
  });
  expect(table.need('income-basis').value).toBe('after-am');
  expect(table.find('benefit', 'hjemmeboende')).toMatchObject({ value: null, to: null });
  expect(table.find('wage-minimum', 'lager')?.value).toBe(15_845);
  expect(table.all('municipal-tax')).toHaveLength(98);
}

describe.each(stores)('rates %s', (_name, open) => {
  let store: RatesUnderTest;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test('are those of the day, with what is not known', async () => {
    expectTheRatesOf2026(await store.rates.on('2026-11-22'));
  });

  test('change with the day, first and last day included', async () => {
    const lager = async (day: string) => (await store.rates.on(day)).find('wage-minimum', 'lager')?.value;
    expect([await lager('2026-02-28'), await lager('2026-03-01')]).toEqual([15_370, 15_845]);
    expect([await lager('2027-02-28'), await lager('2027-03-01')]).toEqual([15_845, 16_295]);
    expect((await store.rates.on('1999-01-01')).rates).toEqual([]);
  });

  test('know today', async () => {
    expect(await store.rates.today()).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});

describe.each(databases)('rates within a transaction %s', (name, open) => {
  let database: DatabaseUnderTest;
  beforeAll(async () => {
    database = await open();
    if (name === 'in memory') Object.assign(database.transactor, { rates: knownRates() });
  });
  afterAll(() => database.close());

  test('are the same for every municipality', async () => {
    for (const here of [municipality(), municipality()]) {
      await database.found(here);
      await database.transactor.inMunicipality(here.id, async (unit) => {
        expectTheRatesOf2026(await unit.rates('2026-11-22'));
      });
    }
  });
});
