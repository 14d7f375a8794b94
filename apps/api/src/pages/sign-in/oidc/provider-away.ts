import { types } from 'node:util';
import type { IdentityProvider } from '#domain';

/** The provider cannot be reached or does not answer in time: nobody's fault here, and worth another try. */
export class ProviderAway extends Error {
  constructor(
    readonly provider: IdentityProvider,
    cause: unknown,
  ) {
    super('The identity provider is away', { cause });
    this.name = 'ProviderAway';
  }
}

const AWAY = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** openid-client has codes; a network that fails is a TypeError of fetch, as it comes or as a cause. */
export function isProviderAway(error: unknown): boolean {
  // Under a test runner errors of Node itself belong to another realm, so `instanceof` would not know them.
  if (!types.isNativeError(error)) return false;
  const { code, cause, message } = error as Error & { code?: unknown };
  if (typeof code === 'string' && AWAY.has(code)) return true;
  return message === 'fetch failed' || (cause !== error && isProviderAway(cause));
}
