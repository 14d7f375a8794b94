import { firstAllowed, isBefore, type Escalation, type EscalationStep } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { goOnWithout, moveWaiting, note, putOnTheList, waitingSteps } from './case-file.js';
import { StepActions, type StepResult } from './step-actions.js';

/**
 * Takes one step of a ladder when its time has come: the case is locked and read again, so that nothing is
 * done after an acknowledge, twice, or too early. What the step does are rows in this transaction.
 */
export class TakeStep {
  static readonly needs = [Transactor, Ids, StepActions] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly actions: StepActions,
  ) {}

  async execute(municipalityId: string, stepId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const peek = await unit.escalationSteps.find(stepId);
      if (!peek) return;
      const escalation = found(await unit.escalations.lock(peek.escalationId), 'escalation.not-found');
      if (escalation.state !== 'open') return;
      // Whoever changes a step holds its case.
      const [waiting, now] = await Promise.all([waitingSteps(unit, escalation), unit.now()]);
      const step = waiting.find(({ id }) => id === stepId);
      if (!step) return;
      if (isBefore(now, step.dueAt)) {
        await unit.wake('escalation.take-step', step.id, step.dueAt);
        return;
      }
      if (await this.waitsForTheMorning(unit, escalation)) return;
      await this.takeInOrder(unit, escalation, waiting);
    });
  }

  /** A municipality may let a ladder rest at night: what is due then waits for the end of the quiet hours. */
  private async waitsForTheMorning(unit: UnitOfWork, escalation: Escalation): Promise<boolean> {
    const now = await unit.now();
    const allowed = firstAllowed(now, escalation.snapshot.quietHours);
    if (!isBefore(now, allowed)) return false;
    const nextStepAt = await moveWaiting(unit, escalation, allowed);
    await unit.escalations.update({ ...escalation, nextStepAt });
    return true;
  }

  /** A wake-up that was lost must not let a later step overtake: whatever is due is taken in the order of the ladder. */
  private async takeInOrder(
    unit: UnitOfWork,
    escalation: Escalation,
    waiting: readonly EscalationStep[],
  ): Promise<void> {
    for (let [next, ...later] = waiting; next; [next, ...later] = later) {
      if (isBefore(await unit.now(), next.dueAt)) return;
      const reached = await this.take(unit, escalation, next, later);
      if (!reached) later = await waitingSteps(unit, escalation);
    }
  }

  /** @returns false when nobody heard: then what still waits has moved. */
  private async take(
    unit: UnitOfWork,
    escalation: Escalation,
    step: EscalationStep,
    later: readonly EscalationStep[],
  ): Promise<boolean> {
    const now = await unit.now();
    const result: StepResult = await this.actions.act(unit, escalation, step);
    const details = {
      step: step.ladderStep,
      ...(step.repetition > 0 && { repetition: step.repetition }),
      to: step.who,
      message: step.message,
      how: result.how,
      to_whom: result.name,
      ...(result.reason && { reason: result.reason }),
    };
    const [current] = await Promise.all([
      // A workplace that was told stands in the case.
      step.who === 'workplace' ? unit.escalations.find(escalation.id) : escalation,
      unit.escalationSteps.update({ ...step, state: 'taken', takenAt: now, messageId: result.messageId }),
      note(
        unit,
        this.ids,
        escalation,
        result.how === 'skipped' ? 'step-skipped' : 'step-taken',
        'Fodfæste',
        details,
      ),
    ]);
    const next = result.reached
      ? (later[0]?.dueAt ?? null)
      : await goOnWithout(unit, this.ids, escalation, step);
    if (next === null) await putOnTheList(unit, this.ids, escalation);
    await unit.escalations.update({ ...found(current, 'escalation.not-found'), nextStepAt: next });
    return result.reached;
  }
}
