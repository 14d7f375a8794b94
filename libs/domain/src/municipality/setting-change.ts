import type { Entity, Temporal } from '../kernel/index.js';
import type { SettingName, SettingValues } from './setting-fields.js';

type Value = string | number | boolean | null;

/** One setting that somebody changed. Only added to. `field` is a name of setting-fields.ts, or a sentence: `noticeOnNo.da`. */
export interface SettingChange extends Entity {
  field: string;
  before: { value: Value };
  after: { value: Value };
  byStaffId: string | null;
  at: Temporal.Instant;
}

/**
 * What somebody wants who began with older values, where `since` is what colleagues have changed meanwhile, oldest first:
 * a field that was left as it stood follows the colleague (`theirs`); one that both have changed is for a person to
 * decide (`both`).
 */
export function mergedSettings(
  mine: SettingValues,
  now: SettingValues,
  since: readonly SettingChange[],
): { values: SettingValues; both: SettingName[]; theirs: SettingName[] } {
  const names = Object.keys(now) as SettingName[];
  const changed = names.flatMap((name) => {
    const first = since.find(({ field }) => field === name);
    return first && mine[name] !== now[name] ? [{ name, isMine: mine[name] !== first.before.value }] : [];
  });
  const theirs = changed.filter(({ isMine }) => !isMine).map(({ name }) => name);
  return {
    values: { ...mine, ...Object.fromEntries(theirs.map((name) => [name, now[name]])) },
    both: changed.filter(({ isMine }) => isMine).map(({ name }) => name),
    theirs,
  };
}

/** What differs, field by field. */
export function settingDifferences(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Pick<SettingChange, 'field' | 'before' | 'after'>[] {
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({
      field,
      before: { value: before[field] ?? null },
      after: { value: after[field] ?? null },
    }));
}
