import { IMPORT_KEPT_DAYS } from '#domain';
import { Transactor } from '../ports/index.js';

/** What files said is thrown away after a week; that somebody loaded one, and how it ended, is kept. */
export class ForgetOldImports {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns how many were forgotten. */
  async execute(municipalityId: string): Promise<number> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const now = await unit.now();
      const old = await unit.imports.list(
        {
          createdAt: { before: now.subtract({ hours: 24 * IMPORT_KEPT_DAYS }) },
          rowsForgottenAt: { isNull: true },
          state: { in: ['open', 'done'] },
        },
        { lock: true },
      );
      for (const file of old) {
        await unit.importRows.remove({ importId: file.id });
        if (file.state === 'open') await unit.imports.remove({ id: file.id });
        else
          await unit.imports.update({
            ...file,
            fileName: null,
            headings: [],
            columns: [],
            rowsForgottenAt: now,
          });
      }
      return old.length;
    });
  }
}
