import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const LOCK = 'fodfaeste-migrations';
const PATIENCE_MS = 60_000;

/** Runs `work` while no other process migrates this database; waits a minute for one that does. */
export async function withMigrationLock<R>(dataSource: DataSource, work: () => Promise<R>): Promise<R> {
  const runner = dataSource.createQueryRunner();
  const ask = async (what: string): Promise<boolean> => {
    const sql = `SELECT ${what}(hashtextextended($1, 0)) AS yes`;
    const [row] = (await runner.query(sql, [LOCK])) as [{ yes: boolean }];
    return row.yes;
  };
  const end = Date.now() + PATIENCE_MS;
  try {
    while (!(await ask('pg_try_advisory_lock'))) {
      if (Date.now() > end) throw new Error('Another process has been migrating this database for a minute.');
      await sleep(200);
    }
    try {
      return await work();
    } finally {
      await ask('pg_advisory_unlock');
    }
  } finally {
    await runner.release();
  }
}
