import { isBefore, refuseUnless, type Actor, type Task } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

const MAY_UNDO_MINUTES = 10;

/**
 * A tap too many: what somebody has just called done waits again, on the list it stood on. Only for the one who did
 * it, and not for long: by then a colleague may have acted upon it.
 */
export class ReopenTask {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws task.cannot-reopen */
  async execute(taskId: string, actor: Actor): Promise<Task> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const task = found(await unit.tasks.lock(taskId), 'task.not-found');
      if (task.doneAt === null) return task;
      const end = task.doneAt.add({ minutes: MAY_UNDO_MINUTES });
      const isOwn = task.doneByStaffId === staffId && task.answer === null;
      refuseUnless(isOwn && isBefore(await unit.now(), end), 'task.cannot-reopen', {
        minutes: MAY_UNDO_MINUTES,
      });
      const open: Task = { ...task, doneAt: null, doneByStaffId: null, outcome: null };
      await unit.tasks.update(open);
      return open;
    });
  }
}
