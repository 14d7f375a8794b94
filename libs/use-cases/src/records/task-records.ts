import { refuseUnless, type Actor, type Task } from '#domain';
import { Transactor, type Criteria } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export class TaskRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    filter: { state?: 'open' | 'done'; staffId?: string; citizenId?: string },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<Task>> {
    const where: Criteria<Task> = {
      ...(filter.state && { doneAt: { isNull: filter.state === 'open' } }),
      ...(filter.staffId && { staffId: filter.staffId }),
      ...(filter.citizenId && { citizenId: filter.citizenId }),
    };
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shown = await pageOf(unit.tasks, where, page);
      await logShown(
        unit,
        actor,
        shown.items.map(({ citizenId }) => citizenId).filter((id) => id !== null),
        'task.list',
      );
      return shown;
    });
  }

  /** Nothing disappears without an outcome. */
  async finish(taskId: string, outcome: string, actor: Actor): Promise<Task> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const task = found(await unit.tasks.lock(taskId), 'task.not-found');
      refuseUnless(task.doneAt === null, 'task.already-done', { outcome: task.outcome });
      // Whoever asked waits for a yes or a no: see AnswerBrokerQuestion.
      refuseUnless(task.kind !== 'ask-broker', 'task.needs-answer');
      const done: Task = { ...task, doneAt: await unit.now(), doneByStaffId: actor.staffId, outcome };
      await unit.tasks.update(done);
      return done;
    });
  }
}
