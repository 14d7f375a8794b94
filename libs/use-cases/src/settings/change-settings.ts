import {
  DomainError,
  mergedSettings,
  settingDifferences,
  settingValues,
  withSettings,
  type Actor,
  type SettingChange,
  type SettingValues,
  type Temporal,
} from '#domain';
import { standardSpread } from '#matching';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';
import { noteSettingChanges } from './note-setting-changes.js';

/** A leader changes settings of the municipality. What does not come along stays; what has begun goes on as it began. */
export class ChangeSettings {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /**
   * `seenAt`: when the values were read that the change was made from. What a colleague has changed since stays, unless
   * both have changed the same one.
   *
   * @throws not-allowed, settings.out-of-range and settings.limits-crossed with the `field`, settings.changed-meanwhile
   * with the `fields` that both have changed and `theirs`, which only the colleague has
   */
  async execute(
    change: Partial<SettingValues>,
    actor: Actor,
    { seenAt }: { seenAt?: Temporal.Instant } = {},
  ): Promise<SettingValues> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const municipality = await unit.lockMunicipality();
      const before = settingValues(municipality.settings, standardSpread);
      const since = seenAt ? await changesSince(unit, seenAt) : [];
      const { values: after, both, theirs } = mergedSettings({ ...before, ...change }, before, since);
      if (both.length > 0) throw new DomainError('settings.changed-meanwhile', { fields: both, theirs });
      const settings = withSettings(municipality.settings, after);
      const differences = settingDifferences({ ...before }, { ...after });
      if (differences.length > 0) await unit.updateMunicipality({ ...municipality, settings });
      await noteSettingChanges(unit, this.ids, differences, actor);
      return after;
    });
  }
}

const changesSince = (unit: UnitOfWork, at: Temporal.Instant): Promise<SettingChange[]> =>
  unit.settingChanges.list({ at: { from: at } }, { order: [{ by: 'at' }] });
