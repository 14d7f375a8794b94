import type { Actor, CalendarFeed } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import {
  activeFeed,
  addressOf,
  endFeedOf,
  lockOwner,
  ownerOf,
  type FeedAddress,
  type Owner,
} from './own-feed.js';

/** A new address. One that was there stops working at once: that is how it is rotated. */
export class MakeCalendarFeed {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  execute(actor: Actor): Promise<FeedAddress> {
    return this.locked(actor, (unit, owner) => this.make(unit, owner, this.ids.next()));
  }

  /** `id`: that of the wish. The same wish again makes no other address, and shows what there is by then. */
  once(actor: Actor, id: string): Promise<FeedAddress | null> {
    return this.locked(actor, async (unit, owner) => {
      if (!(await unit.calendarFeeds.find(id))) return this.make(unit, owner, id);
      const feed = await activeFeed(unit, owner);
      return feed ? addressOf(this.secrets, feed) : null;
    });
  }

  private async locked<R>(actor: Actor, work: (unit: UnitOfWork, owner: Owner) => Promise<R>): Promise<R> {
    const owner = ownerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      await lockOwner(unit, owner);
      return work(unit, owner);
    });
  }

  private async make(unit: UnitOfWork, owner: Owner, id: string): Promise<FeedAddress> {
    await endFeedOf(unit, this.secrets, owner);
    const createdAt = await unit.now();
    const feed: CalendarFeed = {
      id,
      municipalityId: unit.municipalityId,
      ...owner,
      createdAt,
      revokedAt: null,
    };
    await unit.calendarFeeds.insert(feed);
    const address = addressOf(this.secrets, feed);
    await unit.enlist({
      kind: 'answer-link',
      key: this.secrets.tokenHash(address.token),
      subjectId: feed.id,
      details: { purpose: 'calendar' },
    });
    return address;
  }
}
