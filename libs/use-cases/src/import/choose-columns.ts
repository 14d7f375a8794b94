import { importField, refuseUnless, type Actor, type Import } from '#domain';
import { Transactor } from '../ports/index.js';
import { importerOf, openImport } from './importing.js';

/** A person says what the columns hold that were not understood, or were misunderstood. */
export class ChooseImportColumns {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws import.columns-invalid */
  async execute(importId: string, columns: readonly (string | null)[], actor: Actor): Promise<Import> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file = await openImport(unit, importId);
      const chosen = columns.filter((field): field is string => field !== null);
      const fits =
        columns.length === file.headings.length &&
        chosen.every((field) => importField(file.kind, field)) &&
        new Set(chosen).size === chosen.length;
      refuseUnless(fits, 'import.columns-invalid');
      const changed: Import = { ...file, columns: [...columns] };
      await unit.imports.update(changed);
      return changed;
    });
  }
}
