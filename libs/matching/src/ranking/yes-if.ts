import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { changedCitizen, changedSmallJob } from '../changes.js';
import { andList } from '../danish/amounts.js';
import { evaluate } from './evaluate.js';
import type { MatchingOptions } from './options.js';

/**
 * "Ja, hvis jobbet starter kl. 9 og løft er højst 10 kg": all the proposed changes of a pair in one sentence
 * (screens.md). It is a promise, so it is only given when the pair fits with all of them made; null when they
 * cannot be made together, when one has no body, or when the pair fits already.
 */
export function yesIf(
  job: CandidateSmallJob,
  citizen: CandidateCitizen,
  options: MatchingOptions,
): string | null {
  const now = evaluate(job, citizen, options);
  if (now.eligible) return null;
  let [jobThen, citizenThen] = [job, citizen];
  for (const { change } of now.failed) {
    if (change.on === 'none' || change.body === undefined) return null;
    if (change.on === 'small-job') jobThen = changedSmallJob(jobThen, change.body);
    else citizenThen = changedCitizen(citizenThen, change.body);
  }
  if (!evaluate(jobThen, citizenThen, options).eligible) return null;
  return `Ja, hvis ${andList([...new Set(now.failed.map(({ change }) => change.text))])}`;
}
