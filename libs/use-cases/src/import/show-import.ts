import {
  assumptionsOf,
  missingColumns,
  refuseUnless,
  type Actor,
  type Import,
  type ImportField,
  type ImportTally,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { logShown, whoLooks } from '../records/log-shown.js';
import { pageOf, type Page, type PageRequest } from '../records/page.js';
import { found } from '../wiring/permissions.js';
import { importerOf } from './importing.js';
import { judgeRows } from './judge-rows.js';
import type { JudgedRow, RowOutcome } from './judged-row.js';
import { tallyOf } from './run-import.js';

export interface ImportShown {
  file: Import;
  /** How many rows have ended how so far. */
  tally: ImportTally;
  /** What loading would make of those that are left; all naught while it is being loaded. */
  counts: Record<RowOutcome, number>;
  /** How many stand there already and differ from the file, whether they are to be changed or not. */
  changeable: number;
  /** Columns that every row needs and the file has not. */
  missing: ImportField[];
  /** What is assumed because the file has no such column. */
  assumed: ImportField[];
  rows: JudgedRow[];
  /** The line to go on after; null at the end. */
  next: number | null;
}

interface Wish {
  outcome?: RowOutcome;
  afterLine?: number;
  limit: number;
}

/** The dry run: what loading would do, row by row, as things stand now. */
export class ShowImport {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** The newest first. */
  async list(page: PageRequest, actor: Actor): Promise<Page<Import>> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => pageOf(unit.imports, {}, page));
  }

  async latest(limit: number, actor: Actor): Promise<Import[]> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      unit.imports.list({}, { order: [{ by: 'createdAt', direction: 'desc' }], limit }),
    );
  }

  /** Citizens whose record a row was compared with are in the access log: shown on this page, or only calculated with. */
  async execute(importId: string, wish: Wish, actor: Actor): Promise<ImportShown> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file = found(await unit.imports.find(importId), 'import.not-found');
      const tally = file.rowsForgottenAt ? (file.tally ?? noRows()) : await tallyOf(unit, importId);
      const about = {
        file,
        tally,
        missing: missingColumns(file.kind, file.columns),
        assumed: assumptionsOf(file.kind, file.columns),
      };
      if (file.state === 'running' || file.rowsForgottenAt)
        return { ...about, counts: { ...noOutcomes }, changeable: 0, rows: [], next: null };
      const all = await unit.importRows.list({ importId }, { order: [{ by: 'line' }] });
      const judged = await judgeRows(unit, file, all);
      const counts = { ...noOutcomes };
      for (const { outcome } of judged) counts[outcome] += 1;
      const changeable = judged.filter(({ changes }) => changes.length > 0).length;
      const { outcome, afterLine = 0, limit } = wish;
      const chosen = judged.filter(
        (one) => one.row.line > afterLine && (outcome === undefined || one.outcome === outcome),
      );
      const rows = chosen.slice(0, limit);
      if (file.kind === 'citizens') {
        const shown = rows.flatMap(({ known, row }) => known?.id ?? row.subjectId ?? []);
        const seen = new Set(shown);
        const compared = judged.flatMap(({ known }) => (known && !seen.has(known.id) ? [known.id] : []));
        await logShown(unit, actor, shown, 'import.show');
        if (compared.length > 0)
          await unit.logAccess({
            ...whoLooks(actor),
            purpose: 'import.show',
            kind: 'calculated',
            citizenIds: [...new Set(compared)],
          });
      }
      return {
        ...about,
        counts,
        changeable,
        rows,
        next: chosen.length > limit ? (rows.at(-1)?.row.line ?? null) : null,
      };
    });
  }

  /** One row, for the place where it is corrected. @throws import.row-not-found */
  async row(importId: string, rowId: string, actor: Actor): Promise<{ file: Import; judged: JudgedRow }> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file = found(await unit.imports.find(importId), 'import.not-found');
      refuseUnless(file.rowsForgottenAt === null, 'import.rows-forgotten');
      const all = await unit.importRows.list({ importId }, { order: [{ by: 'line' }] });
      const judged = found(
        (await judgeRows(unit, file, all)).find(({ row }) => row.id === rowId),
        'import.row-not-found',
      );
      const { known, row } = judged;
      if (file.kind === 'citizens') {
        const about = known?.id ?? row.subjectId;
        await logShown(unit, actor, about ? [about] : [], 'import.show');
      }
      return { file, judged };
    });
  }
}

const noOutcomes: Record<RowOutcome, number> = { new: 0, change: 0, known: 0, wrong: 0, loaded: 0 };
const noRows = (): ImportTally => ({ open: 0, created: 0, updated: 0, skipped: 0, failed: 0 });
