import { Temporal, type DueJobName } from '#domain';
import type { DataSource } from 'typeorm';
import { openTransaction } from '../transaction/open-transaction.js';

export interface FailedJob {
  id: string;
  job: DueJobName;
  subjectId: string;
  dueAt: Temporal.Instant;
  failedAt: Temporal.Instant;
  attempts: number;
  lastError: string | null;
}

/** Jobs that were given up, for the people of one municipality: through the application's role, so no others. */
export class FailedJobs {
  constructor(private readonly dataSource: DataSource) {}

  list(municipalityId: string): Promise<FailedJob[]> {
    return openTransaction(this.dataSource, municipalityId, async (manager) => {
      const rows = await manager.query<
        (Omit<FailedJob, 'dueAt' | 'failedAt'> & { dueAt: Date; failedAt: Date })[]
      >(
        `SELECT id, job, subject_id AS "subjectId", due_at AS "dueAt", failed_at AS "failedAt", attempts,
           last_error AS "lastError"
         FROM due_jobs WHERE municipality_id = $1 AND failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT 500`,
        [municipalityId],
      );
      return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt), failedAt: instantOf(row.failedAt) }));
    });
  }

  /** Due again at once; when it was promised stays what it was. @returns false when it has not failed. */
  replay(municipalityId: string, id: string): Promise<boolean> {
    return openTransaction(this.dataSource, municipalityId, async (manager) => {
      const replayed = await manager.query<[unknown[], number]>(
        `UPDATE due_jobs SET failed_at = NULL, retry_at = clock_timestamp(), enqueued_at = NULL
         WHERE municipality_id = $1 AND id = $2 AND failed_at IS NOT NULL`,
        [municipalityId, id],
      );
      if (replayed[1] === 0) return false;
      await manager.query(`SELECT pg_notify('fodfaeste_work', '')`);
      return true;
    });
  }
}

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
