import { Temporal } from '#domain';
import { Alarms, type Alarm, type AlarmKind, type Silence } from '#use-cases';
import type { DataSource } from 'typeorm';

interface Row {
  id: string;
  kind: AlarmKind;
  silent_since: Date;
  ended_at: Date | null;
}

const COLUMNS = 'id, kind, silent_since, ended_at';

/** Rings at the desks of every municipality: what they show has changed. */
const RING = `SELECT pg_notify('fodfaeste_desk', '')`;

export class StoredAlarms extends Alarms {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async silence(): Promise<Silence> {
    const [row] = await this.dataSource.query<[Silence]>(
      `SELECT
         (SELECT extract(epoch FROM clock_timestamp() - max(at))::float8 FROM heartbeats
          WHERE name LIKE 'worker %') AS "workers-silent",
         (SELECT extract(epoch FROM clock_timestamp() - max(done_at))::float8 FROM scheduled_runs
          WHERE name = 'sweep') AS "sweeper-silent",
         (SELECT extract(epoch FROM clock_timestamp() - max(at))::float8 FROM heartbeats
          WHERE name = 'auditor') AS "auditor-silent"`,
    );
    return row;
  }

  async lasting(): Promise<Alarm | undefined> {
    const [row] = await this.dataSource.query<Row[]>(`SELECT ${COLUMNS} FROM alarms WHERE ended_at IS NULL`);
    return row && alarmOf(row);
  }

  async recent(limit: number): Promise<Alarm[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT ${COLUMNS} FROM alarms ORDER BY begun_at DESC, id LIMIT $1`,
      [limit],
    );
    return rows.map(alarmOf);
  }

  async begin(kind: AlarmKind, silentForSeconds: number): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO alarms (kind, silent_since)
       VALUES ($1, clock_timestamp() - make_interval(secs => $2)) ON CONFLICT DO NOTHING RETURNING id`,
      [kind, silentForSeconds],
    );
    if (rows.length > 0) await this.dataSource.query(RING);
    return rows.length > 0;
  }

  async end(): Promise<boolean> {
    const [, ended] = await this.dataSource.query<[unknown[], number]>(
      'UPDATE alarms SET ended_at = clock_timestamp() WHERE ended_at IS NULL',
    );
    if (ended > 0) await this.dataSource.query(RING);
    return ended > 0;
  }

  async takeUntold(forSeconds: number): Promise<Alarm | undefined> {
    const [rows] = await this.dataSource.query<[Row[], number]>(
      `UPDATE alarms SET claimed_until = clock_timestamp() + make_interval(secs => $1)
       WHERE id = (
         SELECT id FROM alarms
         WHERE (told_at IS NULL OR ended_at IS NOT NULL AND recovery_told_at IS NULL)
           AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
         ORDER BY begun_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [forSeconds],
    );
    return rows[0] && alarmOf(rows[0]);
  }

  /** An end that is told tells the beginning too: whoever was not reached in time hears that it is over. */
  async wasTold({ id, endedAt }: Alarm): Promise<void> {
    await this.dataSource.query(
      `UPDATE alarms SET claimed_until = NULL, told_at = coalesce(told_at, clock_timestamp()),
         recovery_told_at = CASE WHEN $2 THEN clock_timestamp() END WHERE id = $1`,
      [id, endedAt !== null],
    );
  }
}

const alarmOf = ({ id, kind, silent_since, ended_at }: Row): Alarm => ({
  id,
  kind,
  silentSince: Temporal.Instant.fromEpochMilliseconds(silent_since.getTime()),
  endedAt: ended_at && Temporal.Instant.fromEpochMilliseconds(ended_at.getTime()),
});
