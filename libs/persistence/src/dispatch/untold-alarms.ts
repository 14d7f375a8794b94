import { Temporal } from '#domain';
import type { Pool } from 'pg';

/** Something that fell silent, and of which the leaders have not heard yet. */
export interface UntoldAlarm {
  id: string;
  kind: 'workers-silent' | 'sweeper-silent' | 'auditor-silent';
  silentSince: Temporal.Instant;
}

/** Told when a worker is there to write to them: it may be over by then. */
export async function untoldAlarms(pool: Pool): Promise<UntoldAlarm[]> {
  const { rows } = await pool.query<Omit<UntoldAlarm, 'silentSince'> & { silent_since: Date }>(
    'SELECT id, kind, silent_since FROM alarms WHERE leaders_told_at IS NULL ORDER BY begun_at',
  );
  return rows.map(({ silent_since, ...alarm }) => ({
    ...alarm,
    silentSince: Temporal.Instant.fromEpochMilliseconds(silent_since.getTime()),
  }));
}

export async function leadersWereTold(pool: Pool, id: string): Promise<void> {
  await pool.query('UPDATE alarms SET leaders_told_at = clock_timestamp() WHERE id = $1', [id]);
}
