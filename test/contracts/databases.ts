import type { Holidays, Municipality } from '#domain';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import type { Transactor } from '#use-cases';
import { InMemoryTransactor } from '../fakes/index.js';
import { createTestDatabase } from '../support/postgres-cluster.js';

export interface DatabaseUnderTest {
  transactor: Transactor;
  found(municipality: Municipality): Promise<void>;
  /** The events of a municipality, as type and payload, and its jobs that wait. */
  events(municipalityId: string): Promise<object[]>;
  waitingJobs(municipalityId: string): Promise<{ job: string; subjectId: string; dueAt: string }[]>;
  accessLog(municipalityId: string): Promise<{ who: string; citizenIds: readonly string[] | 'everybody' }[]>;
  close(): Promise<void>;
}

/** Each contract runs against both: what the fake promises, PostgreSQL must keep. */
export const databases: [string, () => Promise<DatabaseUnderTest>][] = [
  ['in memory', inMemory],
  ['PostgreSQL', inPostgres],
];

async function inMemory(): Promise<DatabaseUnderTest> {
  const transactor = new InMemoryTransactor();
  transactor.holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01']) satisfies Holidays;
  const own = <Row extends { municipalityId: string }>(
    rows: Row[],
    id: string,
  ): Omit<Row, 'municipalityId'>[] =>
    rows.filter((row) => row.municipalityId === id).map(({ municipalityId: _, ...row }) => row);
  return {
    transactor,
    found: async (municipality) => transactor.found(municipality),
    events: async (id) => own(transactor.events, id),
    waitingJobs: async (id) =>
      own(transactor.dueJobs, id).map(({ job, subjectId, dueAt }) => ({
        job,
        subjectId,
        dueAt: String(dueAt),
      })),
    accessLog: async (id) =>
      own(transactor.accessLog, id).map(({ who, citizenIds }) => ({ who, citizenIds })),
    close: async () => undefined,
  };
}

async function inPostgres(): Promise<DatabaseUnderTest> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ url: database.appUrl, poolSize: 5 }).initialize();
  const register = new MunicipalityRegister(dataSource);
  const read = <Row>(municipalityId: string, sql: string): Promise<Row[]> =>
    dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.municipality_id', $1, true)`, [municipalityId]);
      return manager.query<Row[]>(sql);
    });
  return {
    transactor: new TypeormTransactor(dataSource, new TimeOrderedIds()),
    found: (municipality) => register.found(municipality),
    events: async (id) => {
      const rows = await read<{ type: string; payload: object }>(
        id,
        'SELECT type, payload FROM events ORDER BY id',
      );
      return rows.map(({ type, payload }) => ({ type, ...payload }));
    },
    waitingJobs: async (id) => {
      const rows = await read<{ job: string; subjectId: string; dueAt: Date }>(
        id,
        `SELECT job, subject_id AS "subjectId", due_at AS "dueAt" FROM due_jobs WHERE done_at IS NULL ORDER BY id`,
      );
      return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString().replace('.000Z', 'Z') }));
    },
    accessLog: (id) =>
      read(
        id,
        `SELECT who, CASE WHEN everybody THEN '"everybody"' ELSE to_jsonb(citizen_ids) END AS "citizenIds"
         FROM access_log ORDER BY id`,
      ),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
