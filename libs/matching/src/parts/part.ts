import type { Pair } from '../facts.js';
import type { PartId } from '../rules.js';

/** The two visible halves of the score: *ønsker* and *kan lade sig gøre*. */
export type SubScore = 'wants' | 'canGet';

/** One reason for a place in the list. What it is worth stands in `rules.weights`. */
export interface Part {
  id: PartId;
  sub: SubScore;
  /** Basis points of the part's weight, a whole number 0..10,000. Asked only about a pair that breaks no rule. */
  share(pair: Pair): number;
  /** One Danish line that the citizen could be shown. */
  text(pair: Pair): string;
}

/** The share of `value` in `full`, whole basis points, never outside 0..10,000. */
export const shareOf = (value: number, full: number): number =>
  full <= 0 ? 0 : Math.min(10_000, Math.max(0, Math.floor((value * 10_000) / full)));
