import { plainHolds, type PlainComparison, type PlainValue } from '../constraints/comparison.js';
import { constraints } from '../constraints/table.js';
import type { CitizenFacts, SmallJobFacts } from '../facts.js';
import type { CandidateCitizen } from '../candidates.js';
import type { Basis, Key, Part } from '../parts/part.js';
import { parts } from '../parts/table.js';

/** A constraint that compares one value on each side, with the row it has in the table. */
export interface PlainRule {
  row: number;
  kind: PlainComparison['kind'];
  job: (side: SmallJobFacts) => PlainValue;
  citizen: (side: CitizenFacts) => PlainValue;
}

const isPlain = (comparison: { kind: string }): comparison is PlainComparison =>
  ['flag', 'at-most', 'at-least', 'holds-all', 'holds-none'].includes(comparison.kind);

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

const mutualOf = () => {
  const { comparison } = constraints[MUTUAL]!;
  if (comparison.kind !== 'mutual') throw new RangeError('no mutual constraint');
  return comparison;
};
/** Who each side is, and whom it has ruled out. */
export const mutual = mutualOf();

/** A value as the key of its column: sets in one order. */
export function keyOf(value: PlainValue): Key {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value.length === 0) return '';
  return value.length === 1 ? value[0]! : [...new Set(value)].sort().join();
}

/** One question that a plain rule puts to the other side's column; `key` tells equal questions of a column apart. */
export interface Term {
  rule: number;
  key: Key;
  holds: (value: never) => boolean;
}

/**
 * What a job asks of the citizens' columns. Sets are asked slug by slug: there are few slugs and many sets, and a row
 * of bits is kept for each question.
 */
export function termsOfJob(facts: SmallJobFacts): Term[] {
  return plainRules.flatMap((rule, at): Term[] => {
    const value = rule.job(facts);
    if (rule.kind === 'holds-all') {
      return slugs(value).map((slug) => ({
        rule: at,
        key: slug,
        holds: (own: readonly string[]) => own.includes(slug),
      }));
    }
    if (rule.kind === 'holds-none') {
      return slugs(value).map((slug) => ({
        rule: at,
        key: slug,
        holds: (own: readonly string[]) => !own.includes(slug),
      }));
    }
    return [{ rule: at, key: keyOf(value), holds: (own: PlainValue) => ruleHolds(rule, value, own) }];
  });
}

/** What a citizen asks of the small jobs' column of one rule. */
export function termsOfCitizen(at: number, value: PlainValue): Term[] {
  const rule = plainRules[at]!;
  if (rule.kind === 'holds-none') {
    return slugs(value).map((slug) => ({
      rule: at,
      key: slug,
      holds: (own: readonly string[]) => !own.includes(slug),
    }));
  }
  return [{ rule: at, key: keyOf(value), holds: (own: PlainValue) => ruleHolds(rule, own, value) }];
}

const slugs = (value: PlainValue): string[] => [...new Set(value as readonly string[])];

export const ruleHolds = ({ kind }: PlainRule, job: PlainValue, citizen: PlainValue): boolean =>
  plainHolds(kind, job, citizen);

type Looked = Extract<Basis, { kind: 'lookup' | 'various' | 'same' }>;
type Measured = Extract<Basis, { kind: 'measure' }>;
export type PartOf<B> = Omit<Part, 'basis'> & { basis: B; at: number };

const partsOf = <B extends Basis>(is: (basis: Basis) => basis is B): PartOf<B>[] =>
  parts.flatMap((part, at) => (is(part.basis) ? [{ ...part, basis: part.basis, at }] : []));

const isOf =
  <K extends Looked['kind']>(kind: K) =>
  (basis: Basis): basis is Extract<Basis, { kind: K }> =>
    basis.kind === kind;

export const lookupParts = partsOf(isOf('lookup'));
export const variousParts = partsOf(isOf('various'));
export const sameParts = partsOf(isOf('same'));

export function measuredPart(of: Measured['of']): PartOf<Measured> {
  const found = partsOf((basis): basis is Measured => basis.kind === 'measure' && basis.of === of);
  if (found.length !== 1) throw new RangeError(`the kernel needs exactly one part measured in ${of}`);
  return found[0]!;
}

/**
 * A citizen with nothing but what some parts read: stands in a table for everybody with the same key, so that no
 * record of a person is kept.
 */
export function standIn(facts: CitizenFacts, reads: readonly string[]): CitizenFacts {
  const { citizen, minMinutes, maxMinutes, wishMinutes, availableDay } = facts;
  const seen: Partial<CandidateCitizen> = {};
  for (const field of reads) {
    const name = field.split('.')[0] as keyof CandidateCitizen;
    Object.assign(seen, { [name]: citizen[name] });
  }
  return {
    citizen: seen as CandidateCitizen,
    free: [],
    agreed: [],
    minMinutes,
    maxMinutes,
    wishMinutes,
    availableDay,
  };
}
