import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { citizenFacts, pairOf, smallJobFacts } from '../facts.js';
import { settingOf, type MatchingOptions } from '../ranking/options.js';
import { bestPair, type Opening, type Tried } from './best-pair.js';
import { otherWays, type OtherWay } from './other-ways.js';
import type { Proposal, ProposalKind } from './proposal.js';
import { proposalsFor } from './proposals.js';
import { eligibleIn, masksWith, presentOf, touchedBy, type Present } from './what-if.js';

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
 */
export function openings(
  job: CandidateSmallJob,
  citizens: readonly CandidateCitizen[],
  options: MatchingOptions,
): Openings {
  const setting = settingOf(options);
  const facts = smallJobFacts(job, setting);
  const kinds = proposalsFor(facts, citizens, setting);
  const present = presentOf(citizens.map((citizen) => pairOf(facts, citizenFacts(citizen), setting)));
  const reachable = reachableBy(
    present,
    kinds.flatMap(({ steps }) => steps.flat()),
  );
  const tried = kinds.map((kind) => tryAll(reachable, kind));
  const pair = bestPair(reachable, tried.flat(2));
  const items: Opening[] = [...tried.flatMap(worthwhile), ...(pair === null ? [] : [pair])];
  return {
    eligible: eligibleIn(present.masks),
    items: items
      .sort((a, b) => b.gained - a.gained)
      .map(({ change, text, gained }) => ({ change, text, gained })),
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

/** The kind's steps with the effect of each proposal. */
function tryAll(present: Present, { subject, steps }: ProposalKind): Tried[][] {
  const now = eligibleIn(present.masks);
  const tryOne = (proposal: Proposal): Tried => {
    // Everybody is asked, not only those one change away: the best pair reads these masks too.
    const masks = masksWith(present, proposal.change, -1);
    const gained = eligibleIn(masks) - now;
    return { ...proposal, subject, touched: touchedBy(proposal.change), masks, gained };
  };
  return steps.map((step) => step.map(tryOne));
}

/** Those that gain more than every smaller change of their kind. */
function worthwhile(steps: readonly Tried[][]): Tried[] {
  let most = 0;
  return steps.flatMap((step) => {
    const better = step.filter(({ gained }) => gained > most);
    most = Math.max(most, ...better.map(({ gained }) => gained));
    return better;
  });
}
