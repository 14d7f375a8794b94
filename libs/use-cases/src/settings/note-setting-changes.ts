import type { Actor, SettingChange } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';

/** Who changed what, one line a setting. */
export async function noteSettingChanges(
  unit: UnitOfWork,
  ids: Ids,
  changes: readonly Pick<SettingChange, 'field' | 'before' | 'after'>[],
  actor: Actor,
): Promise<void> {
  if (changes.length === 0) return;
  const at = await unit.now();
  const { municipalityId } = unit;
  const byStaffId = actor.staffId ?? null;
  await unit.settingChanges.insertMany(
    changes.map((change) => ({ ...change, id: ids.next(), municipalityId, byStaffId, at })),
  );
}
