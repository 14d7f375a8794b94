import type { FittingPairs } from '../kernel/answers.js';

/** Room for a score beside the number of a citizen: scores end at 10,000. */
const SCORES = 16_384;

/**
 * The pairs of these small jobs and citizens alone, everything in the order that is given: an index has its own order,
 * which depends on how it came to be, and ties must not.
 */
export function pairsOf(
  pairs: FittingPairs,
  smallJobIds: readonly string[],
  citizenIds: readonly string[],
): FittingPairs {
  const numberOf = new Map(citizenIds.map((id, number) => [id, number]));
  const citizens = Int32Array.from(pairs.citizenIds, (id) => numberOf.get(id) ?? -1);
  const placeOf = new Map(pairs.smallJobIds.map((id, place) => [id, place]));
  const from = new Int32Array(smallJobIds.length + 1);
  const held = new Float64Array(pairs.citizen.length);
  let length = 0;
  smallJobIds.forEach((id, job) => {
    const place = placeOf.get(id);
    const begin = length;
    for (let at = pairs.from[place ?? 0]!; place !== undefined && at < pairs.from[place + 1]!; at += 1) {
      const who = citizens[pairs.citizen[at]!]!;
      if (who < 0) continue;
      held[length] = who * SCORES + pairs.score[at]!;
      length += 1;
    }
    held.subarray(begin, length).sort();
    from[job + 1] = length;
  });
  const kept = held.subarray(0, length);
  return {
    smallJobIds: [...smallJobIds],
    citizenIds: [...citizenIds],
    from,
    citizen: Int32Array.from(kept, (one) => Math.floor(one / SCORES)),
    score: Int32Array.from(kept, (one) => one % SCORES),
  };
}
