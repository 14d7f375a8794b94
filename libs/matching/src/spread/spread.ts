import type { PairsWithWaiting } from '../kernel/answers.js';
import { fillLists } from './fill-lists.js';
import { evenShare, rawRows, type RawRows } from './raw-rows.js';
import { assertSpread, type SpreadRules } from './spread-rules.js';

/** One citizen beside one small job, in both orders. The score is the raw one in both. */
export interface SpreadPlace {
  citizenId: string;
  score: number;
  /** From 1: the place in the raw ranking. */
  rank: number;
  /** From 1: the place in the spread ranking. */
  spreadRank: number;
  /** Whether it is one of the list's places, those that the cap counts. */
  listed: boolean;
}

/**
 * The spread ranking of a municipality: a step after the ranking, over all small jobs at once. Nobody who does not
 * fit comes in, nobody who fits drops out, and no score changes: only who stands on the first `listLength` places.
 * Those on the list stand in their raw order, and so do all others after them.
 */
export class Spread {
  /** The most lists one citizen can be on. */
  readonly cap: number;
  private readonly listed: Uint8Array;
  private readonly rowOf: ReadonlyMap<string, number>;

  private constructor(
    readonly rows: RawRows,
    readonly rules: SpreadRules,
  ) {
    this.cap = capFor(rows, rules);
    this.listed = rules.strength === 0 ? rawLists(rows, rules) : fillLists(rows, rules, this.cap);
    this.rowOf = new Map(rows.smallJobIds.map((id, row) => [id, row]));
  }

  /** @throws RangeError when the rules mean nothing */
  static of(pairs: PairsWithWaiting, rules: SpreadRules): Spread {
    return Spread.over(rawRows(pairs), rules);
  }

  /** The same for rows that stand already, so that several strengths are tried without sorting again. */
  static over(rows: RawRows, rules: SpreadRules): Spread {
    assertSpread(rules);
    return new Spread(rows, rules);
  }

  /** Everybody who fits the job in spread order: first the list, then the others. @throws RangeError */
  ofSmallJob(id: string): SpreadPlace[] {
    const row = this.rowOf.get(id);
    if (row === undefined) throw new RangeError(`no small job ${id} among the pairs`);
    const { citizenIds, citizen, score, from } = this.rows;
    const places = Array.from({ length: from[row + 1]! - from[row]! }, (_, at) => from[row]! + at);
    const others = places.filter((at) => this.listed[at] === 0);
    return [...this.listOf(row), ...others].map((at, place) => ({
      citizenId: citizenIds[citizen[at]!]!,
      score: score[at]!,
      rank: at - from[row]! + 1,
      spreadRank: place + 1,
      listed: this.listed[at] === 1,
    }));
  }

  /** The positions of a row that are on its list. */
  listOf(row: number): number[] {
    const { from } = this.rows;
    const places: number[] = [];
    for (let at = from[row]!; at < from[row + 1]!; at += 1) if (this.listed[at] === 1) places.push(at);
    return places;
  }
}

/**
 * How many lists one citizen can be on: `mostLists`, or what an even share asks for where few citizens fit many
 * jobs, since a list that is empty helps nobody. No cap when the strength is 0.
 */
export function capFor(rows: RawRows, { strength, mostLists, listLength }: SpreadRules): number {
  if (strength === 0) return Number.POSITIVE_INFINITY;
  return Math.max(mostLists, Math.ceil(evenShare(rows, listLength)));
}

function rawLists({ from, citizen }: RawRows, { listLength }: SpreadRules): Uint8Array {
  const listed = new Uint8Array(citizen.length);
  for (let row = 0; row + 1 < from.length; row += 1)
    listed.fill(1, from[row], Math.min(from[row]! + listLength, from[row + 1]!));
  return listed;
}
