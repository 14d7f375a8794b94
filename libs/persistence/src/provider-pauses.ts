import { Temporal } from '#domain';
import { ProviderPauses, type ProviderPause } from '#use-cases';
import type { DataSource } from 'typeorm';

type Row = Omit<ProviderPause, 'pausedAt' | 'resumedAt'> & { pausedAt: Date; resumedAt: Date | null };

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

export class StoredProviderPauses extends ProviderPauses {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async list(): Promise<ProviderPause[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT provider, paused_at AS "pausedAt", paused_by AS "pausedBy", reason, resumed_at AS "resumedAt",
         resumed_by AS "resumedBy" FROM provider_pauses ORDER BY provider`,
    );
    return rows.map((row) => ({
      ...row,
      pausedAt: instantOf(row.pausedAt),
      resumedAt: row.resumedAt && instantOf(row.resumedAt),
    }));
  }

  async pause(provider: string, by: string, reason: string | null): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO provider_pauses (provider, paused_at, paused_by, reason) VALUES ($1, clock_timestamp(), $2, $3)
       ON CONFLICT (provider) DO UPDATE SET paused_at = excluded.paused_at, paused_by = excluded.paused_by,
         reason = excluded.reason, resumed_at = NULL, resumed_by = NULL
       WHERE provider_pauses.resumed_at IS NOT NULL
       RETURNING provider`,
      [provider, by, reason],
    );
    return rows.length > 0;
  }

  async resume(provider: string, by: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE provider_pauses SET resumed_at = clock_timestamp(), resumed_by = $2
       WHERE provider = $1 AND resumed_at IS NULL`,
      [provider, by],
    );
    return count > 0;
  }
}
