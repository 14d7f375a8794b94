import type { CandidateCitizen } from '../candidates.js';
import type { CitizenFacts } from '../facts.js';
import type { Basis, Part, StandIn } from '../parts/part.js';
import { parts } from '../parts/table.js';

type Looked = Extract<Basis, { kind: 'lookup' | 'same' | 'tally' }>;
type Measured = Extract<Basis, { kind: 'measure' }>;
export type PartOf<B> = Omit<Part, 'basis'> & { basis: B; at: number };

const partsOf = <B extends Basis>(is: (basis: Basis) => basis is B): PartOf<B>[] =>
  parts.flatMap((part, at) => (is(part.basis) ? [{ ...part, basis: part.basis, at }] : []));

const isOf =
  <K extends Looked['kind']>(kind: K) =>
  (basis: Basis): basis is Extract<Basis, { kind: K }> =>
    basis.kind === kind;

export const lookupParts = partsOf(isOf('lookup'));
export const sameParts = partsOf(isOf('same'));
export const tallyParts = partsOf(isOf('tally'));

export function measuredPart(of: Measured['of']): PartOf<Measured> {
  const found = partsOf((basis): basis is Measured => basis.kind === 'measure' && basis.of === of);
  if (found.length !== 1) throw new RangeError(`the kernel needs exactly one part measured in ${of}`);
  return found[0]!;
}

const NOBODY: Omit<CitizenFacts, 'citizen'> = {
  free: [],
  agreed: [],
  minMinutes: 0,
  maxMinutes: 0,
  wishMinutes: 0,
  availableDay: 0,
};

/** A citizen with nothing but what a part reads, for everybody with the same key. */
export const factsOf = ({ citizen, ...facts }: StandIn): CitizenFacts => ({
  ...NOBODY,
  ...facts,
  citizen: (citizen ?? {}) as CandidateCitizen,
});
