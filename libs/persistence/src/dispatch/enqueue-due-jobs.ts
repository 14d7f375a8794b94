import type { Pool } from 'pg';
import { dueJobColumns, dueJobOf, type DueJobRow, type SoonDueJob } from './due-job.js';

export interface TakenJobs {
  jobs: SoonDueJob[];
  /** When the queue did not take them: they are offered again. */
  putBack: () => Promise<void>;
}

/**
 * Takes jobs that are due, or will be within so many seconds, and that no queue knows of yet.
 *
 * They are marked as enqueued before the queue has them. The other way round, a row would be locked for as
 * long as the queue takes to answer, which with Redis gone is for ever. When the process dies between the
 * two, the queue never hears of these jobs: the sweeper finds them overdue and counts the repair.
 *
 * `statement_timestamp()` is the database's clock too, and unlike `clock_timestamp()` it lets the planner use
 * the index: with 200,000 jobs waiting, 1 ms instead of 130 ms.
 */
export async function takeDueSoon(
  pool: Pool,
  { withinSeconds, limit }: { withinSeconds: number; limit: number },
): Promise<TakenJobs> {
  const { rows } = await pool.query<DueJobRow & { delay_ms: number }>(
    `UPDATE due_jobs SET enqueued_at = clock_timestamp()
     WHERE id IN (
       SELECT id FROM due_jobs
       WHERE enqueued_at IS NULL AND done_at IS NULL AND failed_at IS NULL
         AND coalesce(retry_at, due_at) <= statement_timestamp() + make_interval(secs => $1)
       ORDER BY coalesce(retry_at, due_at) LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     RETURNING ${dueJobColumns},
       greatest(0, ceil(extract(epoch FROM coalesce(retry_at, due_at) - clock_timestamp()) * 1000))::int AS delay_ms`,
    [withinSeconds, limit],
  );
  const jobs = rows.map((row) => ({ ...dueJobOf(row), delayMs: row.delay_ms }));
  return { jobs, putBack: () => putBack(pool, jobs) };
}

/** A job that has begun since is left alone: somebody found it without the queue. */
async function putBack(pool: Pool, jobs: SoonDueJob[]): Promise<void> {
  await pool.query(
    `UPDATE due_jobs SET enqueued_at = NULL
     FROM unnest($1::uuid[], $2::int[]) AS taken (id, attempts)
     WHERE due_jobs.id = taken.id AND due_jobs.attempts = taken.attempts`,
    [jobs.map(({ id }) => id), jobs.map(({ attempts }) => attempts)],
  );
}
