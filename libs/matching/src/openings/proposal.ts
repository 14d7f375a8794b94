import type { SmallJobChange } from '../changes.js';

/** One change an employer could make. */
export interface Proposal {
  change: SmallJobChange;
  /** Danish label: "start kl. 9", "løft højst 10 kg". */
  text: string;
}

/** Proposals of one kind. Two of one subject are never proposed together. */
export interface ProposalKind {
  subject: string;
  /** From the smallest change to the largest; those of one step are alternatives to each other. */
  steps: Proposal[][];
}

/** Each proposal a larger change than the one before it. */
export const oneByOne = (proposals: readonly Proposal[]): Proposal[][] => proposals.map((each) => [each]);

/** Distinct values below the job's own, from the smallest change. */
export const below = (values: readonly number[], own: number): number[] =>
  [...new Set(values)].filter((value) => value < own).sort((a, b) => b - a);

/** Distinct values above the job's own, from the smallest change. */
export const above = (values: readonly number[], own: number): number[] =>
  [...new Set(values)].filter((value) => value > own).sort((a, b) => a - b);
