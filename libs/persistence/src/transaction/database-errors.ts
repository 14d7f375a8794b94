import { types } from 'node:util';
import { DomainError } from '#domain';
import { QueryFailedError } from 'typeorm';
import { STALE_PLAN } from '../few-round-trips.js';
import { refusals, seenTooLate } from './refusals.js';

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';
const CHECK_VIOLATION = '23514';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

interface PostgresError {
  code?: string;
  constraint?: string;
}

const postgresErrorOf = (error: unknown): PostgresError | undefined =>
  error instanceof QueryFailedError ? (error.driverError as PostgresError) : undefined;

/** True when the same work, begun again, can succeed: nothing of it is left and the others are done. */
export function isWorthRepeating(error: unknown): boolean {
  const { code, constraint = '' } = postgresErrorOf(error) ?? {};
  if (code === SERIALIZATION_FAILURE || code === DEADLOCK || code === STALE_PLAN) return true;
  return code === UNIQUE_VIOLATION && seenTooLate.has(constraint);
}

/** What the domain calls this error; anything the domain has no word for is returned as it is. */
export function inDomainWords(error: unknown): Error {
  const { code, constraint = '' } = postgresErrorOf(error) ?? {};
  const ruleBroken = code === UNIQUE_VIOLATION || code === EXCLUSION_VIOLATION || code === CHECK_VIOLATION;
  const refusal = ruleBroken ? refusals[constraint] : undefined;
  if (refusal) return new DomainError(refusal);
  // Under a test runner errors of Node itself belong to another realm, so `instanceof` would not know them.
  return types.isNativeError(error) ? error : new Error(String(error));
}
