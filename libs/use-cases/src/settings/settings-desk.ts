import {
  defaultSettings,
  settingValues,
  type Actor,
  type MunicipalitySettings,
  type SettingChange,
  type SettingValues,
  type Temporal,
} from '#domain';
import { standardSpread } from '#matching';
import { Transactor } from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';

export interface SettingsFile {
  /** When this was read. */
  at: Temporal.Instant;
  values: SettingValues;
  /** What holds where a municipality has said nothing. */
  standard: SettingValues;
  sentences: Pick<MunicipalitySettings, 'noticeOnNo' | 'openAdvice'>;
  /** Newest first. */
  changes: (SettingChange & { by: string | null })[];
}

const MOST_CHANGES = 100;

export class SettingsDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws not-allowed */
  async show(actor: Actor): Promise<SettingsFile> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const { settings } = await unit.municipality();
      const rows = await unit.settingChanges.list(
        {},
        { order: [{ by: 'at', direction: 'desc' }, { by: 'field' }], limit: MOST_CHANGES },
      );
      const ids = [...new Set(rows.flatMap(({ byStaffId }) => byStaffId ?? []))];
      const staff = await unit.staff.list({ id: { in: ids } });
      const { noticeOnNo, openAdvice = null } = settings;
      return {
        at,
        values: settingValues(settings, standardSpread),
        standard: settingValues(defaultSettings, standardSpread),
        sentences: { noticeOnNo, openAdvice },
        changes: rows.map((row) => ({
          ...row,
          by: staff.find(({ id }) => id === row.byStaffId)?.name ?? null,
        })),
      };
    });
  }
}
