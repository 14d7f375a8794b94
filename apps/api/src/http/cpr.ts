import { cpr } from 'stdnum/lib/cjs/dk/index.js';
import { DomainError } from '#domain';

/**
 * Ten digits. Numbers that fail modulus 11 have been given out since 2007, so only a day that does not exist,
 * or lies ahead, is refused.
 *
 * @throws citizen.cpr-invalid
 */
export function readCpr(written: string): string {
  if (!cpr.validate(written).isValid) throw new DomainError('citizen.cpr-invalid');
  return cpr.compact(written);
}
