import type { Actor, AccessPurpose, OwnVisit } from '#domain';
import type { Access, UnitOfWork } from '../ports/index.js';

/** Writes down which citizens a person was shown, in the transaction of the read: no log, no read (P9). */
export async function logShown(
  unit: UnitOfWork,
  actor: Actor,
  citizenIds: readonly string[],
  purpose: AccessPurpose | OwnVisit,
): Promise<void> {
  const ids = [...new Set(citizenIds)];
  if (ids.length === 0) return;
  await unit.logAccess({ ...whoLooks(actor), citizenIds: ids, kind: 'shown', purpose });
}

/** In whose name, and by which key when it was not the person her- or himself. */
export const whoLooks = (actor: Actor): Pick<Access, 'who' | 'staffId' | 'companyId' | 'apiKey'> => ({
  who: actor.name,
  staffId: actor.staffId ?? null,
  companyId: actor.companyId ?? null,
  ...(actor.apiKey !== undefined && { apiKey: actor.apiKey }),
});
