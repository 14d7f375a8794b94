import { accountId, type Account, type AccountKind, type SignInMethod } from '#domain';
import type { FastifyRequest } from 'fastify';

/** What came of an attempt to sign in: ids and kinds, and never an address, a number or a name. */
interface Attempt {
  /** Undefined when the way back from a provider was nobody's. */
  kind: AccountKind | undefined;
  method: SignInMethod;
  outcome: string;
  municipalityId?: string;
  /** Of who came in. */
  accountId?: string;
  /** How often a code may still be typed. */
  triesLeft?: number;
  /** Of the library that read the provider's answer. */
  code?: string;
}

/** One line for each, whatever came of it. */
export const logSignIn = (request: FastifyRequest, attempt: Attempt): void =>
  request.log.info(attempt, 'sign-in');

export const logSignedIn = (request: FastifyRequest, account: Account, method: SignInMethod): void => {
  const { kind, municipalityId } = account;
  logSignIn(request, { kind, method, outcome: 'signed-in', municipalityId, accountId: accountId(account) });
};
