import type { Change } from '../changes.js';
import { holds, type ConstraintCode } from '../constraints/constraint.js';
import { constraints } from '../constraints/table.js';
import type { Pair } from '../facts.js';

export interface Failure {
  constraint: ConstraintCode;
  /** Danish, one line. */
  text: string;
  change: Change;
}

/** All constraints at once; bit n is row n of the table. */
export const ALL_CONSTRAINTS = (1 << constraints.length) - 1;

/** The rules among `asked` that the pair breaks, as a mask. */
export function failing(pair: Pair, asked = ALL_CONSTRAINTS): number {
  let mask = 0;
  for (let at = 0; at < constraints.length; at += 1) {
    if ((asked & (1 << at)) !== 0 && !holds(constraints[at]!, pair)) mask |= 1 << at;
  }
  return mask;
}

/** Every failing rule in words, in the order of the table. */
export const inWords = (pair: Pair, mask: number): Failure[] =>
  constraints
    .filter((_, at) => (mask & (1 << at)) !== 0)
    .map((constraint) => ({
      constraint: constraint.code,
      text: constraint.failure(pair),
      change: constraint.change(pair),
    }));
