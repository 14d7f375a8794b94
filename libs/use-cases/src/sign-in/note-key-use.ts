import { localDateOf } from '#domain';
import { Transactor } from '../ports/index.js';

/** Keeps the day on which a key was last used, so that a leader sees which one nobody needs. */
export class NoteKeyUse {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(municipalityId: string, keyHash: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const apiKey = await unit.apiKeys.first({ keyHash }, { lock: true });
      const today = localDateOf(await unit.now());
      if (apiKey && apiKey.lastUsedOn !== today) await unit.apiKeys.update({ ...apiKey, lastUsedOn: today });
    });
  }
}
