import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import type { Transactor } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';
import { workplaceIn, type Workplace } from '../../contracts/workplace.js';

export interface OpenDatabase extends TestDatabase {
  dataSource: DataSource;
  transactor: Transactor;
  /** A municipality with one citizen at work in it. */
  workplace(): Promise<Workplace>;
  /** As the superuser, whom no policy binds: to see what is really there. */
  really: <Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
  close(): Promise<void>;
}

export async function openDatabase(poolSize = 10): Promise<OpenDatabase> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ url: database.appUrl, poolSize }).initialize();
  const transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
  const register = new MunicipalityRegister(dataSource);
  return {
    ...database,
    dataSource,
    transactor,
    workplace: () => workplaceIn({ transactor, found: (municipality) => register.found(municipality) }),
    really: <Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]) =>
      withClient(database.adminUrl, async (client) => (await client.query<Row>(sql, parameters)).rows),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
