import type { Entity, Temporal } from '../kernel/index.js';
import type { Account } from './account.js';

/**
 * A person as an identity provider knows it, bound to an account here: from the first sign-in on the subject
 * decides, and an address that changes hands opens nothing.
 */
export interface ExternalIdentity extends Entity {
  issuer: string;
  subject: string;
  kind: Exclude<Account['kind'], 'citizen'>;
  accountId: string;
  boundAt: Temporal.Instant;
}
