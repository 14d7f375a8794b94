import type { RawRows } from './raw-rows.js';
import { Seats } from './seats.js';
import type { SpreadRules } from './spread-rules.js';

/** A tenth of a point of 100: lists that differ by less than this a place count as equally good. */
const GRAIN = 10;
/** Bids a place before the grain is doubled, so that a fight over far too few people ends. */
const BIDS_BEFORE_COARSER = 50;

/**
 * The lists of all jobs together with the most points, where each citizen who comes onto a first list counts
 * `strength * newcomerPoints` more, and nobody is on more than `cap`. An auction (Bertsekas 1979; for several places
 * a job, Kelso and Crawford 1982): every free place bids for the person who leaves it best off, and whoever is outbid
 * bids again. It ends within a `GRAIN` a place of the best there is. The prototype's entropic transport (Sinkhorn
 * 1967, Cuturi 2013) is the blurred form of the same; it lost more points for the same coverage.
 * @returns 1 for each position of the rows that is on its list
 */
export function fillLists(rows: RawRows, rules: SpreadRules, cap: number): Uint8Array {
  const { citizen, from } = rows;
  const listed = new Uint8Array(citizen.length);
  const ends = nearEnds(rows, rules);
  const newcomer = Math.round(rules.strength * rules.newcomerPoints);
  const seats = new Seats(rows.citizenIds.length, cap, newcomer);
  const rowOf = new Int32Array(citizen.length);
  const free: number[] = [];
  for (let row = ends.length - 1; row >= 0; row -= 1) {
    rowOf.fill(row, from[row], ends[row]);
    for (let place = 0; place < Math.min(rules.listLength, ends[row]! - from[row]!); place += 1)
      free.push(row);
  }
  const budget = BIDS_BEFORE_COARSER * free.length;
  let [grain, bids] = [GRAIN, 0];
  for (let row = free.pop(); row !== undefined; row = free.pop()) {
    const bid = bestBid(rows, from[row]!, ends[row]!, listed, seats, grain);
    if (bid === null) continue;
    listed[bid.position] = 1;
    const out = seats.take(citizen[bid.position]!, bid.position, bid.cost);
    if (out !== -1) {
      listed[out] = 0;
      free.push(rowOf[out]!);
    }
    bids += 1;
    if (bids % budget === 0) grain *= 2;
  }
  return listed;
}

/** Behind these nobody comes onto the list: too far below the last of the raw list. */
function nearEnds({ from, score }: RawRows, { listLength, reachPoints }: SpreadRules): Int32Array {
  const ends = new Int32Array(from.length - 1);
  for (let row = 0; row < ends.length; row += 1) {
    const end = from[row + 1]!;
    let at = Math.min(from[row]! + listLength, end);
    const least = at === 0 ? 0 : score[at - 1]! - reachPoints;
    while (at < end && score[at]! >= least) at += 1;
    ends[row] = at;
  }
  return ends;
}

/**
 * Whom a free place wants most at the present costs, and what it offers: so much that the next best choice would be
 * as good, and a grain more. Null when nobody is left who is worth the cost.
 */
function bestBid(
  { citizen, score }: RawRows,
  start: number,
  end: number,
  listed: Uint8Array,
  seats: Seats,
  grain: number,
): { position: number; cost: number } | null {
  let [best, next, position] = [0, 0, -1];
  for (let at = start; at < end; at += 1) {
    if (listed[at] === 1) continue;
    const worth = score[at]! - seats.cheapest[citizen[at]!]!;
    if (worth > best) {
      next = best;
      best = worth;
      position = at;
    } else if (worth > next) next = worth;
    // The row falls by points and nobody is cheaper than a newcomer: further down nobody can be worth more.
    else if (score[at]! + seats.newcomerPoints <= next) break;
  }
  if (position === -1) return null;
  return { position, cost: seats.cheapest[citizen[position]!]! + best - next + grain };
}
