import { Temporal } from '#domain';
import type { FailedJob, FailedJobsAsked } from '#use-cases';
import type { EntityManager } from 'typeorm';

const AT_MOST = 500;

/** Of the municipality of this transaction, newest first. */
export async function failedJobs(
  manager: EntityManager,
  municipalityId: string,
  { id, job }: FailedJobsAsked = {},
): Promise<FailedJob[]> {
  const rows = await manager.query<
    (Omit<FailedJob, 'dueAt' | 'failedAt'> & { dueAt: Date; failedAt: Date })[]
  >(
    `SELECT id, job, subject_id AS "subjectId", due_at AS "dueAt", failed_at AS "failedAt", attempts,
       last_error AS "lastError"
     FROM due_jobs
     WHERE municipality_id = $1 AND failed_at IS NOT NULL AND id = coalesce($2, id) AND job = coalesce($3, job)
     ORDER BY failed_at DESC, id LIMIT $4`,
    [municipalityId, id, job, AT_MOST],
  );
  return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt), failedAt: instantOf(row.failedAt) }));
}

/** Due again at once; when it was promised stays what it was. @returns false when it has not failed. */
export async function replayFailed(
  manager: EntityManager,
  municipalityId: string,
  id: string,
): Promise<boolean> {
  const [, replayed] = await manager.query<[unknown[], number]>(
    `UPDATE due_jobs SET failed_at = NULL, failures = 0, interruptions = attempts, retry_at = clock_timestamp(), enqueued_at = NULL
     WHERE municipality_id = $1 AND id = $2 AND failed_at IS NOT NULL`,
    [municipalityId, id],
  );
  if (replayed > 0) await manager.query(`SELECT pg_notify('fodfaeste_work', '')`);
  return replayed > 0;
}

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
