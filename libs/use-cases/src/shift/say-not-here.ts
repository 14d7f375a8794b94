import {
  isBefore,
  refuseUnless,
  shiftStates,
  type Actor,
  type Escalation,
  type Evidence,
  type Shift,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { StartEscalation } from '../escalation/start-escalation.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { saidBy } from './check-in.js';

/** *Ikke set endnu*, by the workplace or the contact: now a person acts within minutes. */
export class SayNotHere {
  static readonly needs = [Transactor, StartEscalation] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly startEscalation: StartEscalation,
  ) {}

  async execute(shiftId: string, actor: Actor): Promise<{ shift: Shift; escalation: Escalation }> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, shiftId, actor));
  }

  async within(
    unit: UnitOfWork,
    shiftId: string,
    actor: Actor,
  ): Promise<{ shift: Shift; escalation: Escalation }> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const now = await unit.now();
    refuseUnless(!isBefore(now, shift.startsAt), 'shift.not-begun');
    const evidence: Evidence = { by: saidBy(actor), says: 'not-here', at: now.toString(), minutes: null };
    const again = shift.state === 'missed';
    const missed: Shift = {
      ...shift,
      state: again ? 'missed' : shiftStates.move(shift.state, 'missed'),
      arrivedAt: null,
      leftAt: null,
      evidence: [...shift.evidence, evidence],
    };
    await unit.shifts.update(missed);
    const escalation = await this.startEscalation.within(unit, missed, 'not-here', actor.name);
    if (!again) {
      await unit.record({ type: 'ShiftSaidNotHere', shiftId });
      await unit.record({ type: 'ShiftMissed', shiftId });
    }
    return { shift: missed, escalation };
  }
}
