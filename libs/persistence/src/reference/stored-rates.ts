import { localDateOf, Temporal, type LocalDate, type RateTable } from '#domain';
import { Rates } from '#use-cases';
import type { DataSource } from 'typeorm';
import { ambientTransaction } from '../transaction/ambient-transaction.js';
import { readRatesOn, type Asked } from './rate-rows.js';

export class StoredRates extends Rates {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  on(day: LocalDate): Promise<RateTable> {
    return readRatesOn(this.asked, day);
  }

  async today(): Promise<LocalDate> {
    const [row] = (await this.asked.query('SELECT clock_timestamp() AS now')) as [{ now: Date }];
    return localDateOf(Temporal.Instant.fromEpochMilliseconds(row.now.getTime()));
  }

  /** A repeatable request has its connection already; another one could be waited for in a circle. */
  private get asked(): Asked {
    return ambientTransaction.getStore()?.manager ?? this.dataSource;
  }
}
