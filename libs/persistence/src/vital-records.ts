import { VitalSigns, type Vitals } from '#use-cases';
import type { DataSource } from 'typeorm';

/** What is written down of the whole installation: no rows of any municipality, so the application may read it. */
export class VitalRecords extends VitalSigns {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async read(): Promise<Vitals> {
    const [row] = await this.dataSource.query<[Vitals]>(
      `SELECT
         (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'counts', counts,
            'secondsAgo', extract(epoch FROM clock_timestamp() - at))), '[]') FROM heartbeats) AS "heartbeats",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'repaired', repaired,
            'doneSecondsAgo', extract(epoch FROM clock_timestamp() - done_at))), '[]')
          FROM scheduled_runs) AS "runs",
         (SELECT coalesce(jsonb_agg(provider), '[]') FROM provider_pauses
          WHERE resumed_at IS NULL) AS "pausedProviders",
         EXISTS (SELECT FROM alarms WHERE ended_at IS NULL) AS "isAlarmed"`,
    );
    return row;
  }
}
