import type { Pool } from 'pg';

/** One thing that is done again and again, by whichever process. */
export interface ScheduledRun {
  name: string;
  begunSecondsAgo: number;
  /** Null while the first one runs. */
  outcome: 'done' | 'failed' | null;
  /** Since it last went well; null when it never has. */
  doneSecondsAgo: number | null;
  counts: Record<string, number>;
  runs: number;
  /** Over all runs of all processes. */
  repaired: number;
}

export async function beginRun(pool: Pool, name: string): Promise<void> {
  await pool.query(
    `INSERT INTO scheduled_runs (name, begun_at) VALUES ($1, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET begun_at = excluded.begun_at`,
    [name],
  );
}

/** @returns seconds since it last went well, in any process; null when it never has. */
export async function doneSecondsAgo(pool: Pool, name: string): Promise<number | null> {
  const { rows } = await pool.query<{ ago: number | null }>(
    'SELECT extract(epoch FROM clock_timestamp() - done_at)::float8 AS ago FROM scheduled_runs WHERE name = $1',
    [name],
  );
  return rows[0]?.ago ?? null;
}

export async function endRun(
  pool: Pool,
  name: string,
  { outcome, counts }: { outcome: 'done' | 'failed'; counts: Record<string, number> },
): Promise<void> {
  await pool.query(
    `UPDATE scheduled_runs SET finished_at = clock_timestamp(), outcome = $2,
       done_at = CASE WHEN $2 = 'done' THEN clock_timestamp() ELSE done_at END,
       counts = $3, runs = runs + 1, repaired = repaired + $4
     WHERE name = $1`,
    [name, outcome, counts, counts['repaired'] ?? 0],
  );
}

export async function scheduledRuns(pool: Pool): Promise<ScheduledRun[]> {
  const { rows } = await pool.query<ScheduledRun>(
    `SELECT name, outcome, counts, runs::float8 AS runs, repaired::float8 AS repaired,
       extract(epoch FROM clock_timestamp() - begun_at)::float8 AS "begunSecondsAgo",
       extract(epoch FROM clock_timestamp() - done_at)::float8 AS "doneSecondsAgo"
     FROM scheduled_runs ORDER BY name`,
  );
  return rows;
}
