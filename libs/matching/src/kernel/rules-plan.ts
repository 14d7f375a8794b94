import {
  plainHolds,
  type Comparison,
  type PlainComparison,
  type PlainValue,
} from '../constraints/comparison.js';
import { constraints } from '../constraints/table.js';
import type { CitizenFacts, SmallJobFacts } from '../facts.js';
import type { Key } from '../parts/part.js';

/** A constraint that compares one value on each side, with the row it has in the table. */
export interface PlainRule {
  row: number;
  kind: PlainComparison['kind'];
  job: (side: SmallJobFacts) => PlainValue;
  citizen: (side: CitizenFacts) => PlainValue;
}

const plainKinds = ['flag', 'at-most', 'at-least', 'holds-all', 'holds-none'];
const isPlain = (comparison: Comparison): comparison is PlainComparison =>
  plainKinds.includes(comparison.kind) && !isSparse(comparison);
const isSparse = (comparison: Comparison): comparison is Extract<Comparison, { kind: 'holds-none' }> =>
  comparison.kind === 'holds-none' && comparison.sparse === true;

/** The plain constraints of the table, in its order. */
export const plainRules: readonly PlainRule[] = constraints.flatMap(({ comparison }, row) =>
  isPlain(comparison)
    ? [
        {
          row,
          kind: comparison.kind,
          job: comparison.kind === 'flag' ? () => true : comparison.job,
          citizen: comparison.citizen,
        },
      ]
    : [],
);

/** A constraint where a citizen names few of many ids, and a job is known by some: neither may meet. */
export interface SparseRule {
  row: number;
  job: (side: SmallJobFacts) => readonly string[];
  citizen: (side: CitizenFacts) => readonly string[];
}

const rowOf = (kind: string): number => {
  const row = constraints.findIndex(({ comparison }) => comparison.kind === kind);
  if (row < 0 || constraints.some(({ comparison }, at) => at > row && comparison.kind === kind)) {
    throw new RangeError(`the kernel needs exactly one constraint of kind ${kind}`);
  }
  return row;
};

/** The rows of the constraints that have a geometry of their own. */
export const MUTUAL = rowOf('mutual');
export const REACH = rowOf('reach');
export const INSIDE = rowOf('inside');
export const APART = rowOf('apart');

/** Whom the job's company has said no to. */
export function ruledOutBy(facts: SmallJobFacts): readonly string[] {
  const { comparison } = constraints[MUTUAL]!;
  return comparison.kind === 'mutual' ? comparison.job(facts).ruledOut : [];
}

/** What citizens name of companies: the companies they have ruled out themselves first. */
export const sparseRules: readonly SparseRule[] = constraints
  .flatMap(({ comparison }, row): SparseRule[] => {
    if (comparison.kind === 'mutual') {
      return [
        {
          row,
          job: (side) => [comparison.job(side).id],
          citizen: (side) => comparison.citizen(side).ruledOut,
        },
      ];
    }
    return isSparse(comparison) ? [{ row, job: comparison.job, citizen: comparison.citizen }] : [];
  })
  .sort((a, b) => Number(b.row === MUTUAL) - Number(a.row === MUTUAL));

/** Stands between the slugs of a key; no slug holds it. */
const BETWEEN = '\u0000';

/** A value as the key of its column: sets in one order. */
export function keyOf(value: PlainValue): Key {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value.length < 2 ? (value[0] ?? '') : [...new Set(value)].sort().join(BETWEEN);
}

/** One question that a plain rule puts to the other side's column. */
export interface Term {
  rule: number;
  /** Tells equal questions of a column apart. */
  key: Key;
  holds: (value: never) => boolean;
  /** For numbers: the question is the same for all keys up to the next value that the column has in this direction. */
  nearest?: 'above' | 'below';
}

const has =
  (slug: string) =>
  (own: readonly string[]): boolean =>
    own.includes(slug);
const lacks =
  (slug: string) =>
  (own: readonly string[]): boolean =>
    !own.includes(slug);
export const isAtLeast =
  (least: number) =>
  (own: number): boolean =>
    own >= least;
export const isAtMost =
  (most: number) =>
  (own: number): boolean =>
    own <= most;

const numberTerm = (rule: number, value: number, nearest: 'above' | 'below'): Term => ({
  rule,
  key: value,
  holds: nearest === 'above' ? isAtLeast(value) : isAtMost(value),
  nearest,
});

/**
 * What a job asks of the citizens' columns. Sets are asked slug by slug: there are few slugs and many sets, and a row
 * of bits is kept for each question.
 */
export function termsOfJob(facts: SmallJobFacts): Term[] {
  return plainRules.flatMap((rule, at): Term[] => {
    const value = rule.job(facts);
    switch (rule.kind) {
      case 'holds-all':
        return slugs(value).map((slug) => ({ rule: at, key: slug, holds: has(slug) }));
      case 'holds-none':
        return slugs(value).map((slug) => ({ rule: at, key: slug, holds: lacks(slug) }));
      case 'flag':
        return [{ rule: at, key: keyOf(value), holds: (own: PlainValue) => ruleHolds(rule, value, own) }];
      default:
        return [numberTerm(at, value as number, rule.kind === 'at-most' ? 'above' : 'below')];
    }
  });
}

/** What a citizen asks of the small jobs' column of one rule. */
export function termsOfCitizen(at: number, value: PlainValue): Term[] {
  const rule = plainRules[at]!;
  switch (rule.kind) {
    case 'holds-none':
      return slugs(value).map((slug) => ({ rule: at, key: slug, holds: lacks(slug) }));
    case 'at-most':
    case 'at-least':
      return [numberTerm(at, value as number, rule.kind === 'at-most' ? 'below' : 'above')];
    default:
      return [{ rule: at, key: keyOf(value), holds: (own: PlainValue) => ruleHolds(rule, own, value) }];
  }
}

const slugs = (value: PlainValue): string[] => [...new Set(value as readonly string[])];

export const ruleHolds = ({ kind }: PlainRule, job: PlainValue, citizen: PlainValue): boolean =>
  plainHolds(kind, job, citizen);
