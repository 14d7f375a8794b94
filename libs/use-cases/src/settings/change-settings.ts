import { settingDifferences, settingValues, withSettings, type Actor, type SettingValues } from '#domain';
import { standardSpread } from '#matching';
import { Ids, Transactor } from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';
import { noteSettingChanges } from './note-setting-changes.js';

/** A leader changes settings of the municipality. What does not come along stays; what has begun goes on as it began. */
export class ChangeSettings {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws not-allowed, settings.out-of-range and settings.limits-crossed with the `field` */
  async execute(change: Partial<SettingValues>, actor: Actor): Promise<SettingValues> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const municipality = await unit.municipality();
      const before = settingValues(municipality.settings, standardSpread);
      const after = { ...before, ...change };
      const settings = withSettings(municipality.settings, after);
      const differences = settingDifferences({ ...before }, { ...after });
      if (differences.length > 0) await unit.updateMunicipality({ ...municipality, settings });
      await noteSettingChanges(unit, this.ids, differences, actor);
      return after;
    });
  }
}
