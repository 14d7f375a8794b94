import type { MatchingDay, Setting } from '../matching-day.js';
import { assertWeights, standardRules, type MatchingRules } from '../rules.js';

export interface MatchingOptions {
  day: MatchingDay;
  /** The municipality's own numbers; the standard rules when left out. */
  rules?: MatchingRules;
}

export interface RankingOptions extends MatchingOptions {
  /** How many are shown; all of them when left out. Never how many are considered. */
  limit?: number;
  /** Whether those who do not fit are listed with every failing rule. */
  excluded?: boolean;
}

/** @throws RangeError when the weights cannot add up to 10,000. */
export function settingOf({ day, rules = standardRules }: MatchingOptions): Setting {
  assertWeights(rules.weights);
  return { day, rules };
}
