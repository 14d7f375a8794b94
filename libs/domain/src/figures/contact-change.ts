import type { HandoverReason } from '../contact/index.js';
import { localDateOf, type Temporal } from '../kernel/index.js';

/**
 * What a change of the fixed contact is to the citizen (R19): wanted by somebody, forced upon everybody, or not told.
 * `none`: the first contact, and a citizen's own broker who takes over, whom the citizen knows already.
 */
export const changeKinds = ['intended', 'unintended', 'untold'] as const;
export type ChangeKind = (typeof changeKinds)[number];

const kinds: Record<HandoverReason, ChangeKind | 'none'> = {
  first: 'none',
  'broker-takes-over': 'none',
  planned: 'intended',
  reorganised: 'intended',
  'asked-for': 'intended',
  'fresh-eyes': 'intended',
  leave: 'unintended',
  resigned: 'unintended',
  other: 'untold',
};

export const changeKindOf = (reason: HandoverReason): ChangeKind | 'none' => kinds[reason];

interface Change {
  at: Temporal.Instant;
  citizenId: string;
  reason: HandoverReason;
}

/**
 * Those that are a change to the citizen; of several on one day, as when broker and fixed contact are the same person,
 * the first that is named.
 */
export function countedChanges<T extends Change>(changes: readonly T[]): (T & { kind: ChangeKind })[] {
  const seen = new Set<string>();
  return changes.flatMap((change) => {
    const kind = changeKindOf(change.reason);
    const key = `${change.citizenId} ${localDateOf(change.at)}`;
    if (kind === 'none' || seen.has(key)) return [];
    seen.add(key);
    return [{ ...change, kind }];
  });
}

/**
 * Each change of caseworker goes with so much lower a chance of employment for `aktivitetsparate`: a correlation
 * (Rosholm et al. 2017, R18).
 */
export const CHANGE_LOWERS_CHANCE_PERCENT = 22;
