import { isBefore, type Entity, type LocalDate, type Temporal } from '../kernel/index.js';

export const keyRoles = ['consultant', 'leader', 'integration', 'employer'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** Whom a key of each role acts as; null: the municipality's own system. */
export const keyHolders: Readonly<Record<KeyRole, 'staff' | 'company' | null>> = {
  consultant: 'staff',
  leader: 'staff',
  integration: null,
  employer: 'company',
};

/** A key of a machine, as leaders see it; of the key itself there is only the hash. */
export interface ApiKey extends Entity {
  /** SHA-256, hex. */
  keyHash: string;
  name: string;
  role: KeyRole;
  /** Whom a key of the staff acts as. */
  staffId: string | null;
  /** The one company an employer's key may see. */
  companyId: string | null;
  madeAt: Temporal.Instant;
  madeByStaffId: string | null;
  endsAt: Temporal.Instant | null;
  revokedAt: Temporal.Instant | null;
  lastUsedOn: LocalDate | null;
}

/** It was stopped, or its last day has been. */
export const isKeyOver = (
  { endsAt, revokedAt }: Pick<ApiKey, 'endsAt' | 'revokedAt'>,
  now: Temporal.Instant,
): boolean => revokedAt !== null || (endsAt !== null && !isBefore(now, endsAt));
