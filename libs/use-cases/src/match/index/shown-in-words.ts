import { evaluate, type MatchingDay, type Place, type Score } from '#matching';
import type { CandidateCitizen, CandidateSmallJob } from '#matching';
import type { IndexDifference } from '../../ports/index.js';

interface Pair {
  job: CandidateSmallJob;
  citizen: CandidateCitizen;
}

type InWords = Score & { id: string };

/**
 * The places that are shown, with parts and texts from the rows of these pairs. Or how the first row differs that says
 * otherwise than the index did: then nothing is shown.
 */
export function shownInWords(
  places: readonly Place[],
  pairOf: (id: string) => Pair | undefined,
  day: MatchingDay,
): InWords[] | IndexDifference {
  const shown: InWords[] = [];
  for (const place of places) {
    const inWords = asShown(place, pairOf(place.id), day);
    if (typeof inWords === 'string') return inWords;
    shown.push(inWords);
  }
  return shown;
}

function asShown({ id, score }: Place, pair: Pair | undefined, day: MatchingDay): InWords | IndexDifference {
  if (!pair) return 'row-gone';
  const found = evaluate(pair.job, pair.citizen, { day });
  if (!found.eligible) return 'does-not-fit';
  if (found.score !== score) return 'other-score';
  const { wants, canGet, parts } = found;
  return { id, score, wants, canGet, parts };
}
