import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemActor, Temporal } from '#domain';
import { createDataSource, TimeOrderedIds, TypeormTransactor } from '#persistence';
import { MatchingIndexes, RankCandidates, type UnitOfWork } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { seedDemoPeople, type DemoPeople } from '../../../demo/src/people/seed.js';
import { municipalityId } from '../../../demo/src/people/town.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';
import { noFaults } from '../../fakes/index.js';

const vejle = municipalityId('vejle');
const samsoe = municipalityId('samsoe');
const secretKey = 'a secret of the demo that is long enough';

const seedIn = ({ appUrl, ownerUrl }: TestDatabase, secret = secretKey): Promise<DemoPeople> =>
  seedDemoPeople({ databaseUrl: appUrl, ownerUrl, secretKey: secret });

type Rows = Awaited<ReturnType<typeof everything>>;

const everything = async (unit: UnitOfWork) => ({
  municipality: await unit.municipality(),
  staff: await unit.staff.list(),
  ladders: await unit.ladders.list(),
  companies: await unit.companies.list(),
  smallJobs: await unit.smallJobs.list(),
  citizens: await unit.citizens.list(),
  agreements: await unit.agreements.list(),
  shifts: await unit.shifts.list({}, { order: [{ by: 'startsAt' }] }),
  messages: await unit.messages.list(),
});

describe('the people of the demo', () => {
  let database: TestDatabase;
  let seeded: DemoPeople;
  let transactor: TypeormTransactor;
  let rows: Rows;
  let others: Rows;
  let close: () => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    seeded = await seedIn(database);
    const dataSource = await createDataSource({ url: database.appUrl, poolSize: 2 }).initialize();
    transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    rows = await transactor.inMunicipality(vejle, everything);
    others = await transactor.inMunicipality(samsoe, everything);
    close = async () => {
      await dataSource.destroy();
      await database.drop();
    };
  });
  afterAll(() => close());

  /** What the superuser counts, over both municipalities. */
  const count = async (sql: string): Promise<number> =>
    withClient(database.adminUrl, async (client) => {
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${sql}`);
      return Number(rows[0]?.count);
    });

  test('are as many as promised, and marked as a demo', () => {
    const size = ({ staff, companies, smallJobs, citizens, ladders }: Rows): number[] =>
      [staff, companies, smallJobs, citizens, ladders].map(({ length }) => length);
    expect(size(rows)).toEqual([8, 14, 40, 300, 2]);
    expect(size(others)).toEqual([2, 2, 3, 12, 2]);
    expect([rows.municipality.code, others.municipality.code]).toEqual(['0630', '0741']);
    const named = [rows.municipality, others.municipality, ...rows.companies, ...others.companies];
    expect(named.filter(({ name }) => !name.endsWith('(demo)'))).toEqual([]);
    const statuses = rows.smallJobs.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'open').length).toBeGreaterThan(25);
    expect(new Set(statuses)).toEqual(new Set(['open', 'draft', 'paused', 'filled', 'closed']));
  });

  test('have no civil registration numbers', async () => {
    expect(await count('citizens WHERE cpr_sealed IS NOT NULL')).toBe(0);
    const text = JSON.stringify([rows, others]).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    expect(text.match(/(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/g)).toBeNull();
  });

  test('share a phone here and there, and an SMS from it leads to both', async () => {
    const [nadia, amir] = rows.citizens.filter(({ name }) => /^(Nadia|Amir) Rahimi$/.test(name));
    expect(nadia?.phone).toBe(amir?.phone);
    const led = `directory WHERE kind = 'phone' AND subject_id IN ('${nadia?.id}', '${amir?.id}')`;
    expect(await count(`(SELECT key FROM ${led} GROUP BY key HAVING count(*) = 2) AS shared`)).toBe(1);
  });

  test('fit the fruit warehouse as the product ranks them', async () => {
    const boxes = rows.smallJobs.find(({ title }) => title === 'Tomme kasser på frugtlageret')!;
    const rank = new RankCandidates(
      new MatchingIndexes(transactor, { mostBytes: 1e8 }, noFaults),
      new TimeOrderedIds(),
    );
    const wish = { scope: 'municipality' as const, limit: 500, excluded: true };
    const ranking = await rank.execute(boxes.id, wish, systemActor(vejle));
    const jonas = rows.citizens.find(({ name }) => name === 'Jonas Hansen')!;
    expect(ranking.eligible).toBeGreaterThanOrEqual(5);
    expect(ranking.ranked[0]?.citizenId).toBe(jonas.id);
    const failed = ranking.excluded.flatMap((one) => one.failed.map(({ constraint }) => constraint));
    expect(new Set(failed).size).toBeGreaterThanOrEqual(8);
    expect(failed).toContain('overlap');
  });

  test('write to nobody and have nothing due within the hour', async () => {
    // What stands on Mette's desk went wrong long ago, and is not sent again by itself.
    const waits = [...rows.messages, ...others.messages].filter(({ state }) =>
      ['queued', 'sending'].includes(state),
    );
    expect(waits).toEqual([]);
    expect(await count('events')).toBe(0);
    expect(await count(`due_jobs WHERE job = 'shift.check-evidence'`)).toBeGreaterThan(50);
    expect(await count(`due_jobs WHERE due_at < clock_timestamp() + interval '1 hour'`)).toBe(0);
    const first = rows.shifts.find(({ state }) => state === 'planned')!;
    expect(Temporal.Now.instant().until(first.startsAt).total('hours')).toBeGreaterThan(35.9);
  });

  test('are let in by keys that lead to who they say', async () => {
    const mette = rows.staff.find(({ name }) => name === 'Mette Holm')!;
    const holder = async (key: string): Promise<unknown[]> => {
      const hits = await transactor.lookUp('api-key', createHash('sha256').update(key).digest('hex'));
      return hits.flatMap(({ municipalityId: place, details }) => [place, details?.role, details?.staffId]);
    };
    const { consultant, leader, employer, integration, otherMunicipality } = seeded.keys;
    expect(await holder(consultant)).toEqual([vejle, 'consultant', mette.id]);
    expect(await holder(leader)).toEqual([vejle, 'leader', expect.any(String)]);
    expect(await holder(employer)).toEqual([vejle, 'employer', undefined]);
    expect(await holder(integration)).toEqual([vejle, 'integration', undefined]);
    expect(await holder(otherMunicipality)).toEqual([samsoe, 'consultant', others.staff[0]?.id]);
    expect(await count(`directory WHERE key LIKE 'demo%' OR key ~ '[^0-9a-f]'`)).toBe(0);
  });

  test('are the same in every demo, and the same again at the next start', async () => {
    const other = await createTestDatabase();
    await seedIn(other, `${secretKey}, another`);
    const dataSource = await createDataSource({ url: other.appUrl, poolSize: 1 }).initialize();
    const elsewhere = new TypeormTransactor(dataSource, new TimeOrderedIds());
    const there = await elsewhere.inMunicipality(vejle, everything);
    await dataSource.destroy();
    await other.drop();
    // Dates go by the day of the start, which a test at midnight must not trip over.
    const same = ({ citizens, smallJobs, companies, agreements }: Rows) => ({
      people: citizens.map(({ id, name, jobGoals }) => ({ id, name, jobGoals })),
      places: [...smallJobs, ...companies, ...agreements].map(({ id }) => id),
    });
    expect(same(there)).toEqual(same(rows));

    expect(await seedIn(database)).toEqual(seeded);
    expect(await transactor.inMunicipality(vejle, everything)).toEqual(rows);
  });

  test('find their doors again when the secret has changed', async () => {
    const phones = await count(`directory WHERE kind = 'phone'`);
    const { keys } = await seedIn(database, `${secretKey}, moved`);
    expect(keys.consultant).not.toBe(seeded.keys.consultant);
    expect(await count(`directory WHERE kind = 'api-key'`)).toBe(10);
    expect(await count(`directory WHERE kind = 'phone'`)).toBe(2 * phones);
  });
});
