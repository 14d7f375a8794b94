import { evaluate, type MatchingDay, type Place, type Score } from '#matching';
import type { CandidateCitizen, CandidateSmallJob } from '#matching';

interface Pair {
  job: CandidateSmallJob;
  citizen: CandidateCitizen;
}

/**
 * The places that are shown, with parts and texts from the rows of these pairs. Null when a row says otherwise than the
 * index did: then one of the two is not of this moment, and nothing is shown.
 */
export function shownInWords(
  places: readonly Place[],
  pairOf: (id: string) => Pair | undefined,
  day: MatchingDay,
): (Score & { id: string })[] | null {
  const shown: (Score & { id: string })[] = [];
  for (const { id, score } of places) {
    const pair = pairOf(id);
    const found = pair && evaluate(pair.job, pair.citizen, { day });
    if (!found?.eligible || found.score !== score) return null;
    const { wants, canGet, parts } = found;
    shown.push({ id, score, wants, canGet, parts });
  }
  return shown;
}
