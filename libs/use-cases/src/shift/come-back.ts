import { revised, shiftStates, type Actor, type LocalDate, type Shift } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { scheduleShift } from './schedule-shift.js';

/**
 * Coming back is the contact's call (practice): from a day on the shifts that the citizen had called off are on
 * again, with reminders and ladders. What a company or the contact has called off stays off.
 */
export class ComeBack {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws citizen.not-found, shift.overlap when something else was planned in that time */
  async execute(citizenId: string, from: LocalDate, actor: Actor): Promise<Shift[]> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.citizens.lock(citizenId), 'citizen.not-found');
      const now = await unit.now();
      const off = await unit.shifts.list(
        { citizenId, state: 'absent-reported', date: { from }, endsAt: { after: now } },
        { lock: true },
      );
      const back: Shift[] = [];
      for (const shift of off.filter(({ absence }) => absence?.by === 'citizen')) {
        const planned: Shift = {
          ...shift,
          state: shiftStates.move(shift.state, 'planned'),
          absence: null,
          evidence: [],
        };
        const on = revised(shift, planned);
        await unit.shifts.update(on);
        const agreement = found(await unit.agreements.find(on.agreementId), 'agreement.not-found');
        await scheduleShift(unit, on, agreement);
        back.push(on);
      }
      return back;
    });
  }
}
