import type { Actor } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { endFeedOf, lockOwner, ownerOf } from './own-feed.js';

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
      await endFeedOf(unit, this.secrets, owner);
    });
  }
}
