import { refuseUnless, type Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { importerOf, openImport } from './importing.js';

/** A file that was not meant is thrown away with all it said. What has been loaded stays, and so does its line. */
export class DiscardImport {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws import.wrong-state for one that has been loaded */
  async execute(importId: string, actor: Actor): Promise<void> {
    importerOf(actor);
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file = await openImport(unit, importId);
      refuseUnless(file.state === 'open', 'import.wrong-state', { from: file.state });
      await unit.importRows.remove({ importId });
      await unit.imports.remove({ id: importId });
    });
  }
}
