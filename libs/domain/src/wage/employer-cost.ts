import { atpOf } from '../benefit/index.js';
import { Exact, exactly, type RateTable } from '../rates/index.js';

export interface EmployerCost {
  wageOre: number;
  /** Null: the agreement's figure is not known, and is not in the sum. */
  pensionOre: number | null;
  savingsOre: number | null;
  holidayPayOre: number;
  /** The employer's ATP, spread over the hours of the month. */
  atpOre: number;
  totalOre: number;
}

/**
 * What an hour costs the employer: wage, pension, SH or fritvalg where known, holiday pay and ATP. Øre an hour, each
 * figure rounded once. @throws benefit.no-rates
 */
export function employerCost(
  { wageOre, area, hoursPerMonth }: { wageOre: number; area: string | null; hoursPerMonth: number },
  table: RateTable,
): EmployerCost {
  const wage = Exact.whole(wageOre);
  const part = (key: 'wage-pension' | 'wage-savings'): Exact | null => {
    const rate = area === null ? undefined : table.find(key, area);
    return typeof rate?.value === 'number' ? wage.times(exactly(rate)) : null;
  };
  const pension = part('wage-pension');
  const savings = part('wage-savings');
  const holidayPay = wage.times(exactly(table.need('holiday-pay')));
  const hours = Exact.decimal(hoursPerMonth);
  const atp = hours.isAboveZero ? atpOf(table, 'atp-employer', hoursPerMonth).over(hours) : Exact.zero;
  const total = [pension, savings, holidayPay, atp].reduce<Exact>(
    (sum, amount) => (amount ? sum.plus(amount) : sum),
    wage,
  );
  return {
    wageOre,
    pensionOre: pension?.rounded() ?? null,
    savingsOre: savings?.rounded() ?? null,
    holidayPayOre: holidayPay.rounded(),
    atpOre: atp.rounded(),
    totalOre: total.rounded(),
  };
}
