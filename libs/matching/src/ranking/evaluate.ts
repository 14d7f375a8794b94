import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { citizenFacts, pairOf, smallJobFacts } from '../facts.js';
import { failing, inWords, type Failure } from './failures.js';
import { settingOf, type MatchingOptions } from './options.js';
import { scoreOf, type Score } from './score.js';

export type Evaluation = ({ eligible: true; failed: [] } & Score) | { eligible: false; failed: Failure[] };

/** One pair: does it fit now, and why or why not. Asked again before a match is confirmed. */
export function evaluate(
  job: CandidateSmallJob,
  citizen: CandidateCitizen,
  options: MatchingOptions,
): Evaluation {
  const setting = settingOf(options);
  const pair = pairOf(smallJobFacts(job, setting), citizenFacts(citizen), setting);
  const mask = failing(pair);
  return mask === 0
    ? { eligible: true, failed: [], ...scoreOf(pair) }
    : { eligible: false, failed: inWords(pair, mask) };
}
