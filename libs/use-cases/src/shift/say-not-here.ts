import {
  isBefore,
  refuseUnless,
  shiftStates,
  type Actor,
  type Escalation,
  type Evidence,
  type Shift,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { whoAnswers } from '../contact/who-answers.js';
import { StartEscalation } from '../escalation/start-escalation.js';
import { openTask } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { witness, type Heard } from './witness.js';

export interface NotHere {
  shift: Shift;
  /** Null when the shift is over: then there is nothing left to hurry for. */
  escalation: Escalation | null;
}

/** *Ikke set endnu*, by the workplace or the contact: now a person acts within minutes. */
export class SayNotHere {
  static readonly needs = [Transactor, Ids, StartEscalation] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly startEscalation: StartEscalation,
  ) {}

  async execute(shiftId: string, actor: Actor, heard?: Heard): Promise<NotHere> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, shiftId, actor, heard),
    );
  }

  async within(unit: UnitOfWork, shiftId: string, actor: Actor, heard?: Heard): Promise<NotHere> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const now = await unit.now();
    refuseUnless(!isBefore(now, shift.startsAt), 'shift.not-begun');
    const evidence: Evidence = {
      ...witness(actor, heard),
      says: 'not-here',
      at: now.toString(),
      minutes: null,
    };
    const again = shift.state === 'missed';
    const missed: Shift = {
      ...shift,
      state: again ? 'missed' : shiftStates.move(shift.state, 'missed'),
      arrivedAt: null,
      leftAt: null,
      evidence: [...shift.evidence, evidence],
    };
    await unit.shifts.update(missed);
    const escalation = isBefore(now, shift.endsAt)
      ? await this.startEscalation.within(unit, missed, 'not-here', actor.name)
      : await this.afterwards(unit, missed);
    if (!again) {
      await unit.record({ type: 'ShiftSaidNotHere', shiftId });
      await unit.record({ type: 'ShiftMissed', shiftId });
    }
    return { shift: missed, escalation };
  }

  /** When the shift is over nobody needs to drive anywhere: the contact talks with the citizen. */
  private async afterwards(unit: UnitOfWork, shift: Shift): Promise<null> {
    const now = await unit.now();
    const contact = await whoAnswers(unit, shift.smallJobId, now);
    await openTask(unit, this.ids, {
      kind: 'call-citizen',
      staffId: contact?.id ?? null,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      shiftId: shift.id,
      note: `Var der ikke den ${shift.date}`,
      dueAt: now,
    });
    return null;
  }
}
