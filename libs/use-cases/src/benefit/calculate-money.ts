import {
  estimateBenefit,
  hoursPerMonth,
  hoursToGain,
  refuseUnless,
  type Estimate,
  type EstimateInput,
  type GainSeries,
  type LocalDate,
  type RateTable,
} from '#domain';
import { Rates } from '../ports/index.js';

export interface MoneyQuestion extends Omit<EstimateInput, 'hoursPerMonth' | 'benefitBeforeOre'> {
  /** Today when none is said. */
  on?: LocalDate;
  hoursPerWeek: number;
  /** Whoever does not know it gets the amount of the rate, where that is known. */
  benefitBeforeOre?: number;
}

export interface MoneyAnswer {
  estimate: Estimate;
  series: GainSeries;
  hoursPerWeek: number;
  /** Whether the benefit is that of the rate, because nobody said it. */
  benefitAssumed: boolean;
  on: LocalDate;
}

/** What the calculator page shows. Names nobody and stores nothing. */
export class CalculateMoney {
  static readonly needs = [Rates] as const;

  constructor(private readonly rates: Rates) {}

  /** @throws benefit.no-rates, benefit.municipality-unknown; benefit.amount-unknown when the rate's amount is not known */
  async execute({
    on: asked,
    hoursPerWeek,
    benefitBeforeOre,
    ...question
  }: MoneyQuestion): Promise<MoneyAnswer> {
    const table = await this.rates.on(asked ?? (await this.rates.today()));
    const input = { ...question, benefitBeforeOre: benefitBeforeOre ?? amountOf(question.rate, table) };
    return {
      estimate: estimateBenefit({ ...input, hoursPerMonth: hoursPerMonth(hoursPerWeek) }, table),
      series: hoursToGain(input, table),
      hoursPerWeek,
      benefitAssumed: benefitBeforeOre === undefined,
      on: table.on,
    };
  }
}

function amountOf(rate: EstimateInput['rate'], table: RateTable): number {
  const row = table.find('benefit', rate);
  refuseUnless(row, 'benefit.no-rates', { on: table.on, missing: 'benefit', scope: rate });
  refuseUnless(typeof row.value === 'number', 'benefit.amount-unknown', { rate });
  return row.value;
}
