import type { PairsWithWaiting } from '../kernel/answers.js';

/**
 * The pairs with each job's row in the raw order, the jobs by id. However the pairs came, they stand here in one and
 * the same way, so that sums of fractions come out alike too.
 */
export interface RawRows {
  /** Small jobs by id. */
  smallJobIds: readonly string[];
  citizenIds: readonly string[];
  /** Row n is from `from[n]` up to `from[n + 1]`. */
  from: Int32Array;
  /** Index into `citizenIds`. */
  citizen: Int32Array;
  score: Int32Array;
  /** A citizen's place when scores are equal: most waiting days, then id. */
  tie: Int32Array;
  /** How many citizens fit at least one job. */
  eligible: number;
}

const MOST_POINTS = 10_000;

export function rawRows(pairs: PairsWithWaiting): RawRows {
  const { smallJobIds, citizenIds, waited } = pairs;
  const tie = tieOrder(citizenIds, waited);
  const byTie = new Int32Array(citizenIds.length);
  tie.forEach((place, at) => (byTie[place] = at));
  const jobs = inOrderOf(smallJobIds);
  const from = new Int32Array(jobs.length + 1);
  const citizen = new Int32Array(pairs.citizen.length);
  const score = new Int32Array(pairs.citizen.length);
  const people = citizenIds.length;
  let filled = 0;
  jobs.forEach((job, row) => {
    const [start, end] = [pairs.from[job]!, pairs.from[job + 1]!];
    // One exact number a pair: score descending, then tie ascending.
    const keys = new Float64Array(end - start);
    for (let at = start; at < end; at += 1)
      keys[at - start] = (MOST_POINTS - pairs.score[at]!) * people + tie[pairs.citizen[at]!]!;
    for (const key of keys.sort()) {
      citizen[filled] = byTie[key % people]!;
      score[filled] = MOST_POINTS - Math.floor(key / people);
      filled += 1;
    }
    from[row + 1] = filled;
  });
  return {
    smallJobIds: jobs.map((job) => smallJobIds[job]!),
    citizenIds,
    from,
    citizen,
    score,
    tie,
    eligible: new Set(citizen).size,
  };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrderOf = (ids: readonly string[]): number[] =>
  ids.map((_, at) => at).sort((a, b) => byCode(ids[a]!, ids[b]!));

function tieOrder(ids: readonly string[], waited: Int32Array): Int32Array {
  const order = ids.map((_, at) => at).sort((a, b) => waited[b]! - waited[a]! || byCode(ids[a]!, ids[b]!));
  const tie = new Int32Array(ids.length);
  order.forEach((at, place) => (tie[at] = place));
  return tie;
}

/** Places on lists for each eligible citizen, when all places are dealt out evenly. */
export function evenShare({ from, eligible }: RawRows, listLength: number): number {
  let places = 0;
  for (let row = 0; row + 1 < from.length; row += 1)
    places += Math.min(listLength, from[row + 1]! - from[row]!);
  return eligible === 0 ? 0 : places / eligible;
}
