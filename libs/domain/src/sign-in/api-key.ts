import type { Entity, LocalDate, Temporal } from '../kernel/index.js';

export const keyRoles = ['consultant', 'leader', 'integration', 'employer'] as const;
export type KeyRole = (typeof keyRoles)[number];

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
