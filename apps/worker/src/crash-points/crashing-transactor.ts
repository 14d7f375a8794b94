import { AsyncLocalStorage } from 'node:async_hooks';
import type { DueJobName } from '#domain';
import type { CrashPoints } from '#configuration';
import { Transactor, type UnitOfWork } from '#use-cases';
import type { Handler } from '../handlers.js';

interface Running {
  job: string;
  subjectId: string;
}

const running = new AsyncLocalStorage<Running>();
/** Whose work is in the transaction that several share: all of it is committed at once. */
const shared = new AsyncLocalStorage<(Running | undefined)[]>();

/** Each handler under the name of its job, so that a crash point can say whose commit it means. */
export const underTheirNames = (handlers: Record<DueJobName, Handler>): Record<DueJobName, Handler> =>
  Object.fromEntries(
    Object.entries(handlers).map(([job, handle]): [string, Handler] => [
      job,
      (municipalityId, subjectId) => running.run({ job, subjectId }, () => handle(municipalityId, subjectId)),
    ]),
  ) as Record<DueJobName, Handler>;

/** Dies with everything written and not committed, or committed and not told. */
export class CrashingTransactor extends Transactor {
  constructor(
    private readonly transactor: Transactor,
    private readonly points: CrashPoints,
  ) {
    super();
  }

  override async inMunicipality<R>(
    municipalityId: string,
    work: (unit: UnitOfWork) => Promise<R>,
  ): Promise<R> {
    const result = await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const done = await work(unit);
      await this.reach('before-commit');
      return done;
    });
    const beside = shared.getStore();
    if (beside) beside.push(running.getStore());
    else await this.reach('after-commit');
    return result;
  }

  override async together(...call: Parameters<Transactor['together']>): Promise<void> {
    const beside: (Running | undefined)[] = [];
    await shared.run(beside, () => this.transactor.together(...call));
    for (const one of beside) await this.reach('after-commit', one);
  }

  override atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.transactor.atOneMoment(municipalityId, work);
  }

  override lookUp(...key: Parameters<Transactor['lookUp']>): ReturnType<Transactor['lookUp']> {
    return this.transactor.lookUp(...key);
  }

  private async reach(
    where: 'before-commit' | 'after-commit',
    whose: Running | undefined = running.getStore(),
  ): Promise<void> {
    const { job = 'other', subjectId } = whose ?? {};
    await this.points.reach(`${job}.${where}`, subjectId);
  }
}
