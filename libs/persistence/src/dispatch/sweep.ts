import type { Pool } from 'pg';
import { dueJobColumns, dueJobOf, type DueJob, type DueJobRow } from './due-job.js';

/**
 * Jobs that should have begun so many seconds ago, and jobs whose claim ran out: the queue lost them, or the
 * worker died. Each is handed out once per that time, and the row remembers that it had to be repaired.
 */
export async function takeOverdue(
  pool: Pool,
  { olderThanSeconds, limit }: { olderThanSeconds: number; limit: number },
): Promise<DueJob[]> {
  const { rows } = await pool.query<DueJobRow>(
    `UPDATE due_jobs SET repaired_at = clock_timestamp()
     WHERE id IN (
       SELECT id FROM due_jobs
       WHERE done_at IS NULL AND failed_at IS NULL
         AND coalesce(retry_at, due_at) <= statement_timestamp()
         AND (claimed_until <= statement_timestamp() OR claimed_until IS NULL
           AND coalesce(retry_at, due_at) <= statement_timestamp() - make_interval(secs => $1))
         AND (repaired_at IS NULL OR repaired_at <= statement_timestamp() - make_interval(secs => $1))
       ORDER BY coalesce(retry_at, due_at) LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     RETURNING ${dueJobColumns}`,
    [olderThanSeconds, limit],
  );
  return rows.map(dueJobOf);
}

const SWEEPER_LOCK = 'fodfaeste-sweeper';

/**
 * Runs `work` in one process at a time. The lock hangs on the connection: when the process or the database
 * dies, it is free. @returns undefined when another process has it.
 */
export async function withSweeperLock<R>(pool: Pool, work: () => Promise<R>): Promise<R | undefined> {
  const client = await pool.connect();
  const ask = async (what: string): Promise<boolean> => {
    const sql = `SELECT ${what}(hashtextextended($1, 0)) AS yes`;
    const { rows } = await client.query<{ yes: boolean }>(sql, [SWEEPER_LOCK]);
    return rows[0]?.yes ?? false;
  };
  let clean = false;
  try {
    if (!(await ask('pg_try_advisory_lock'))) {
      clean = true;
      return undefined;
    }
    try {
      return await work();
    } finally {
      clean = await ask('pg_advisory_unlock');
    }
  } finally {
    // Closing the connection is what surely gives the lock back.
    client.release(!clean);
  }
}
