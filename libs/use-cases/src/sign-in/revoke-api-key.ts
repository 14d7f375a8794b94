import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** Ends a key: what it leads to has run out from now on. Twice is once. */
export class RevokeApiKey {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(id: string, { municipalityId }: Actor): Promise<void> {
    const hash = await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const apiKey = found(await unit.apiKeys.lock(id), 'api-key.not-found');
      if (!apiKey.revokedAt) await unit.apiKeys.update({ ...apiKey, revokedAt: await unit.now() });
      return apiKey.keyHash;
    });
    const hits = await this.transactor.lookUp('api-key', hash);
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const expiresAt = await unit.now();
      for (const { subjectId, details } of hits.filter((hit) => hit.municipalityId === municipalityId))
        await unit.enlist({ kind: 'api-key', key: hash, subjectId, details, expiresAt });
    });
  }
}
