import { settingDifferences, type Actor, type MunicipalitySettings } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { noteSettingChanges } from '../settings/note-setting-changes.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';

export type Sentences = Pick<MunicipalitySettings, 'noticeOnNo' | 'openAdvice'>;

/**
 * The two sentences that are no message: what a no means, which a leader approves by saving it and without which no
 * offer goes out, and open advice. An offer keeps the sentence it was made with.
 */
export class ChangeSentences {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws not-allowed */
  async execute(change: Partial<Sentences>, actor: Actor): Promise<Sentences> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const municipality = await unit.lockMunicipality();
      const settings = { ...municipality.settings, ...change };
      const differences = settingDifferences(flat(municipality.settings), flat(settings));
      if (differences.length > 0) await unit.updateMunicipality({ ...municipality, settings });
      await noteSettingChanges(unit, this.ids, differences, actor);
      return settings;
    });
  }
}

const flat = ({ noticeOnNo, openAdvice = null }: Sentences): Record<string, string | null> => ({
  'noticeOnNo.da': noticeOnNo?.da ?? null,
  'noticeOnNo.en': noticeOnNo?.en ?? null,
  'openAdvice.when.da': openAdvice?.when.da ?? null,
  'openAdvice.when.en': openAdvice?.when.en ?? null,
  'openAdvice.where': openAdvice?.where ?? null,
});
