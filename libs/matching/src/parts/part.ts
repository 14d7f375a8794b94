import type { TriedJob } from '#domain';
import type { CandidateCitizen } from '../candidates.js';
import type { CitizenFacts, Pair, SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { PartId } from '../rules.js';

/** The two visible halves of the score: *ønsker* and *kan lade sig gøre*. */
export type SubScore = 'wants' | 'canGet';

/** What stands for a side in a table: sides with equal keys have equal shares. */
export type Key = string | number | null;

/** What a part needs to know of a citizen, made from a key again: no record of a person is kept for it. */
export type StandIn = Partial<Omit<CitizenFacts, 'citizen'>> & { citizen?: Partial<CandidateCitizen> };

/** A key on each side; pairs with equal keys have equal shares. */
interface Keys {
  job: (side: SmallJobFacts) => Key;
  citizen: (side: CitizenFacts) => Key;
  /** A citizen with this key, and nothing beyond what the part reads. */
  standIn: (key: Key) => StandIn;
}

/** One thing that a job and an item may have in common, and what that counts. */
export interface Feature {
  job: (side: SmallJobFacts) => Key;
  item: (item: TriedJob) => Key;
  counts: (job: Key, item: Key, setting: Setting) => number;
}

/**
 * How a part's share can be found without the pair itself, so that an engine can work it out once for many pairs.
 * A share that read more than its basis says would differ between kernel and plain meaning: the property tests look.
 */
export type Basis =
  /** The share depends on the two keys; there are few of each. */
  | ({ kind: 'lookup' } & Keys)
  /** The share depends on whether the keys are equal, and on which of them is null. */
  | ({ kind: 'same' } & Keys)
  /** The share depends on a sum over what the citizen has tried. */
  | {
      kind: 'tally';
      items: (side: CitizenFacts) => readonly TriedJob[];
      features: readonly Feature[];
      /** What the counts of an item's features are multiplied by. */
      sign: (item: TriedJob) => 1 | -1;
      share: (sum: number, setting: Setting) => number;
    }
  /** The share depends on a number that is measured between the two. From `fullAt` on it does not change. */
  | {
      kind: 'measure';
      of: Measure;
      fullAt: (setting: Setting) => number;
      share: (value: number, setting: Setting) => number;
    };

/** Whole minutes of the trip, whole free minutes around the tightest shift, whole days of waiting. */
export type Measure = 'trip-minutes' | 'slack-minutes' | 'waiting-days';

/** One reason for a place in the list. What it is worth stands in `rules.weights`. */
export interface Part {
  id: PartId;
  sub: SubScore;
  basis: Basis;
  /** Basis points of the part's weight, a whole number 0..10,000. Asked only about a pair that breaks no rule. */
  share(pair: Pair): number;
  /** One Danish line that the citizen could be shown. */
  text(pair: Pair): string;
}

/** The share of `value` in `full`, whole basis points, never outside 0..10,000. */
export const shareOf = (value: number, full: number): number =>
  full <= 0 ? 0 : Math.min(10_000, Math.max(0, Math.floor((value * 10_000) / full)));
