import { DomainError, type Actor, type CalendarFeed } from '#domain';
import type { Criteria, UnitOfWork } from '../ports/index.js';

type Owner = Pick<CalendarFeed, 'citizenId' | 'companyId'>;

/** A citizen's or a company's own shifts; nobody else has a calendar of their own. @throws not-allowed */
export function ownerOf(actor: Actor): Owner {
  if (actor.role === 'citizen' && actor.citizenId) return { citizenId: actor.citizenId, companyId: null };
  if (actor.role === 'employer' && actor.companyId) return { citizenId: null, companyId: actor.companyId };
  throw new DomainError('not-allowed');
}

const ownedBy = ({ citizenId, companyId }: Owner): Criteria<CalendarFeed> =>
  citizenId ? { citizenId } : { companyId };

export const activeFeed = (unit: UnitOfWork, owner: Owner): Promise<CalendarFeed | undefined> =>
  unit.calendarFeeds.first({ ...ownedBy(owner), revokedAt: { isNull: true } });

/** Locks whom it is about, so that two clicks at once make one address. */
export async function lockOwner(unit: UnitOfWork, { citizenId, companyId }: Owner): Promise<void> {
  if (citizenId) await unit.citizens.lock(citizenId);
  if (companyId) await unit.companies.lock(companyId);
}
