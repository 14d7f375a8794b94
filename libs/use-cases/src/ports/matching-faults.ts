/** What a row said that the matching did not know: the row is gone, its pair does not fit, or the points are others. */
export const indexDifferences = ['row-gone', 'does-not-fit', 'other-score'] as const;
export type IndexDifference = (typeof indexDifferences)[number];

/** Who hears of it when matching and rows of one moment differ: answers stay right, so nobody else would notice. */
export abstract class MatchingFaults {
  /** Must not throw: an answer is waiting. */
  abstract report(municipalityId: string, difference: IndexDifference): void;
}
