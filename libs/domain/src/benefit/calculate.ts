import { Exact } from '../rates/index.js';
import type { Parameters } from './parameters.js';

/** What is put in, exact; amounts in øre a month. */
export interface Amounts {
  hours: Exact;
  wagePerHour: Exact;
  /** Kontanthjælp with supplements, before tax, before the job. */
  benefitBefore: Exact;
  ownPension: Exact;
  freeCardLeft: Exact;
  /** What the spouse earns, counted as the basis is, and what else the spouse has. */
  spouseEarnings: Exact;
  spouseOther: Exact;
}

/** Each figure exact; `figures.ts` rounds each of them once. */
export interface Calculation {
  gross: Exact;
  atp: Exact;
  pension: Exact;
  am: Exact;
  afterAm: Exact;
  /** Of the wage, what a social free card keeps free of tax and of deduction. */
  free: Exact;
  /** What counts against the benefit. */
  counted: Exact;
  spouseDeduction: Exact;
  benefitBefore: Exact;
  taperDeduction: Exact;
  ceilingDeduction: Exact;
  benefitAfter: Exact;
  taxBefore: Exact;
  taxAfter: Exact;
  netBefore: Exact;
  netAfter: Exact;
  gain: Exact;
  holidayPay: Exact;
}

const orZero = (amount: Exact): Exact => Exact.most(amount, Exact.zero);

/**
 * Net pay before and after a job, as docs/adr/0013 explains: wage up to the allowance is kept, of what is above it
 * `taper` is taken off the benefit, and above the ceiling every krone is.
 */
export function calculate(amounts: Amounts, p: Parameters): Calculation {
  const gross = amounts.hours.times(amounts.wagePerHour);
  // Nobody pays more ATP than there is wage.
  const atp = Exact.least(p.atp, gross);
  const pension = Exact.least(gross.times(amounts.ownPension), gross.minus(atp));
  const am = gross.minus(atp).minus(pension).times(p.amShare);
  const afterAm = gross.minus(atp).minus(pension).minus(am);
  const earned = p.incomeBasis === 'after-am' ? afterAm : gross;
  const free = Exact.least(earned, amounts.freeCardLeft);
  const counted = earned.minus(free);

  const spouseDeduction = orZero(amounts.spouseEarnings.minus(p.spouseAllowance))
    .times(p.spouseTaper)
    .plus(amounts.spouseOther);
  const benefitBefore = orZero(amounts.benefitBefore.minus(spouseDeduction));
  const tapered = orZero(benefitBefore.minus(orZero(counted.minus(p.allowance)).times(p.taper)));
  // A krone of wage costs a krone at most: a benefit that is above the ceiling already is not cut down to it.
  const ceiling = Exact.most(p.ceiling, benefitBefore);
  const benefitAfter = Exact.least(tapered, orZero(ceiling.minus(counted)));

  const taxBefore = taxOf(benefitBefore, Exact.zero, p);
  const taxedWage = orZero(afterAm.minus(free));
  const taxedShare = afterAm.isAboveZero ? taxedWage.over(afterAm) : Exact.zero;
  const taxAfter = taxOf(benefitAfter.plus(taxedWage), gross.times(taxedShare), p);
  const netBefore = benefitBefore.minus(taxBefore);
  const netAfter = benefitAfter.plus(afterAm).minus(taxAfter);
  return {
    gross,
    atp,
    pension,
    am,
    afterAm,
    free,
    counted,
    spouseDeduction,
    benefitBefore,
    taperDeduction: benefitBefore.minus(tapered),
    ceilingDeduction: tapered.minus(benefitAfter),
    benefitAfter,
    taxBefore,
    taxAfter,
    netBefore,
    netAfter,
    gain: netAfter.minus(netBefore),
    holidayPay: gross.times(p.holidayPay),
  };
}

/** Bottom tax of what is above the personal allowance; the deduction for work is worth local tax only. */
function taxOf(income: Exact, wage: Exact, p: Parameters): Exact {
  const above = income.minus(p.personalAllowance);
  const deduction = Exact.least(wage.times(p.workDeduction), p.workDeductionMost);
  return orZero(above)
    .times(p.bottomTax)
    .plus(orZero(above.minus(deduction)).times(p.localTax));
}
