export const searchKinds = ['citizen', 'company', 'small-job', 'staff'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchHit {
  kind: SearchKind;
  id: string;
}

/** So few letters say nothing. */
export const LEAST_LETTERS = 2;

/**
 * Finds people and things of one municipality by what somebody remembers of the name: whatever the order of the words,
 * with å or aa, ø, oe or o, with and without accents, with a letter too many, too few or wrong; and by a telephone
 * number or a part of it, where every figure counts.
 */
export interface Search {
  /** The most alike first; at most `limit` of each kind. Nothing for fewer than two letters. */
  find(words: string, kinds: readonly SearchKind[], limit: number): Promise<SearchHit[]>;
}
