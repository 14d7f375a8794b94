import { DomainError, type Actor, type CalendarFeed } from '#domain';
import type { Criteria, Secrets, UnitOfWork } from '../ports/index.js';

export type Owner = Pick<CalendarFeed, 'citizenId' | 'companyId'>;

/** The address of a calendar, for its owner only. */
export interface FeedAddress {
  /** Goes into the address. Derived from the id each time; only its hash is stored. */
  token: string;
  createdAt: CalendarFeed['createdAt'];
}

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

export const addressOf = (secrets: Secrets, { id, createdAt }: CalendarFeed): FeedAddress => ({
  token: secrets.linkToken(id),
  createdAt,
});

/** Whoever calls it holds the lock of the owner. */
export async function endFeedOf(unit: UnitOfWork, secrets: Secrets, owner: Owner): Promise<void> {
  const feed = await activeFeed(unit, owner);
  if (feed) await revoke(unit, secrets, feed);
}

async function revoke(unit: UnitOfWork, secrets: Secrets, feed: CalendarFeed): Promise<void> {
  const now = await unit.now();
  await unit.calendarFeeds.update({ ...feed, revokedAt: now });
  const key = secrets.tokenHash(secrets.linkToken(feed.id));
  const details = { purpose: 'calendar' };
  await unit.enlist({ kind: 'answer-link', key, subjectId: feed.id, details, expiresAt: now });
}
