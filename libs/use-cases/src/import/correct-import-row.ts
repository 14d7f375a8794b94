import { refuseUnless, type Actor, type ImportRow } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { importerOf, openImport, storedCell } from './importing.js';

/** A cell is corrected where it stands. The file on somebody's machine stays as it is. */
export class CorrectImportRow {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /** `cells` by the place of the column, from 0; what is not named stays. @throws import.row-not-found */
  async execute(
    importId: string,
    rowId: string,
    cells: ReadonlyMap<number, string>,
    actor: Actor,
  ): Promise<ImportRow> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file = await openImport(unit, importId);
      const row = found(await unit.importRows.lock(rowId), 'import.row-not-found');
      refuseUnless(row.importId === importId, 'import.row-not-found');
      refuseUnless(row.state === 'open' || row.state === 'failed', 'import.wrong-state', { from: row.state });
      const corrected: ImportRow = {
        ...row,
        cells: file.columns.map((field, at) => {
          const text = cells.get(at);
          return text === undefined
            ? (row.cells[at] ?? '')
            : storedCell(text.slice(0, 2000), field, this.secrets);
        }),
        state: 'open',
        problem: null,
        doneAt: null,
      };
      await unit.importRows.update(corrected);
      return corrected;
    });
  }
}
