import { DatabaseHealth } from './health.js';

/** What this code maps, said structurally: only persistence knows what it is made of. */
export interface Mapped {
  readonly entityMetadatas: readonly { tableName: string; columns: readonly { databaseName: string }[] }[];
}

/** Whom the database is asked through. */
export interface Asked {
  /** Rejects when it does not answer in time. */
  query<T>(sql: string): Promise<T>;
}

const COLUMNS = `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;

/**
 * The database is current when it has every column this code maps. A newer database is current too: while a
 * deployment is under way the old process goes on serving (expand first, contract later).
 */
export class MappedDatabase extends DatabaseHealth {
  private complete = false;

  constructor(
    private readonly mapped: Mapped,
    private readonly database: Asked,
  ) {
    super();
  }

  async migrationsAreCurrent(): Promise<boolean> {
    if (this.complete) await this.database.query('SELECT 1');
    else this.complete = await this.hasEveryColumn();
    return this.complete;
  }

  private async hasEveryColumn(): Promise<boolean> {
    const there = new Set((await this.database.query<{ name: string }[]>(COLUMNS)).map(({ name }) => name));
    return this.mapped.entityMetadatas.every(({ tableName, columns }) =>
      columns.every(({ databaseName }) => there.has(`${tableName}.${databaseName}`)),
    );
  }
}
