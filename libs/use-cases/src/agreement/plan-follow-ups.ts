import {
  instantOf,
  localDateOf,
  refuseUnless,
  usualFollowUps,
  type Actor,
  type FollowUpKind,
  type LocalDate,
  type Task,
} from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface FollowUpInput {
  on: LocalDate;
  kind: FollowUpKind;
  note?: string;
}

/** When the day's list is made. */
const MORNING = '09:00';

/** A follow-up is a task of the fixed contact on a day: it stands on that person's list when it is due (R15, R85). */
export class PlanFollowUps {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /**
   * `usual`: the plan that follows from the first day; of it only what lies ahead. What is planned for that day already
   * is not planned twice. Gives back what was planned now.
   *
   * @throws agreement.wrong-state when it has ended, agreement.follow-up-in-past
   */
  async execute(agreementId: string, wanted: FollowUpInput | 'usual', actor: Actor): Promise<Task[]> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const agreement = found(await unit.agreements.lock(agreementId), 'agreement.not-found');
      refuseUnless(agreement.state !== 'ended', 'agreement.wrong-state', { from: agreement.state });
      const today = localDateOf(await unit.now());
      const { citizenId, smallJobId, startDate } = agreement;
      const inputs: FollowUpInput[] =
        wanted === 'usual' ? usualFollowUps(startDate).filter(({ on }) => on >= today) : [wanted];
      refuseUnless(
        inputs.every(({ on }) => on >= today),
        'agreement.follow-up-in-past',
      );
      const contact = await fixedContactOf(unit, smallJobId);
      const planned: Task[] = [];
      for (const { on, kind, note = null } of inputs) {
        const dueAt = instantOf(on, MORNING);
        const same = { citizenId, smallJobId, kind, dueAt, doneAt: { isNull: true } } as const;
        if (await unit.tasks.first(same)) continue;
        const staffId = contact?.id ?? actor.staffId;
        planned.push(await openTask(unit, this.ids, { kind, staffId, citizenId, smallJobId, note, dueAt }));
      }
      return planned;
    });
  }
}
