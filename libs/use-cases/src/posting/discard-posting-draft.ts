import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { openDraft } from './draft-of.js';

/** Throws a draft away. One that has become a small job is part of its history and stays for a while. */
export class DiscardPostingDraft {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(draftId: string, actor: Actor): Promise<void> {
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const { id } = await openDraft(unit, draftId, actor);
      await unit.postingDrafts.remove({ id });
    });
  }
}
