import { defaultSettings } from '#domain';
import { Transactor } from '../ports/index.js';

/**
 * Rankings that nobody acted on are thrown away after the municipality's time: they hold what was known of people who
 * were only looked through. One that a match was picked from stays as long as the match.
 */
export class ForgetRankings {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns how many were forgotten. */
  async execute(municipalityId: string): Promise<number> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const { settings } = await unit.municipality();
      const days = settings.rankingKeptDays ?? defaultSettings.rankingKeptDays!;
      const before = (await unit.now()).subtract({ hours: 24 * days });
      return unit.rankings.remove({ actedAt: { isNull: true }, at: { before } });
    });
  }
}
