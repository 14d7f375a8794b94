import {
  estimateBenefit,
  hoursToGain,
  type Estimate,
  type EstimateInput,
  type GainSeries,
  type LocalDate,
} from '#domain';
import { Rates } from '../ports/index.js';

type OnDay = { on: LocalDate };

/** What is left of a job. Names nobody and stores nothing, so anybody may ask. */
export class EstimateBenefit {
  static readonly needs = [Rates] as const;

  constructor(private readonly rates: Rates) {}

  /** @throws benefit.no-rates, benefit.municipality-unknown, benefit.amount-unknown */
  async execute({ on, ...input }: EstimateInput & OnDay): Promise<Estimate> {
    return estimateBenefit(input, await this.rates.on(on));
  }

  /** For every hour a week between two, as a chart needs it. @throws the same */
  async byHours({
    on,
    from,
    to,
    ...input
  }: Omit<EstimateInput, 'hoursPerMonth'> & OnDay & { from?: number; to?: number }): Promise<GainSeries> {
    return hoursToGain(input, await this.rates.on(on), { from, to });
  }
}
