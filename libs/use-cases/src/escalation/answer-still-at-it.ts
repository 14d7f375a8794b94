import type { Actor } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { Acknowledge } from './acknowledge.js';
import { GiveBack } from './give-back.js';

/** *Stadig i gang?* A yes holds the case for as long again; a no lets the ladder go on at once. */
export class AnswerStillAtIt {
  static readonly needs = [Acknowledge, GiveBack] as const;

  constructor(
    private readonly acknowledge: Acknowledge,
    private readonly giveBack: GiveBack,
  ) {}

  async within(unit: UnitOfWork, escalationId: string, goesOn: boolean, actor: Actor): Promise<void> {
    refuseUnlessStaff(actor);
    const { acknowledged } = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
    if (goesOn) await this.acknowledge.within(unit, escalationId, acknowledged?.action ?? 'other', actor);
    // By now a colleague may have it, or it is closed: then there is nothing to give back.
    else if (acknowledged?.byStaffId === actor.staffId) await this.giveBack.within(unit, escalationId, actor);
  }
}
