import { refuseUnless, type LocalDate } from '../kernel/index.js';
import { Exact } from './exact.js';
import { holdsOn, kindOf, type Rate, type RateKey } from './rate.js';

/** What holds on one day. */
export class RateTable {
  readonly rates: readonly Rate[];
  private readonly byName: ReadonlyMap<string, Rate>;

  constructor(
    readonly on: LocalDate,
    rates: readonly Rate[],
  ) {
    this.rates = rates.filter((rate) => holdsOn(rate, on));
    this.byName = new Map(this.rates.map((rate) => [`${rate.key} ${rate.scope}`, rate]));
  }

  find(key: RateKey, scope = ''): Rate | undefined {
    return this.byName.get(`${key} ${scope}`);
  }

  /** The row with a value. @throws benefit.no-rates when the day has none. */
  need(key: RateKey, scope = ''): Rate & { value: number | string } {
    const rate = this.find(key, scope);
    refuseUnless(rate && rate.value !== null, 'benefit.no-rates', { on: this.on, missing: key, scope });
    return rate as Rate & { value: number | string };
  }

  /** Every row of a key, as the steps of ATP. */
  all(key: RateKey): Rate[] {
    return this.rates.filter((rate) => rate.key === key);
  }
}

/** A row as a number to compute with: øre, or a share of one. */
export const exactly = ({ key, value }: Pick<Rate, 'key' | 'value'>): Exact =>
  kindOf(key).unit === 'share' ? Exact.millionths(Number(value)) : Exact.whole(Number(value));
