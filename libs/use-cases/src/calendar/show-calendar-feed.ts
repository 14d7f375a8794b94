import type { Actor } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { activeFeed, addressOf, ownerOf, type FeedAddress } from './own-feed.js';

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
      return feed ? addressOf(this.secrets, feed) : null;
    });
  }
}
