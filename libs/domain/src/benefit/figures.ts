import { Exact } from '../rates/index.js';
import type { Calculation } from './calculate.js';
import { WEEKS_A_YEAR } from './hours-per-month.js';

/** Which of the rules decides what the next krone is worth. */
export type Zone = 'nothing-earned' | 'allowance' | 'taper' | 'ceiling' | 'no-benefit-left';

/** Whole øre a month. Each is computed unrounded and rounded once, half away from zero. */
export interface Figures {
  grossOre: number;
  atpOre: number;
  pensionOre: number;
  amOre: number;
  afterAmOre: number;
  /** Kontanthjælp before the job, with supplements, after what a spouse's income takes. */
  benefitBeforeOre: number;
  /** Taken off the benefit of what is earned above the allowance. */
  taperDeductionOre: number;
  /** Taken off because wage and benefit would pass the ceiling. */
  ceilingDeductionOre: number;
  benefitAfterOre: number;
  taxBeforeOre: number;
  taxOre: number;
  netBeforeOre: number;
  netAfterOre: number;
  gainOre: number;
  /** 0 without hours. */
  gainPerHourOre: number;
  /** Saved up, paid when holiday is taken. */
  holidayPayOre: number;
  /** Paid hours a week, which count towards the duty to work 37. Two decimals. */
  workDutyHoursPerWeek: number;
  zone: Zone;
}

export const roundedFigures = (exact: Calculation, hours: Exact): Figures => ({
  grossOre: exact.gross.rounded(),
  atpOre: exact.atp.rounded(),
  pensionOre: exact.pension.rounded(),
  amOre: exact.am.rounded(),
  afterAmOre: exact.afterAm.rounded(),
  benefitBeforeOre: exact.benefitBefore.rounded(),
  taperDeductionOre: exact.taperDeduction.rounded(),
  ceilingDeductionOre: exact.ceilingDeduction.rounded(),
  benefitAfterOre: exact.benefitAfter.rounded(),
  taxBeforeOre: exact.taxBefore.rounded(),
  taxOre: exact.taxAfter.rounded(),
  netBeforeOre: exact.netBefore.rounded(),
  netAfterOre: exact.netAfter.rounded(),
  gainOre: exact.gain.rounded(),
  gainPerHourOre: hours.isAboveZero ? exact.gain.over(hours).rounded() : 0,
  holidayPayOre: exact.holidayPay.rounded(),
  workDutyHoursPerWeek: hours.times(Exact.whole(1200)).over(Exact.whole(WEEKS_A_YEAR)).rounded() / 100,
  zone: zoneOf(exact),
});

function zoneOf({ gross, benefitAfter, ceilingDeduction, taperDeduction }: Calculation): Zone {
  if (!gross.isAboveZero) return 'nothing-earned';
  if (!benefitAfter.isAboveZero) return 'no-benefit-left';
  if (ceilingDeduction.isAboveZero) return 'ceiling';
  return taperDeduction.isAboveZero ? 'taper' : 'allowance';
}
