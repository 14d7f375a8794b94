import type { Pair } from '../facts.js';
import { waitingDays } from '../matching-day.js';
import { failing, inWords, type Failure } from './failures.js';
import { scoreOf, totalPoints, type Score } from './score.js';

/** One side of the ranking: a pair and the id it is listed under. */
export interface Entry {
  id: string;
  pair: Pair;
}

interface Placed extends Entry {
  score: number;
  waited: number;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Score descending, waiting days descending, id ascending: a total order, so a list never depends on its input's. */
const bestFirst = (a: Placed, b: Placed): number => b.score - a.score || b.waited - a.waited || byId(a, b);

/** Fewest failing rules first: nearest to a yes; then id. */
const nearestFirst = (a: Entry & { mask: number }, b: Entry & { mask: number }): number =>
  bitCount(a.mask) - bitCount(b.mask) || byId(a, b);

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

export interface Order {
  considered: number;
  eligible: number;
  ranked: (Score & { id: string })[];
  excluded: { id: string; failed: Failure[] }[];
}

/** Both sides' ranking: who fits, best first, and on request who does not and why. Words only for who is shown. */
export function inOrder(entries: readonly Entry[], limit: number | undefined, withExcluded: boolean): Order {
  const placed: Placed[] = [];
  const outside: (Entry & { mask: number })[] = [];
  for (const { id, pair } of entries) {
    const mask = failing(pair);
    if (mask !== 0) outside.push({ id, pair, mask });
    else {
      const waited = waitingDays(pair.citizen.citizen.waitingSince, pair.setting.day);
      placed.push({ id, pair, score: totalPoints(pair), waited });
    }
  }
  return {
    considered: entries.length,
    eligible: placed.length,
    ranked: placed
      .sort(bestFirst)
      .slice(0, limit)
      .map(({ id, pair }) => ({ id, ...scoreOf(pair) })),
    excluded: withExcluded
      ? outside.sort(nearestFirst).map(({ id, pair, mask }) => ({ id, failed: inWords(pair, mask) }))
      : [],
  };
}
