import type { Pool } from 'pg';
import { dueJobColumns, dueJobOf, type DueJob, type DueJobRow } from './due-job.js';

const SWEEPER_LOCK = 'fodfaeste-sweeper';

export interface OverdueWish {
  olderThanSeconds: number;
  /** What was handed out is handed out again when it has not begun for so long; as `olderThanSeconds` unless it is said. */
  againAfterSeconds?: number;
  limit: number;
}

/**
 * Jobs that should have begun so many seconds ago, and jobs whose claim ran out: the queue lost them, or the
 * worker died. Each is handed out once per that time, and the row remembers that it had to be repaired.
 *
 * Of several sweepers one looks at a time. The lock ends with this statement and is not held while what was found is
 * done: a sweeper that is stopped, or whose network is gone, would keep everybody from sweeping until its connection
 * is known to be dead, which may take hours.
 */
export async function takeOverdue(
  pool: Pool,
  { olderThanSeconds, againAfterSeconds = olderThanSeconds, limit }: OverdueWish,
): Promise<DueJob[]> {
  const { rows } = await pool.query<DueJobRow>(
    `UPDATE due_jobs SET repaired_at = clock_timestamp()
     WHERE id IN (
       SELECT id FROM due_jobs
       WHERE (SELECT pg_try_advisory_xact_lock(hashtextextended($3, 0)))
         AND done_at IS NULL AND failed_at IS NULL
         AND coalesce(retry_at, due_at) <= statement_timestamp()
         AND (claimed_until <= statement_timestamp() OR claimed_until IS NULL
           AND coalesce(retry_at, due_at) <= statement_timestamp() - make_interval(secs => $1))
         AND (repaired_at IS NULL OR repaired_at <= statement_timestamp() - make_interval(secs => $4))
       ORDER BY coalesce(retry_at, due_at) LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     RETURNING ${dueJobColumns}`,
    [olderThanSeconds, limit, SWEEPER_LOCK, againAfterSeconds],
  );
  return rows.map(dueJobOf);
}
