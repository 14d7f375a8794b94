import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** Ends a key: what it leads to has run out from now on. Twice is once. */
export class RevokeApiKey {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(id: string, { municipalityId }: Actor): Promise<void> {
    const { keyHash } = await this.transactor.inMunicipality(municipalityId, async (unit) =>
      found(await unit.apiKeys.find(id), 'api-key.not-found'),
    );
    const hits = await this.transactor.lookUp('api-key', keyHash);
    // Both or neither: a key that is listed as stopped and still lets in would be found by nobody.
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const apiKey = found(await unit.apiKeys.lock(id), 'api-key.not-found');
      const now = await unit.now();
      if (!apiKey.revokedAt) await unit.apiKeys.update({ ...apiKey, revokedAt: now });
      for (const { subjectId, details } of hits.filter((hit) => hit.municipalityId === municipalityId))
        await unit.enlist({ kind: 'api-key', key: keyHash, subjectId, details, expiresAt: now });
    });
  }
}
