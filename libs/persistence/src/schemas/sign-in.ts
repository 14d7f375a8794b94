import type { ApiKey, ExternalIdentity } from '#domain';
import { day, identity, instant, optional, table, text, uuid } from './columns.js';

export const externalIdentitySchema = table<ExternalIdentity>('external_identities', {
  ...identity,
  issuer: text,
  subject: text,
  kind: text,
  accountId: uuid,
  boundAt: instant,
});

export const apiKeySchema = table<ApiKey>('api_keys', {
  ...identity,
  keyHash: text,
  name: text,
  role: text,
  staffId: optional(uuid),
  companyId: optional(uuid),
  madeAt: instant,
  madeByStaffId: optional(uuid),
  endsAt: optional(instant),
  revokedAt: optional(instant),
  lastUsedOn: optional(day),
});
