import type { Entity, Temporal } from '../kernel/index.js';

type Value = string | number | boolean | null;

/** One setting that somebody changed. Only added to. `field` is a name of setting-fields.ts, or a sentence: `noticeOnNo.da`. */
export interface SettingChange extends Entity {
  field: string;
  before: { value: Value };
  after: { value: Value };
  byStaffId: string | null;
  at: Temporal.Instant;
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
