import { importStates, missingColumns, refuseUnless, type Actor, type Import } from '#domain';
import { Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { importerOf } from './importing.js';
import { judgeRows } from './judge-rows.js';

/** *Indlæs 214 rækker*: the worker loads what can be loaded. Pressed twice, it is loaded once. */
export class StartImport {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws import.nothing-to-load, import.column-missing, import.rows-forgotten */
  async execute(importId: string, wish: { updatesExisting: boolean }, actor: Actor): Promise<Import> {
    importerOf(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const file = found(await unit.imports.lock(importId), 'import.not-found');
      if (file.state === 'running') return file;
      refuseUnless(file.rowsForgottenAt === null, 'import.rows-forgotten');
      const [missing] = missingColumns(file.kind, file.columns);
      refuseUnless(!missing, 'import.column-missing', { column: missing?.heading });
      const wished = { ...file, updatesExisting: wish.updatesExisting };
      const rows = await unit.importRows.list({ importId, state: { in: ['open', 'failed'] } });
      const judged = await judgeRows(unit, wished, rows);
      const isUseful = judged.some(({ outcome }) => outcome === 'new' || outcome === 'change');
      if (!isUseful && file.state === 'done') return file;
      refuseUnless(isUseful, 'import.nothing-to-load');
      const started: Import = {
        ...wished,
        state: importStates.move(file.state, 'running'),
        lineReached: 1,
        startedAt: await unit.now(),
        finishedAt: null,
      };
      await unit.imports.update(started);
      await unit.wake('import.run', importId);
      return started;
    });
  }
}
