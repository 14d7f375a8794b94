import type { DomainEvent } from '#domain';
import type { Pool, PoolClient } from 'pg';
import { v7 } from 'uuid';
import type { DueJobRequest } from './due-job.js';

export interface UnroutedEvent {
  id: string;
  municipalityId: string;
  event: DomainEvent;
}

interface EventRow {
  id: string;
  municipality_id: string;
  type: string;
  payload: object;
}

/**
 * Turns events into the jobs that react to them, oldest first, in one transaction: an event is routed exactly
 * when its jobs are there. Events that another relay is routing are passed over.
 *
 * @returns how many events were routed; fewer than `limit` means that none is left for now.
 */
export async function routeEvents(
  pool: Pool,
  limit: number,
  expand: (event: UnroutedEvent) => DueJobRequest[],
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<EventRow>(
      `SELECT id, municipality_id, type, payload FROM events WHERE routed_at IS NULL
       ORDER BY occurred_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    if (rows.length > 0) {
      await insertJobs(client, rows, expand);
      await client.query(
        'UPDATE events SET routed_at = clock_timestamp() WHERE id = ANY($1) AND routed_at IS NULL',
        [rows.map(({ id }) => id)],
      );
    }
    await client.query('COMMIT');
    client.release();
    return rows.length;
  } catch (error) {
    // A connection in an unknown state is not given to anybody else.
    client.release(true);
    throw error;
  }
}

async function insertJobs(
  client: PoolClient,
  rows: EventRow[],
  expand: (event: UnroutedEvent) => DueJobRequest[],
): Promise<void> {
  const jobs = rows.flatMap(({ id, municipality_id, type, payload }) =>
    expand({ id, municipalityId: municipality_id, event: { type, ...payload } as DomainEvent }).map(
      (request) => ({
        id: v7(),
        municipality_id,
        job: request.job,
        subject_id: request.subjectId,
        due_at: request.dueAt?.toString() ?? null,
      }),
    ),
  );
  if (jobs.length === 0) return;
  await client.query(
    `INSERT INTO due_jobs (id, municipality_id, job, subject_id, due_at)
     SELECT id, municipality_id, job, subject_id,
       coalesce(due_at, date_trunc('milliseconds', statement_timestamp()))
     FROM jsonb_to_recordset($1)
       AS asked (id uuid, municipality_id uuid, job text, subject_id uuid, due_at timestamptz(3))
     ON CONFLICT ON CONSTRAINT due_jobs_once DO NOTHING`,
    [JSON.stringify(jobs)],
  );
}
