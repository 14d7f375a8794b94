import { refuseUnless } from '../kernel/index.js';
import {
  exactly,
  Exact,
  type IncomeBasis,
  type Rate,
  type RateGroup,
  type RateKey,
  type RateTable,
} from '../rates/index.js';

/** Everything of one day that the calculation depends on. Amounts in øre a month, shares of one. */
export interface Parameters {
  allowance: Exact;
  spouseAllowance: Exact;
  taper: Exact;
  spouseTaper: Exact;
  ceiling: Exact;
  incomeBasis: IncomeBasis;
  amShare: Exact;
  bottomTax: Exact;
  personalAllowance: Exact;
  workDeduction: Exact;
  workDeductionMost: Exact;
  localTax: Exact;
  holidayPay: Exact;
  atp: Exact;
  /** The rows that were used, by key; each line of the answer names the one it stands on. */
  rows: ReadonlyMap<RateKey, Rate>;
}

export interface ParameterWishes {
  rate: RateGroup;
  municipality: string;
  churchMember: boolean;
  hoursPerMonth: number;
  spouseRate: RateGroup;
}

/**
 * @throws benefit.no-rates when a figure of that day is missing
 * @throws benefit.municipality-unknown when there are taxes that day, but none of that municipality
 */
export function parametersOf(table: RateTable, wishes: ParameterWishes): Parameters {
  const rows = new Map<RateKey, Rate>();
  const exact = (key: RateKey, scope?: string): Exact => {
    const row = table.need(key, scope);
    rows.set(key, rows.get(key) ?? row);
    return exactly(row);
  };
  // A month's part stands on the tax card in whole øre: 4,508.33 of 54,100 kroner.
  const twelfth = (yearly: Exact) => Exact.whole(yearly.over(Exact.whole(12)).rounded());
  const incomeBasis = table.need('income-basis');
  rows.set('income-basis', incomeBasis);
  return {
    allowance: exact('allowance', wishes.rate),
    spouseAllowance: exact('allowance', wishes.spouseRate),
    taper: exact('taper', wishes.rate),
    spouseTaper: exact('taper', wishes.spouseRate),
    ceiling: exact('max-dagpenge').times(exact('ceiling-share', wishes.rate)),
    incomeBasis: incomeBasis.value as IncomeBasis,
    amShare: exact('am-bidrag'),
    bottomTax: exact('bottom-tax'),
    personalAllowance: twelfth(exact('personal-allowance')),
    workDeduction: exact('work-deduction'),
    workDeductionMost: twelfth(exact('work-deduction-max')),
    localTax: localTaxOf(table, wishes, exact),
    holidayPay: exact('holiday-pay'),
    atp: atpOf(table, 'atp-employee', wishes.hoursPerMonth, rows),
    rows,
  };
}

function localTaxOf(
  table: RateTable,
  { municipality, churchMember }: ParameterWishes,
  exact: (key: RateKey, scope?: string) => Exact,
): Exact {
  const known = table.all('municipal-tax');
  refuseUnless(
    known.length === 0 || known.some(({ scope }) => scope === municipality),
    'benefit.municipality-unknown',
    { municipality },
  );
  const tax = exact('municipal-tax', municipality);
  return churchMember ? tax.plus(exact('church-tax', municipality)) : tax;
}

/** The highest step that the hours of the month reach; below the first there is no ATP. */
export function atpOf(
  table: RateTable,
  key: 'atp-employee' | 'atp-employer',
  hoursPerMonth: number,
  rows?: Map<RateKey, Rate>,
): Exact {
  const steps = table.all(key).sort((a, b) => Number(a.scope) - Number(b.scope));
  refuseUnless(steps.length > 0, 'benefit.no-rates', { on: table.on, missing: key, scope: '' });
  const reached = steps.filter(({ scope }) => hoursPerMonth >= Number(scope)).at(-1);
  if (reached) rows?.set(key, reached);
  return reached ? exactly(reached) : Exact.zero;
}
