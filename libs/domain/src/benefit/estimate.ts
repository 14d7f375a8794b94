import { refuseUnless, type LocalDate } from '../kernel/index.js';
import { Exact, exactly, type RateTable, type Supplement } from '../rates/index.js';
import { calculate, type Amounts } from './calculate.js';
import type { EstimateInput } from './estimate-input.js';
import { roundedFigures, type Figures } from './figures.js';
import { linesOf, type Line } from './lines.js';
import { notIncluded, type BothLanguages } from './not-included.js';
import { parametersOf } from './parameters.js';

export interface Estimate extends Figures {
  /** From the wage to what is left of it; the amounts add up to `gainOre`. */
  lines: Line[];
  notIncluded: BothLanguages[];
  /** The newest beginning among the rates that were used. */
  ratesFrom: LocalDate;
  /** Always: the binding calculation is made by the municipality's benefit office. */
  guidance: true;
}

/**
 * What is left of a job, as a guide.
 *
 * @throws benefit.no-rates, benefit.municipality-unknown, benefit.amount-unknown
 */
export function estimateBenefit(input: EstimateInput, table: RateTable): Estimate {
  const parameters = parametersOf(table, {
    rate: input.rate,
    municipality: input.municipality,
    churchMember: input.churchMember ?? false,
    hoursPerMonth: input.hoursPerMonth,
    spouseRate: input.spouse?.rate ?? input.rate,
  });
  const amounts = amountsOf(input, table);
  const calculation = calculate(amounts, parameters);
  const figures = roundedFigures(calculation, amounts.hours);
  const begun = [...parameters.rows.values()].map(({ from }) => from).sort();
  return {
    ...figures,
    lines: linesOf(input, figures, calculation, parameters),
    notIncluded: notIncluded(input),
    ratesFrom: begun.at(-1)!,
    guidance: true,
  };
}

const amountsOf = (input: EstimateInput, table: RateTable): Amounts => ({
  hours: Exact.decimal(input.hoursPerMonth),
  wagePerHour: Exact.whole(input.hourlyWageOre),
  benefitBefore: (input.supplements ?? []).reduce(
    (sum, { name, ore }) => sum.plus(supplementOf(name, ore, table)),
    Exact.whole(input.benefitBeforeOre),
  ),
  ownPension: Exact.decimal(input.ownPensionPct ?? 0).over(Exact.whole(100)),
  freeCardLeft: Exact.whole(input.freeCardLeftOre ?? 0),
  spouseEarnings: Exact.whole(input.spouse?.earningsOre ?? 0),
  spouseOther: Exact.whole(input.spouse?.otherIncomeOre ?? 0),
});

/** A supplement that nobody found the amount of has to be said by whoever asks. */
function supplementOf(name: Supplement, ore: number | undefined, table: RateTable): Exact {
  if (ore !== undefined) return Exact.whole(ore);
  const rate = table.find('supplement', name);
  refuseUnless(rate && rate.value !== null, 'benefit.amount-unknown', { supplement: name });
  return exactly(rate);
}
