import {
  DomainError,
  importRowStates,
  importStates,
  type Import,
  type ImportRow,
  type ImportTally,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { LoadRow } from './load-row.js';

/** Then the job ends and asks for another: a claim on a job does not last for ever. */
const ROWS_AT_ONCE = 200;

/**
 * Loads a file row by row, each in a transaction of its own with the line that was reached: a worker that is killed in
 * the middle has loaded whole rows, and the next one goes on after them.
 */
export class RunImport {
  static readonly needs = [Transactor, LoadRow] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly loadRow: LoadRow,
  ) {}

  async execute(municipalityId: string, importId: string): Promise<void> {
    for (let rows = 0; rows < ROWS_AT_ONCE; rows++) if (!(await this.next(municipalityId, importId))) return;
    await this.transactor.inMunicipality(municipalityId, (unit) => unit.wake('import.run', importId));
  }

  /** @returns whether there may be more to do. */
  private async next(municipalityId: string, importId: string): Promise<boolean> {
    let refused: ImportRow | undefined;
    try {
      return await this.transactor.inMunicipality(municipalityId, async (unit) => {
        const file = await running(unit, importId);
        if (!file) return false;
        const row = await nextRow(unit, file);
        if (!row) {
          await finish(unit, file);
          return false;
        }
        refused = row;
        await this.loadRow.within(unit, file, row);
        await unit.imports.update({ ...file, lineReached: row.line });
        return true;
      });
    } catch (error) {
      // What is away for a moment is no fault of the row: the job is tried again.
      if (!(error instanceof DomainError) || error.kind === 'unavailable' || !refused) throw error;
      await this.noteRefusal(municipalityId, refused, error.code);
      return true;
    }
  }

  /** In a transaction of its own: the one that was refused left nothing behind. */
  private async noteRefusal(municipalityId: string, row: ImportRow, problem: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const file = await running(unit, row.importId);
      if (!file || file.lineReached >= row.line) return;
      await unit.importRows.update({ ...row, state: 'failed', problem, doneAt: await unit.now() });
      await unit.imports.update({ ...file, lineReached: row.line });
    });
  }
}

async function running(unit: UnitOfWork, importId: string): Promise<Import | undefined> {
  const file = await unit.imports.lock(importId);
  return file?.state === 'running' ? file : undefined;
}

const nextRow = (unit: UnitOfWork, { id, lineReached }: Import): Promise<ImportRow | undefined> =>
  unit.importRows.first(
    { importId: id, state: { in: ['open', 'failed'] }, line: { after: lineReached } },
    { order: [{ by: 'line' }] },
  );

async function finish(unit: UnitOfWork, file: Import): Promise<void> {
  const state = importStates.move(file.state, 'done');
  await unit.imports.update({
    ...file,
    state,
    tally: await tallyOf(unit, file.id),
    finishedAt: await unit.now(),
  });
}

/** How many rows have ended how so far. */
export async function tallyOf(unit: UnitOfWork, importId: string): Promise<ImportTally> {
  const tally: Partial<ImportTally> = {};
  for (const state of importRowStates) tally[state] = await unit.importRows.count({ importId, state });
  return tally as ImportTally;
}
