import { Temporal, type Escalation } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { putOnTheList, waitingSteps } from '../escalation/case-file.js';

/**
 * Nothing would wake a case any more. What it waits for is asked for again; where nothing is left, or it was tried and
 * given up, it comes on the list that everybody looks at: never silence.
 */
export class WakeLadder {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, escalationId: string, hasFailed: boolean): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const escalation = await unit.escalations.lock(escalationId);
      if (!escalation || escalation.state === 'closed') return;
      if (!hasFailed && (await askAgain(unit, escalation))) return;
      await putOnTheList(unit, this.ids, escalation);
    });
  }
}

/** @returns false when there is nothing to ask for. */
async function askAgain(unit: UnitOfWork, escalation: Escalation): Promise<boolean> {
  const { id, state, acknowledged, snoozedUntil } = escalation;
  if (state === 'snoozed' && snoozedUntil) {
    await unit.wake('escalation.resume', id, snoozedUntil);
    return true;
  }
  if (state === 'acknowledged' && acknowledged) {
    if (acknowledged.askedAt) await unit.wake('escalation.expire-acknowledge', id);
    else await unit.wake('escalation.ask-still-at-it', id, Temporal.Instant.from(acknowledged.expiresAt));
    return true;
  }
  const steps = await waitingSteps(unit, escalation);
  for (const step of steps) await unit.wake('escalation.take-step', step.id, step.dueAt);
  return steps.length > 0;
}
