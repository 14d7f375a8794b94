import type { Change } from '../changes.js';
import type { Pair } from '../facts.js';
import { comparisonHolds, type Comparison } from './comparison.js';

/** Codes and order of the interface. */
export const constraintCodes = [
  'phase',
  'hours-below',
  'hours-above',
  'available-from',
  'lifting',
  'standing',
  'noise',
  'people-contact',
  'other',
  'danish-level',
  'certificate',
  'ruled-out',
  'placement-used',
  'travel',
  'windows',
  'overlap',
] as const;
export type ConstraintCode = (typeof constraintCodes)[number];

/** A rule that decides whether a citizen can be proposed at all. */
export interface Constraint {
  code: ConstraintCode;
  /** What is compared and how: all that another engine needs to plan the same check. */
  comparison: Comparison;
  /** The only fields the check reads, nested ones with a dot; a change elsewhere cannot change its answer. */
  reads: { job: readonly string[]; citizen: readonly string[] };
  /** Danish, one line, seen from the citizen, without blame. Asked only when the rule does not hold. */
  failure(pair: Pair): string;
  /** The smallest change of job or citizen after which the rule holds. Asked only when it does not. */
  change(pair: Pair): Change;
}

export const holds = ({ comparison }: Constraint, pair: Pair): boolean => comparisonHolds(comparison, pair);
