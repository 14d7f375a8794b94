import type { DataSource } from 'typeorm';
import { openTransaction } from '../transaction/open-transaction.js';

const AT_ONCE = 5_000;

/** Due jobs that are done. They are kept for a while, to answer what happened when, and then go. */
export class DoneJobs {
  constructor(private readonly dataSource: DataSource) {}

  /** Failed ones stay until somebody looked at them. @returns how many were thrown away. */
  forgetOld(municipalityId: string, keptDays: number): Promise<number> {
    return openTransaction(this.dataSource, municipalityId, async (manager) => {
      const [, count] = await manager.query<[unknown[], number]>(
        `DELETE FROM due_jobs WHERE (municipality_id, id) IN (
           SELECT municipality_id, id FROM due_jobs
           WHERE municipality_id = $1 AND done_at < clock_timestamp() - make_interval(days => $2) LIMIT $3)`,
        [municipalityId, keptDays, AT_ONCE],
      );
      return count;
    });
  }
}
