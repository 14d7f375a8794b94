import type { Proposal, ProposalKind } from './proposal.js';

/** A change that lets more citizens fit. */
export interface Opening extends Proposal {
  gained: number;
}

/** A single change with its effect worked out. */
export interface Tried extends Opening {
  subject: string;
  /** The rules that read what it changes, bit n is row n of the table. */
  touched: number;
}

/** The kinds' steps with the effect of each proposal. */
export const tryAll = <T>(
  kinds: readonly ProposalKind[],
  tryOne: (proposal: Proposal, subject: string) => T,
): T[][][] =>
  kinds.map(({ subject, steps }) => steps.map((step) => step.map((each) => tryOne(each, subject))));

/** Of each kind what gains more than every smaller change of it, and the best pair; most first. */
export function worthwhile(kinds: readonly (readonly Tried[][])[], pair: Opening | null): Opening[] {
  return [...kinds.flatMap(growing), ...(pair === null ? [] : [pair])]
    .sort((a, b) => b.gained - a.gained)
    .map(({ change, text, gained }) => ({ change, text, gained }));
}

function growing(steps: readonly Tried[][]): Tried[] {
  let most = 0;
  return steps.flatMap((step) => {
    const better = step.filter(({ gained }) => gained > most);
    most = Math.max(most, ...better.map(({ gained }) => gained));
    return better;
  });
}
