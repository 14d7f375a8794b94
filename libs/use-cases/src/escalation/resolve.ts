import {
  escalationStates,
  revised,
  shiftStates,
  type Actor,
  type Escalation,
  type EscalationOutcome,
  type Shift,
  type ShiftState,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { dropWaiting, note } from './case-file.js';
import { openCaseOf } from './start-escalation.js';

/** What an outcome says about the shift. `missed` needs a person: here the contact closes the case so. */
const shiftAfter: Record<EscalationOutcome, ShiftState | null> = {
  'arrived-late': 'late',
  arrived: 'present',
  'was-there': 'present',
  'not-able-today': 'absent-reported',
  transport: 'missed',
  overslept: 'missed',
  'not-informed': 'cancelled',
  'plan-wrong': 'cancelled',
  'employer-cancelled': 'cancelled',
  'no-contact': 'missed',
  other: null,
};

export interface Resolution {
  outcome: EscalationOutcome;
  note?: string;
  /** *Aftale til næste gang.* */
  nextTime?: string;
}

/** A person closes the case with an outcome: nothing disappears without one. */
export class ResolveEscalation {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(escalationId: string, resolution: Resolution, actor: Actor): Promise<Escalation> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
      const closed = await this.close(unit, escalation, resolution, actor.name);
      await this.settleShift(unit, escalation.shiftId, resolution);
      return closed;
    });
  }

  /** Something that happened to the shift ends its case, if one is open. */
  async closeCaseOf(
    unit: UnitOfWork,
    shiftId: string,
    outcome: EscalationOutcome,
    who: string,
  ): Promise<Escalation | undefined> {
    const open = await openCaseOf(unit, shiftId);
    return open && this.close(unit, open, { outcome }, who);
  }

  private async close(
    unit: UnitOfWork,
    escalation: Escalation,
    { outcome, note: words, nextTime }: Resolution,
    who: string,
  ): Promise<Escalation> {
    const state = escalationStates.move(escalation.state, 'closed');
    await dropWaiting(unit, escalation);
    const closed: Escalation = {
      ...escalation,
      state,
      outcome,
      nextTime: nextTime ?? null,
      nextStepAt: null,
      snoozedUntil: null,
      closedAt: await unit.now(),
    };
    await unit.escalations.update(closed);
    await note(unit, this.ids, escalation, 'closed', who, { outcome, ...(words && { note: words }) });
    await endTasks(unit, { escalationId: escalation.id }, outcome);
    await unit.record({ type: 'EscalationClosed', escalationId: escalation.id });
    return closed;
  }

  private async settleShift(
    unit: UnitOfWork,
    shiftId: string,
    { outcome, nextTime }: Resolution,
  ): Promise<void> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    const state = shiftAfter[outcome];
    // Confirmed hours stand, whatever is found out about the morning afterwards.
    if (shift.confirmedAt !== null) return;
    if (state === null || state === shift.state || !shiftStates.allows(shift.state, state)) return;
    const now = await unit.now();
    const settled: Shift = {
      ...shift,
      state,
      arrivedAt:
        state === 'late'
          ? (shift.arrivedAt ?? now)
          : state === 'present'
            ? (shift.arrivedAt ?? shift.startsAt)
            : shift.arrivedAt,
      absence:
        state === 'absent-reported'
          ? { cause: 'cannot', by: 'contact', note: nextTime ?? null, at: now.toString() }
          : shift.absence,
      cancelReason: state === 'cancelled' ? outcome : shift.cancelReason,
    };
    await unit.shifts.update(revised(shift, settled));
    if (state === 'missed') await unit.record({ type: 'ShiftMissed', shiftId });
  }
}
