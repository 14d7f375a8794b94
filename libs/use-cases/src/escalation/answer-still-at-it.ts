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
    const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
    const { acknowledged, state } = escalation;
    // An answer that comes late takes nothing from a colleague who has it by now.
    const isAnothers = acknowledged !== null && acknowledged.byStaffId !== actor.staffId;
    if (state === 'closed' || isAnothers) return;
    if (goesOn) await this.acknowledge.within(unit, escalationId, acknowledged?.action ?? 'other', actor);
    else await this.giveBack.within(unit, escalationId, actor);
  }
}
