import type { Actor } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Writes down which citizens a person was shown, in the transaction of the read: no log, no read (P9). */
export async function logShown(
  unit: UnitOfWork,
  actor: Actor,
  citizenIds: readonly string[],
  purpose: string,
): Promise<void> {
  const ids = [...new Set(citizenIds)];
  if (ids.length === 0) return;
  await unit.logAccess({
    who: actor.name,
    staffId: actor.staffId ?? null,
    companyId: actor.companyId ?? null,
    citizenIds: ids,
    kind: 'shown',
    purpose,
  });
}
