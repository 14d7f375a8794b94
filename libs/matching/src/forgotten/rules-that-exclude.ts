import type { ConstraintCode } from '../constraints/constraint.js';
import { constraints } from '../constraints/table.js';
import type { MatchingIndex } from '../kernel/matching-index.js';
import { ruleInWords } from './in-the-way-text.js';

export interface ExcludingRule {
  constraint: ConstraintCode;
  /** Danish: "arbejdstiden". */
  name: string;
  /** Pairs of an open job and somebody who has said yes, to which it says no. */
  pairs: number;
  /** Of them those to which no other rule does. */
  alone: number;
}

export interface Exclusion {
  /** All pairs of an open job and somebody who has said yes. */
  pairs: number;
  fitting: number;
  /** Those that say no at all, most pairs first. */
  rules: ExcludingRule[];
}

const PHASE = 1 << constraints.findIndex(({ code }) => code === 'phase');

/** What keeps people and jobs apart, over all of these jobs: the kernel's answers, counted. @throws RangeError unknown id */
export function rulesThatExclude(index: MatchingIndex, smallJobIds: Iterable<string>): Exclusion {
  const often = constraints.map(() => 0);
  const alone = constraints.map(() => 0);
  let [pairs, fitting] = [0, 0];
  for (const id of smallJobIds) {
    for (const mask of index.reasonsForAll(id).masks) {
      if ((mask & PHASE) !== 0) continue;
      pairs += 1;
      if (mask === 0) fitting += 1;
      const isAlone = (mask & (mask - 1)) === 0;
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const rule = 31 - Math.clz32(rest & -rest);
        often[rule]! += 1;
        if (isAlone) alone[rule]! += 1;
      }
    }
  }
  const rules = constraints
    .map(({ code }, rule) => ({
      constraint: code,
      name: ruleInWords(code),
      pairs: often[rule]!,
      alone: alone[rule]!,
    }))
    .filter((rule) => rule.pairs > 0)
    .sort((a, b) => b.pairs - a.pairs || b.alone - a.alone);
  return { pairs, fitting, rules };
}
