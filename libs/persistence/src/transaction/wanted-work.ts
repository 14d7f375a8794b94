import type { DueJobName, Temporal } from '#domain';
import type { EntityManager } from 'typeorm';

export interface WantedWork {
  /** Of the new row, if it becomes one. */
  id: string;
  job: DueJobName;
  subjectId: string;
  /** At once when undefined. */
  at: Temporal.Instant | undefined;
}

/**
 * Asked for twice, a job that waits stays one. One that has begun may have read the rows before this
 * transaction changed them: it is due again, and the higher number of attempts tells the run that is under
 * way that its end is not the end of this one.
 *
 * @param wanted no job and subject twice
 */
export async function askForWork(
  manager: EntityManager,
  municipalityId: string,
  wanted: readonly WantedWork[],
): Promise<void> {
  const rows = wanted.map(({ id, job, subjectId, at }) => ({
    id,
    job,
    subject_id: subjectId,
    due_at: at && new Date(at.epochMilliseconds),
  }));
  await manager.query(
    `INSERT INTO due_jobs (id, municipality_id, job, subject_id, due_at)
     SELECT id, $1, job, subject_id, coalesce(due_at, date_trunc('milliseconds', clock_timestamp()))
     FROM jsonb_to_recordset($2::jsonb) AS wanted (id uuid, job text, subject_id uuid, due_at timestamptz)
     ON CONFLICT ON CONSTRAINT due_jobs_once DO UPDATE
       SET attempts = due_jobs.attempts + 1, retry_at = NULL, enqueued_at = NULL, claimed_until = NULL,
         done_at = NULL, failed_at = NULL
       WHERE due_jobs.attempts > 0`,
    [municipalityId, JSON.stringify(rows)],
  );
}

export async function takeBackWork(
  manager: EntityManager,
  municipalityId: string,
  unwanted: readonly Pick<WantedWork, 'job' | 'subjectId'>[],
): Promise<void> {
  const rows = unwanted.map(({ job, subjectId }) => ({ job, subject_id: subjectId }));
  await manager.query(
    `DELETE FROM due_jobs USING jsonb_to_recordset($2::jsonb) AS unwanted (job text, subject_id uuid)
     WHERE due_jobs.municipality_id = $1 AND due_jobs.job = unwanted.job
       AND due_jobs.subject_id = unwanted.subject_id AND done_at IS NULL`,
    [municipalityId, JSON.stringify(rows)],
  );
}
