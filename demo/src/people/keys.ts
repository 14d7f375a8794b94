import { createHmac } from 'node:crypto';
import type { ApiKey, KeyRole, Temporal } from '#domain';
import type { DirectoryEntry } from '#use-cases';
import { companyIdOf } from './companies.js';
import { demoId } from './demo-ids.js';
import type { TownKey } from './phones.js';
import { staffIdOf } from './staff.js';
import { municipalityId } from './town.js';

export type KeyName = 'consultant' | 'leader' | 'employer' | 'integration' | 'otherMunicipality';

/** Whom each key acts as; the details are those that the API reads (apps/api/src/http/bearer-keys.ts). */
const holders: Record<KeyName, { town: TownKey; details: Record<string, string> }> = {
  consultant: {
    town: 'vejle',
    details: { role: 'consultant', staffId: staffIdOf('vejle', 'Mette'), name: 'Mette Holm' },
  },
  leader: {
    town: 'vejle',
    details: { role: 'leader', staffId: staffIdOf('vejle', 'Birgitte'), name: 'Birgitte Lund' },
  },
  employer: {
    town: 'vejle',
    details: { role: 'employer', companyId: companyIdOf('vejle', 'frugt'), name: 'Ali Demir' },
  },
  integration: { town: 'vejle', details: { role: 'integration', name: 'Fagsystemet (demo)' } },
  otherMunicipality: {
    town: 'samsoe',
    details: { role: 'consultant', staffId: staffIdOf('samsoe', 'Karen'), name: 'Karen Ballegaard' },
  },
};

export const keyNames = Object.keys(holders) as KeyName[];

/** Made from the installation's secret every time, so that it is the same after a restart and stored nowhere. */
export const demoKey = (secretKey: string, name: KeyName): string =>
  `demo_${name}_${createHmac('sha256', secretKey).update(`demo api key: ${name}`).digest('base64url')}`;

/** What a leader sees of them. */
export const keyRows = (
  town: TownKey,
  secretKey: string,
  hash: (key: string) => string,
  madeAt: Temporal.Instant,
): ApiKey[] =>
  keyNames
    .filter((name) => holders[name].town === town)
    .map((name) => ({
      id: demoId('api key', keyNames.indexOf(name) + 1),
      municipalityId: municipalityId(town),
      keyHash: hash(demoKey(secretKey, name)),
      name: `Demo: ${holders[name].details.name}`,
      role: holders[name].details.role as KeyRole,
      staffId: holders[name].details.staffId ?? null,
      companyId: holders[name].details.companyId ?? null,
      madeAt,
      madeByStaffId: null,
      endsAt: null,
      revokedAt: null,
      lastUsedOn: null,
    }));

/** The rows that let a key in: its hash, and whom it acts as. */
export const keyEntries = (
  town: TownKey,
  secretKey: string,
  hash: (key: string) => string,
): DirectoryEntry[] =>
  keyNames
    .filter((name) => holders[name].town === town)
    .map((name) => ({
      kind: 'api-key',
      key: hash(demoKey(secretKey, name)),
      subjectId: holders[name].details.staffId ?? holders[name].details.companyId ?? municipalityId(town),
      details: holders[name].details,
    }));
