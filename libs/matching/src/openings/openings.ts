import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { citizenFacts, pairOf, smallJobFacts } from '../facts.js';
import { settingOf, type MatchingOptions } from '../ranking/options.js';
import { bestPair, type Asked } from './best-pair.js';
import { limitsOf } from './limits.js';
import { otherWays, type OtherWay } from './other-ways.js';
import type { Proposal } from './proposal.js';
import { proposalsFor } from './proposals.js';
import { eligibleIn, masksWith, presentOf, touchedBy, type Present } from './what-if.js';
import { tryAll, worthwhile, type Opening } from './worthwhile.js';

export interface Openings {
  /** How many fit now. */
  eligible: number;
  /** What would let more fit, most first. `change` can be sent as `PATCH /small-jobs/{id}`; `gained` is exact. */
  items: Opening[];
  /** What is up to the citizens, so no part of `items`: "kan nås med bus". */
  otherWays: OtherWay[];
}

/**
 * "Hvad nu hvis": single changes of the job that let more citizens fit, and the best two together. `gained` counts
 * who fits with the change minus who fits now: those who come in less those who fall out, found by asking every
 * rule that the change touches again. Within one kind of change a larger one is listed only if it gains more.
 *
 * The plain meaning: `MatchingIndex.openings` answers the same from its bits.
 */
export function openings(
  job: CandidateSmallJob,
  citizens: readonly CandidateCitizen[],
  options: MatchingOptions,
): Openings {
  const setting = settingOf(options);
  const facts = smallJobFacts(job, setting);
  const kinds = proposalsFor(facts, limitsOf(citizens), setting);
  const present = presentOf(citizens.map((citizen) => pairOf(facts, citizenFacts(citizen), setting)));
  const reachable = reachableBy(
    present,
    kinds.flatMap(({ steps }) => steps.flat()),
  );
  const eligible = eligibleIn(present.masks);
  const tried = tryAll(kinds, (proposal, subject): Asked => {
    // Everybody is asked, not only those one change away: the best pair reads these masks too.
    const masks = masksWith(reachable, proposal.change, -1);
    const touched = touchedBy(proposal.change);
    return { ...proposal, subject, touched, masks, gained: eligibleIn(masks) - eligible };
  });
  return {
    eligible,
    items: worthwhile(tried, bestPair(reachable, tried.flat(2))),
    otherWays: otherWays(present),
  };
}

/** Without those who break a rule that none of the changes touches: they stay out whatever is done. */
function reachableBy(present: Present, proposals: readonly Proposal[]): Present {
  const touched = proposals.reduce((mask, { change }) => mask | touchedBy(change), 0);
  const inPlay = (mask: number): boolean => (mask & ~touched) === 0;
  return {
    pairs: present.pairs.filter((_, at) => inPlay(present.masks[at]!)),
    masks: present.masks.filter(inPlay),
  };
}
