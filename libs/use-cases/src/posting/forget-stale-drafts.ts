import { DRAFT_KEPT_DAYS } from '#domain';
import { Transactor } from '../ports/index.js';

/** A draft that nobody has touched for three months was not meant; names and numbers in it are not kept longer. */
export class ForgetStaleDrafts {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns how many were forgotten. */
  async execute(municipalityId: string): Promise<number> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const before = (await unit.now()).subtract({ hours: 24 * DRAFT_KEPT_DAYS });
      return unit.postingDrafts.remove({ updatedAt: { before } });
    });
  }
}
