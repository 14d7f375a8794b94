import { isBefore, refuseUnless, type Actor, type Task, type Temporal } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

const LONGEST_DAYS = 60;

/** Nobody answered, or it can wait: it comes again at its new time, on the same list. */
export class PostponeTask {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws task.already-done, task.postponed-too-far */
  async execute(taskId: string, until: Temporal.Instant, actor: Actor): Promise<Task> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const task = found(await unit.tasks.lock(taskId), 'task.not-found');
      refuseUnless(task.doneAt === null, 'task.already-done', { outcome: task.outcome });
      const now = await unit.now();
      const latest = now.add({ hours: LONGEST_DAYS * 24 });
      const valid = isBefore(now, until) && !isBefore(latest, until);
      refuseUnless(valid, 'task.postponed-too-far', { days: LONGEST_DAYS });
      const postponed: Task = { ...task, dueAt: until };
      await unit.tasks.update(postponed);
      return postponed;
    });
  }
}
