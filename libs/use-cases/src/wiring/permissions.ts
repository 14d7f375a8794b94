import { DomainError, isStaff, type Actor, type ErrorCode } from '#domain';

/** An employer sees only its own company; what belongs to another does not exist for it. */
export function refuseOtherCompany(actor: Actor, companyId: string, code: ErrorCode): void {
  if (actor.role === 'employer' && actor.companyId !== companyId) throw new DomainError(code);
}

/** @throws not-allowed when a person of the municipality has to do it. */
export function refuseUnlessStaff(actor: Actor): asserts actor is Actor & { staffId: string } {
  if (!isStaff(actor)) throw new DomainError('not-allowed');
}

/** @throws not-allowed when a leader has to do it. */
export function refuseUnlessLeader(actor: Actor): asserts actor is Actor & { staffId: string } {
  refuseUnlessStaff(actor);
  if (actor.role !== 'leader') throw new DomainError('not-allowed');
}

/** A company knows people by its own small jobs and does not look for them elsewhere. @throws not-allowed */
export function refuseSearchByCitizen(actor: Actor, citizenId: string | undefined): void {
  if (actor.role === 'employer' && citizenId !== undefined) throw new DomainError('not-allowed');
}

/** A row that must exist. @throws the given code otherwise. */
export function found<T>(row: T | undefined, code: ErrorCode): T {
  if (row === undefined) throw new DomainError(code);
  return row;
}
