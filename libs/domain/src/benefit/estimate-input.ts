import type { RateGroup, Supplement } from '../rates/index.js';

/** What is asked: nobody is named. Amounts in øre, a month. */
export interface EstimateInput {
  rate: RateGroup;
  /** Kontanthjælp before tax, as it is now. */
  benefitBeforeOre: number;
  /** Read to six decimals. */
  hoursPerMonth: number;
  hourlyWageOre: number;
  /** Four digits, `0630`. */
  municipality: string;
  churchMember?: boolean;
  /** Percent of the wage that the person pays to a pension. */
  ownPensionPct?: number;
  /** A spouse who gets kontanthjælp too, with an allowance of its own. */
  spouse?: SpouseInput;
  /** What is left this year of a social free card. */
  freeCardLeftOre?: number;
  /** Supplements that are not in `benefitBeforeOre`. */
  supplements?: { name: Supplement; ore?: number }[];
}

export interface SpouseInput {
  /** The same as the citizen's when not said. */
  rate?: RateGroup;
  /** Wage a month after ATP, own pension and AM-bidrag. */
  earningsOre: number;
  /** Taken off krone for krone. */
  otherIncomeOre?: number;
}
