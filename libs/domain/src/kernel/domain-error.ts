import { errorKinds, type ErrorCode, type ErrorKind } from './error-codes.js';

/**
 * A rule said no. Carries a stable code in domain words; the HTTP edge turns the kind into a status and the
 * code into Danish or English. `details` is shown to the caller: never put personal data in it.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;

  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.kind = errorKinds[code];
  }
}

export function refuseUnless(
  condition: unknown,
  code: ErrorCode,
  details?: Record<string, unknown>,
): asserts condition {
  if (!condition) throw new DomainError(code, details);
}
