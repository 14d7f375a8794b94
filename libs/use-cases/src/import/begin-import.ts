import {
  MOST_IMPORT_COLUMNS,
  MOST_IMPORT_ROWS,
  recogniseColumns,
  refuseUnless,
  type Actor,
  type Import,
  type ImportKind,
  type ImportRow,
  type ReadTable,
} from '#domain';
import { Ids, Secrets, Transactor } from '../ports/index.js';
import { importerOf, storedCell } from './importing.js';

export interface NewImport {
  kind: ImportKind;
  fileName: string;
  table: ReadTable;
}

/** A file arrives. Nothing of it is loaded: it is there to be looked at. */
export class BeginImport {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  /** @throws import.file-empty, import.too-many-rows, import.too-many-columns, not-allowed */
  async execute({ kind, fileName, table }: NewImport, actor: Actor): Promise<Import> {
    const by = importerOf(actor);
    const { headings, rows } = table;
    refuseUnless(headings.length > 0 && rows.length > 0, 'import.file-empty');
    refuseUnless(headings.length <= MOST_IMPORT_COLUMNS, 'import.too-many-columns');
    refuseUnless(rows.length <= MOST_IMPORT_ROWS, 'import.too-many-rows');
    const columns = recogniseColumns(kind, headings);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file: Import = {
        id: this.ids.next(),
        municipalityId: actor.municipalityId,
        kind,
        state: 'open',
        fileName: fileName.slice(-200),
        // A file without headings has somebody in its first row: that one is not stored in the open either.
        headings: headings.map((heading) => {
          const cell = storedCell(heading.slice(0, 100), null, this.secrets);
          return typeof cell === 'string' ? cell : '';
        }),
        columns,
        updatesExisting: false,
        rowCount: rows.length,
        lineReached: 1,
        by,
        tally: null,
        createdAt: await unit.now(),
        startedAt: null,
        finishedAt: null,
        rowsForgottenAt: null,
      };
      await unit.imports.insert(file);
      await unit.importRows.insertMany(
        rows.map(({ line, cells }): ImportRow => ({
          id: this.ids.next(),
          municipalityId: actor.municipalityId,
          importId: file.id,
          line,
          cells: columns.map((field, at) => storedCell(cells[at] ?? '', field, this.secrets)),
          state: 'open',
          subjectId: null,
          problem: null,
          doneAt: null,
        })),
      );
      return file;
    });
  }
}
