import type { Heartbeat } from '#use-cases';
import type { Pool } from 'pg';

/** What is watched. Ages in seconds, null when there is nothing to be old. */
export interface Gauges {
  unroutedEvents: number;
  oldestUnroutedEventSeconds: number | null;
  /** Due and not done, whether or not somebody works on it. */
  overdueJobs: number;
  maxLatenessSeconds: number | null;
  failedJobs: number;
  /** Past their time and not sent. */
  queuedMessages: number;
  sendingMessages: number;
  /** Of which nobody knows whether they arrived. */
  uncertainMessages: number;
}

export async function readGauges(pool: Pool): Promise<Gauges> {
  const { rows } = await pool.query<Gauges>(`
    SELECT * FROM
      (SELECT count(*)::int AS "unroutedEvents",
         extract(epoch FROM clock_timestamp() - min(occurred_at))::float8 AS "oldestUnroutedEventSeconds"
       FROM events WHERE routed_at IS NULL) AS waiting,
      (SELECT count(*)::int AS "overdueJobs",
         extract(epoch FROM clock_timestamp() - min(coalesce(retry_at, due_at)))::float8 AS "maxLatenessSeconds"
       FROM due_jobs
       WHERE done_at IS NULL AND failed_at IS NULL AND coalesce(retry_at, due_at) < statement_timestamp()) AS late,
      (SELECT count(*)::int AS "failedJobs" FROM due_jobs WHERE failed_at IS NOT NULL) AS failed,
      (SELECT count(*) FILTER (WHERE state = 'queued' AND not_before < statement_timestamp())::int
           AS "queuedMessages",
         count(*) FILTER (WHERE state = 'sending')::int AS "sendingMessages",
         count(*) FILTER (WHERE state = 'uncertain')::int AS "uncertainMessages"
       FROM messages WHERE state IN ('queued', 'sending', 'uncertain')) AS sent`);
  return rows[0]!;
}

/** Says that `name` is alive, and what it has counted. */
export async function beat(pool: Pool, name: string, counts: Record<string, number>): Promise<void> {
  await pool.query(
    `INSERT INTO heartbeats (name, at, counts) VALUES ($1, clock_timestamp(), $2)
     ON CONFLICT (name) DO UPDATE SET at = excluded.at, counts = excluded.counts`,
    [name, counts],
  );
}

/** Whoever is missing here, or was last heard of long ago, is not at work. */
export async function heartbeats(pool: Pool): Promise<Heartbeat[]> {
  const { rows } = await pool.query<Heartbeat>(
    `SELECT name, extract(epoch FROM clock_timestamp() - at)::float8 AS "secondsAgo", counts
     FROM heartbeats ORDER BY name`,
  );
  return rows;
}

/** A process that ended leaves its last word; after a day nobody asks for it. */
export async function forgetDeadHearts(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM heartbeats WHERE name LIKE 'worker %' AND at < clock_timestamp() - interval '1 day'`,
  );
  return rowCount ?? 0;
}
