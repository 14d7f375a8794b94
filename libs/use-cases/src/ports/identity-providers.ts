import type { IdentityProvider } from '#domain';

/** Read before a municipality is known. */
export abstract class IdentityProviders {
  /** By the name of the municipality. */
  abstract list(audience: IdentityProvider['audience']): Promise<IdentityProvider[]>;
  abstract find(id: string): Promise<IdentityProvider | undefined>;
  /** One for each municipality and audience: another takes the place of the one before. */
  abstract save(provider: IdentityProvider): Promise<void>;
  abstract remove(municipalityId: string, audience: IdentityProvider['audience']): Promise<boolean>;
}
