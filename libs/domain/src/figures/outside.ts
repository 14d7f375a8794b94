/** Outside the municipality nobody is told of fewer people than this (practice.md, "What is kept quiet"). */
export const FEWEST_TOLD_OUTSIDE = 5;

/** A number that may leave the municipality; null: there are some, and too few to tell how many. */
export const toldOutside = (value: number, people: number = value): number | null =>
  people > 0 && people < FEWEST_TOLD_OUTSIDE ? null : value;
