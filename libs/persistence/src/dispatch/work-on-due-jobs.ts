import { Temporal } from '#domain';
import type { Pool } from 'pg';
import { dueJobColumns, dueJobOf, type ClaimedJob, type DueJobRow } from './due-job.js';

const ERROR_LENGTH = 500;

/**
 * Makes jobs this process's for some seconds, those that are due and nobody else's. The number of attempts is the
 * token of a claim: when it has run out and another has begun, the end of this run changes nothing.
 */
export async function claim(pool: Pool, ids: readonly string[], seconds: number): Promise<ClaimedJob[]> {
  const { rows } = await pool.query<
    DueJobRow & { claimed_until: Date; lateness_ms: number; failures: number; unended: number }
  >(
    `UPDATE due_jobs SET attempts = attempts + 1,
       claimed_until = clock_timestamp() + make_interval(secs => $2)
     WHERE id = ANY ($1) AND done_at IS NULL AND failed_at IS NULL
       AND (claimed_until IS NULL OR claimed_until <= clock_timestamp())
       AND coalesce(retry_at, due_at) <= clock_timestamp()
     RETURNING ${dueJobColumns}, claimed_until, failures, attempts - failures - interruptions AS unended,
       round(extract(epoch FROM clock_timestamp() - coalesce(retry_at, due_at)) * 1000)::float8 AS lateness_ms`,
    [ids, seconds],
  );
  return rows.map((row) => ({
    ...dueJobOf(row),
    claimedUntil: Temporal.Instant.fromEpochMilliseconds(row.claimed_until.getTime()),
    latenessMs: row.lateness_ms,
    failures: row.failures,
    unended: row.unended,
  }));
}

/**
 * How long until jobs are due, by the database's clock: a worker whose own clock is fast sleeps on instead of
 * dropping them. Those are left out that are due, or where there is nothing to do any more.
 */
export async function millisecondsUntilDue(
  pool: Pool,
  ids: readonly string[],
): Promise<{ id: string; wait: number }[]> {
  const { rows } = await pool.query<{ id: string; wait: number }>(
    `SELECT id, ceil(extract(epoch FROM coalesce(retry_at, due_at) - clock_timestamp()) * 1000)::float8 AS wait
     FROM due_jobs
     WHERE id = ANY ($1) AND done_at IS NULL AND failed_at IS NULL AND coalesce(retry_at, due_at) > clock_timestamp()`,
    [ids],
  );
  return rows;
}

/**
 * Keeps jobs that are still being worked on. One that another run has claimed meanwhile, because this process stood still
 * for too long, stays the other's. A row that a transaction has locked is left out: it would hold up all the others, and whoever
 * works on it is there.
 */
export async function keepClaims(pool: Pool, jobs: readonly ClaimedJob[], seconds: number): Promise<void> {
  await pool.query(
    `UPDATE due_jobs SET claimed_until = clock_timestamp() + make_interval(secs => $3)
     WHERE id IN (
       SELECT due_jobs.id FROM due_jobs
         JOIN unnest($1::uuid[], $2::int[]) AS mine (id, attempts)
           ON due_jobs.id = mine.id AND due_jobs.attempts = mine.attempts
       WHERE claimed_until IS NOT NULL AND done_at IS NULL AND failed_at IS NULL
       FOR UPDATE OF due_jobs SKIP LOCKED
     )`,
    [jobs.map(({ id }) => id), jobs.map(({ attempts }) => attempts), seconds],
  );
}

/** @returns how many were still this run's: for the others, whose claim was lost, another is responsible now. */
export async function finish(pool: Pool, jobs: readonly ClaimedJob[]): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE due_jobs SET done_at = clock_timestamp(), claimed_until = NULL, last_error = NULL
     FROM unnest($1::uuid[], $2::int[]) AS mine (id, attempts)
     WHERE due_jobs.id = mine.id AND due_jobs.attempts = mine.attempts AND done_at IS NULL AND failed_at IS NULL`,
    [jobs.map(({ id }) => id), jobs.map(({ attempts }) => attempts)],
  );
  return rowCount ?? 0;
}

/** `isOwnFault`: the job failed by itself, which counts. */
export const retryLater = (
  pool: Pool,
  job: ClaimedJob,
  error: unknown,
  { inSeconds, isOwnFault }: { inSeconds: number; isOwnFault: boolean },
): Promise<boolean> =>
  settle(
    pool,
    job,
    `retry_at = clock_timestamp() + make_interval(secs => $4), claimed_until = NULL, enqueued_at = NULL,
     last_error = $3, ${isOwnFault ? 'failures = failures + 1' : 'interruptions = interruptions + 1'}`,
    [reasonOf(error), inSeconds],
  );

/** For a person to look at; nothing runs it again until somebody asks for it. */
export const giveUp = (pool: Pool, job: ClaimedJob, error: unknown): Promise<boolean> =>
  settle(pool, job, 'failed_at = clock_timestamp(), claimed_until = NULL, last_error = $3', [
    reasonOf(error),
  ]);

async function settle(
  pool: Pool,
  job: ClaimedJob,
  set: string,
  parameters: unknown[] = [],
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE due_jobs SET ${set} WHERE id = $1 AND attempts = $2 AND done_at IS NULL AND failed_at IS NULL`,
    [job.id, job.attempts, ...parameters],
  );
  return rowCount === 1;
}

/** Errors quote what they stumbled over, and that can be about a person: the quoted parts are left out. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/"[^"]*"|'[^']*'/g, '"…"').slice(0, ERROR_LENGTH);
}
