import type { Actor, Import, ImportKind, ImportRow, ImportRowState } from '#domain';
import { ChangeCitizen } from '../citizen/change-citizen.js';
import { RegisterCitizen } from '../citizen/register-citizen.js';
import { ChangeCompany } from '../company/change-company.js';
import { RegisterCompany } from '../company/register-company.js';
import { Ids, Secrets, type UnitOfWork } from '../ports/index.js';
import { whoLooks } from '../records/log-shown.js';
import { PostSmallJob } from '../small-job/post-small-job.js';
import { actorOf } from './importing.js';
import { judgeRows } from './judge-rows.js';
import type { RowWork } from './judged-row.js';

/** Loads one row, in somebody's transaction: the row says afterwards what became of it, so it is loaded once. */
export class LoadRow {
  static readonly needs = [
    Ids,
    Secrets,
    RegisterCitizen,
    ChangeCitizen,
    RegisterCompany,
    ChangeCompany,
    PostSmallJob,
  ] as const;

  constructor(
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly registerCitizen: RegisterCitizen,
    private readonly changeCitizen: ChangeCitizen,
    private readonly registerCompany: RegisterCompany,
    private readonly changeCompany: ChangeCompany,
    private readonly postSmallJob: PostSmallJob,
  ) {}

  /** What is wrong, or already as the file says, is left as it is. @throws whatever rule refuses it */
  async within(unit: UnitOfWork, file: Import, row: ImportRow): Promise<void> {
    const [judged] = await judgeRows(unit, file, [row]);
    const { outcome, work, known, refers } = judged!;
    const actor = actorOf(file);
    if (known && file.kind === 'citizens') {
      const who = { ...whoLooks(actor), purpose: 'import.load' as const };
      await unit.logAccess({ ...who, kind: 'calculated', citizenIds: [known.id] });
    }
    if (known && refers !== undefined && outcome !== 'wrong')
      await this.refer(unit, file.kind, refers, known.id);
    if (outcome === 'known') return this.ended(unit, row, 'skipped', known!.id);
    if (outcome === 'wrong' || work === null) return;
    const subjectId = await this.carryOut(unit, work, actor);
    const reference = 'reference' in work ? work.reference : undefined;
    if (reference !== undefined) await this.refer(unit, file.kind, reference, subjectId);
    await this.ended(unit, row, outcome === 'change' ? 'updated' : 'created', subjectId);
  }

  private async carryOut(unit: UnitOfWork, work: RowWork, actor: Actor): Promise<string> {
    switch (work.do) {
      case 'register-citizen':
        return (await this.registerCitizen.within(unit, { ...work.input, ...this.cpr(work) }, actor)).id;
      case 'change-citizen':
        await this.changeCitizen.within(unit, work.citizenId, { ...work.change, ...this.cpr(work) }, actor);
        return work.citizenId;
      case 'register-company':
        return (await this.registerCompany.within(unit, work.input, actor)).id;
      case 'change-company':
        await this.changeCompany.within(unit, work.companyId, work.change, actor);
        return work.companyId;
      case 'post-small-job':
        return (await this.postSmallJob.within(unit, work.input, actor)).smallJob.id;
    }
  }

  private cpr({ cprSealed }: { cprSealed: string | undefined }): { cpr?: string } {
    return cprSealed === undefined ? {} : { cpr: this.secrets.unseal(cprSealed) };
  }

  private async refer(
    unit: UnitOfWork,
    kind: ImportKind,
    reference: string,
    subjectId: string,
  ): Promise<void> {
    const { municipalityId } = unit;
    await unit.externalReferences.insert({ id: this.ids.next(), municipalityId, kind, reference, subjectId });
  }

  private async ended(
    unit: UnitOfWork,
    row: ImportRow,
    state: ImportRowState,
    subjectId: string,
  ): Promise<void> {
    await unit.importRows.update({ ...row, state, subjectId, problem: null, doneAt: await unit.now() });
  }
}
