import {
  arrivedShiftStates,
  countedMinutes,
  isBefore,
  plannedMinutes,
  refuseUnless,
  type Actor,
  type Evidence,
  type Shift,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { witness, type Heard } from '../shift/witness.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** *Stemmer* (what is prefilled) or *Ret* (other minutes). From then on the hours stand. */
export class ConfirmHours {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(shiftId: string, minutes: number | undefined, actor: Actor, heard?: Heard): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, shiftId, minutes, actor, heard),
    );
  }

  async within(
    unit: UnitOfWork,
    shiftId: string,
    minutes: number | undefined,
    actor: Actor,
    heard?: Heard,
  ): Promise<Shift> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.state !== 'cancelled', 'shift.wrong-state', { from: shift.state });
    const now = await unit.now();
    refuseUnless(!isBefore(now, shift.endsAt) || arrivedShiftStates.includes(shift.state), 'shift.not-over');
    if (shift.confirmedAt !== null && (minutes ?? shift.confirmedMinutes) === shift.confirmedMinutes)
      return shift;
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const most = plannedMinutes(shift) + 4 * 60;
    refuseUnless(minutes === undefined || minutes <= most, 'shift.times-invalid', { most });
    const confirmed: Shift = {
      ...shift,
      confirmedMinutes: minutes ?? countedMinutes(shift),
      confirmedAt: now,
      // That the company says the hours are right is its word that the person was there.
      ...(heard && { evidence: [...shift.evidence, saidHere(actor, heard, now)] }),
    };
    await unit.shifts.update(confirmed);
    await endTasks(unit, { shiftId, kind: 'unconfirmed-list' }, 'Timerne er bekræftet');
    await unit.record({ type: 'HoursConfirmed', shiftId }, actor);
    return confirmed;
  }
}

const saidHere = (actor: Actor, heard: Heard, now: Temporal.Instant): Evidence => ({
  ...witness(actor, heard),
  says: 'here',
  at: now.toString(),
  minutes: null,
});
