import type { CellFault, FieldChange, ImportRow } from '#domain';
import type { CitizenChange } from '../citizen/change-citizen.js';
import type { CitizenInput } from '../citizen/register-citizen.js';
import type { CompanyChange } from '../company/change-company.js';
import type { CompanyInput } from '../company/register-company.js';
import type { SmallJobInput } from '../small-job/post-small-job.js';

/**
 * What loading would make of a row: `new`, `change` of what stands there, `known` and already as the file says, `wrong`
 * until a cell is corrected; `loaded` is over.
 */
export type RowOutcome = 'new' | 'change' | 'known' | 'wrong' | 'loaded';

/** What loading a row does. CPR numbers are still sealed. */
export type RowWork =
  | {
      do: 'register-citizen';
      input: Omit<CitizenInput, 'cpr'>;
      cprSealed: string | undefined;
      reference: string | undefined;
    }
  | { do: 'change-citizen'; citizenId: string; change: CitizenChange; cprSealed: string | undefined }
  | { do: 'register-company'; input: CompanyInput }
  | { do: 'change-company'; companyId: string; change: CompanyChange }
  | { do: 'post-small-job'; input: SmallJobInput; reference: string | undefined };

export interface JudgedRow {
  row: ImportRow;
  outcome: RowOutcome;
  faults: CellFault[];
  /** Who or what stands there already. */
  known: { id: string; name: string } | null;
  /** What would be different, when what stands there is to be changed. */
  changes: FieldChange[];
  /** What the file calls whom it found, where that was not known. */
  refers?: string;
  work: RowWork | null;
}

/** A row as it was read, before anybody looked whether it is there already. */
export interface Reading<T> {
  row: ImportRow;
  said: T;
  faults: CellFault[];
}

export const wrong = ({ row, faults }: Reading<unknown>): JudgedRow => ({
  row,
  outcome: 'wrong',
  faults,
  known: null,
  changes: [],
  work: null,
});

/** By a key that several rows may have: what was found for it. */
export function grouped<T>(
  rows: readonly T[],
  keyOf: (row: T) => string | null | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export const said = <T>(values: readonly (T | undefined)[]): T[] =>
  [...new Set(values)].filter((value): value is T => value !== undefined);
