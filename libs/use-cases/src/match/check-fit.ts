import { DomainError, type Actor, type Citizen, type SmallJob } from '#domain';
import { evaluate, RULE_VERSION, type Score } from '#matching';
import type { UnitOfWork } from '../ports/index.js';
import { asCandidate, asCandidateJob, dayOfMatching } from './candidate-data.js';

export interface Fit extends Score {
  ruleVersion: string;
}

/**
 * Checks every hard constraint for one pair. @throws match.does-not-fit with all failing rules; a company is not
 * told which, since they speak of what the citizen can.
 */
export async function checkFit(
  unit: UnitOfWork,
  smallJob: SmallJob,
  citizen: Citizen,
  askedBy?: Actor,
): Promise<Fit> {
  const day = await dayOfMatching(unit);
  const result = evaluate(await asCandidateJob(unit, smallJob), await asCandidate(unit, citizen, day), {
    day,
  });
  if (!result.eligible) {
    if (askedBy?.role === 'employer') throw new DomainError('match.does-not-fit');
    const failed = result.failed.map(({ constraint, text }) => ({ constraint, text }));
    throw new DomainError('match.does-not-fit', { failed });
  }
  const { score, wants, canGet, parts } = result;
  return { score, wants, canGet, parts, ruleVersion: RULE_VERSION };
}
