import type { PairsWithWaiting } from '../kernel/answers.js';

/**
 * The pairs with one more small job among them, one that is not open yet or only thought of. Its places are those of
 * the ranking. A job of the same id is not added twice.
 */
export function pairsWith(
  pairs: PairsWithWaiting,
  smallJobId: string,
  places: readonly { id: string; score: number }[],
): PairsWithWaiting {
  if (pairs.smallJobIds.includes(smallJobId)) return pairs;
  const at = new Map(pairs.citizenIds.map((id, n) => [id, n]));
  const known = places.filter(({ id }) => at.has(id));
  const count = pairs.citizen.length;
  return {
    smallJobIds: [...pairs.smallJobIds, smallJobId],
    citizenIds: pairs.citizenIds,
    from: joined(pairs.from, [count + known.length]),
    citizen: joined(
      pairs.citizen,
      known.map(({ id }) => at.get(id)!),
    ),
    score: joined(
      pairs.score,
      known.map(({ score }) => score),
    ),
    waited: pairs.waited,
  };
}

function joined(before: Int32Array, more: readonly number[]): Int32Array {
  const all = new Int32Array(before.length + more.length);
  all.set(before);
  all.set(more, before.length);
  return all;
}
