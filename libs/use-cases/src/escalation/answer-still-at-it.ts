import type { Actor } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { Acknowledge } from './acknowledge.js';
import { moveWaiting, note } from './case-file.js';

/** *Stadig i gang?* A yes holds the case for as long again; a no lets the ladder go on at once. */
export class AnswerStillAtIt {
  static readonly needs = [Ids, Acknowledge] as const;

  constructor(
    private readonly ids: Ids,
    private readonly acknowledge: Acknowledge,
  ) {}

  async within(unit: UnitOfWork, escalationId: string, goesOn: boolean, actor: Actor): Promise<void> {
    refuseUnlessStaff(actor);
    const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
    if (goesOn) {
      await this.acknowledge.within(unit, escalationId, escalation.acknowledged?.action ?? 'other', actor);
      return;
    }
    const now = await unit.now();
    await note(unit, this.ids, escalation, 'given-back', actor.name);
    const nextStepAt = await moveWaiting(unit, escalation, now);
    await unit.escalations.update({ ...escalation, state: 'open', acknowledged: null, nextStepAt });
  }
}
