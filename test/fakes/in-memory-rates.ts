import { RateTable, type LocalDate, type Rate } from '#domain';
import { Rates } from '#use-cases';

export class InMemoryRates extends Rates {
  constructor(readonly rows: readonly Rate[]) {
    super();
  }

  async on(day: LocalDate): Promise<RateTable> {
    return new RateTable(day, this.rows);
  }

  async today(): Promise<LocalDate> {
    return '2026-11-22';
  }
}
