import type { Actor, CalendarFeed } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { activeFeed, lockOwner, ownerOf } from './own-feed.js';

/** The address of a calendar, for its owner only. */
export interface FeedAddress {
  /** Goes into the address. Derived from the id each time; only its hash is stored. */
  token: string;
  createdAt: CalendarFeed['createdAt'];
}

/** The owner's address, if there is one. */
export class ShowCalendarFeed {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(actor: Actor): Promise<FeedAddress | null> {
    const owner = ownerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const feed = await activeFeed(unit, owner);
      return feed ? { token: this.secrets.linkToken(feed.id), createdAt: feed.createdAt } : null;
    });
  }
}

/** A new address. One that was there stops working at once: that is how it is rotated. */
export class MakeCalendarFeed {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  async execute(actor: Actor): Promise<FeedAddress> {
    const owner = ownerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      await lockOwner(unit, owner);
      const before = await activeFeed(unit, owner);
      if (before) await revoke(unit, this.secrets, before);
      const createdAt = await unit.now();
      const { municipalityId } = actor;
      const feed: CalendarFeed = {
        id: this.ids.next(),
        municipalityId,
        ...owner,
        createdAt,
        revokedAt: null,
      };
      await unit.calendarFeeds.insert(feed);
      const token = this.secrets.linkToken(feed.id);
      await unit.enlist({
        kind: 'answer-link',
        key: this.secrets.tokenHash(token),
        subjectId: feed.id,
        details: { purpose: 'calendar' },
      });
      return { token, createdAt };
    });
  }
}

/** The address stops working. Done twice, nothing more happens. */
export class RevokeCalendarFeed {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(actor: Actor): Promise<void> {
    const owner = ownerOf(actor);
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      await lockOwner(unit, owner);
      const feed = await activeFeed(unit, owner);
      if (feed) await revoke(unit, this.secrets, feed);
    });
  }
}

async function revoke(unit: UnitOfWork, secrets: Secrets, feed: CalendarFeed): Promise<void> {
  const now = await unit.now();
  await unit.calendarFeeds.update({ ...feed, revokedAt: now });
  const key = secrets.tokenHash(secrets.linkToken(feed.id));
  const details = { purpose: 'calendar' };
  await unit.enlist({ kind: 'answer-link', key, subjectId: feed.id, details, expiresAt: now });
}
