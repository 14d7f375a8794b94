import { rateChanges, type Rate, type RateChanges } from '#domain';
import type { DataSource, EntityManager } from 'typeorm';
import { asParameter, readAllRates, ROW_TYPE, ROW_VALUES } from './rate-rows.js';

/** Where an operator changes rates, as the owner of the tables: the application can only read them. */
export class RateRegister {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<Rate[]> {
    return readAllRates(this.dataSource);
  }

  /** What loading would do. */
  async compare(wanted: readonly Rate[]): Promise<RateChanges> {
    return rateChanges(await this.all(), wanted);
  }

  /** Loads all or nothing. When periods overlap, nothing is written and the answer says which. */
  load(wanted: readonly Rate[]): Promise<RateChanges> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE rates IN SHARE ROW EXCLUSIVE MODE');
      const changes = rateChanges(await readAllRates(manager), wanted);
      if (changes.overlaps.length === 0) await this.write(manager, changes);
      return changes;
    });
  }

  private async write(manager: EntityManager, { added, changed }: RateChanges): Promise<void> {
    await manager.query(
      `INSERT INTO rates (key, scope, valid_from, valid_to, value, status, source, note)
       SELECT ${ROW_VALUES} FROM jsonb_to_recordset($1) AS loaded (${ROW_TYPE})
       ON CONFLICT (key, scope, valid_from) DO UPDATE
         SET valid_to = excluded.valid_to, value = excluded.value, status = excluded.status,
           source = excluded.source, note = excluded.note`,
      [asParameter([...changed.map(({ after }) => after), ...added])],
    );
  }
}
