import {
  arrivedShiftStates,
  climbsTheLadder,
  evidenceDueAt,
  expectedAt,
  instantOf,
  isBefore,
  latest,
  shiftStates,
  type Shift,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { ladderOf, StartEscalation } from '../escalation/start-escalation.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';

/**
 * The time has come and nobody has said anything. Silence is not absence: the shift becomes `unconfirmed`,
 * never `missed`. The first shifts and close contact climb the ladder; later ones reach the end-of-day list.
 */
export class CheckEvidence {
  static readonly needs = [Transactor, StartEscalation] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly startEscalation: StartEscalation,
  ) {}

  async execute(municipalityId: string, shiftId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const shift = await unit.shifts.lock(shiftId);
      if (shift?.state !== 'planned') return;
      const notSeen = await ladderOf(unit, 'not-seen');
      // PÅ VEJ and SENERE before the time move it: nothing happens before the person could be there.
      const due = latest(evidenceDueAt(shift, notSeen), expectedAt(shift));
      if (isBefore(await unit.now(), due)) {
        await unit.wake('shift.check-evidence', shiftId, due);
        return;
      }
      if (await cameFromTheShiftBefore(unit, shift)) {
        await unit.shifts.update({ ...shift, state: 'present', arrivedAt: shift.startsAt });
        return;
      }
      const unconfirmed: Shift = { ...shift, state: shiftStates.move(shift.state, 'unconfirmed') };
      await unit.shifts.update(unconfirmed);
      await unit.record({ type: 'ShiftNotSeen', shiftId });
      const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
      const counted = { ...shift, number: await numberOfThose(unit, shift) };
      if (climbsTheLadder(counted, citizen.contactLevel, notSeen)) {
        await this.startEscalation.within(unit, unconfirmed, 'not-seen', 'Fodfæste');
      }
      const { endOfDayListAt } = (await unit.municipality()).settings;
      await unit.wake(
        'shift.list-unconfirmed',
        shiftId,
        latest(shift.endsAt, instantOf(shift.date, endOfDayListAt)),
      );
    });
  }
}

/** Which shift of the agreement it is, not counting those that were cancelled since they were planned. */
const numberOfThose = async (unit: UnitOfWork, { agreementId, startsAt }: Shift): Promise<number> =>
  1 +
  (await unit.shifts.count({ agreementId, startsAt: { before: startsAt }, state: { notIn: ['cancelled'] } }));

/** Paid hours that follow unpaid ones (or the other way) at the same place: whoever came is there. */
async function cameFromTheShiftBefore(unit: UnitOfWork, shift: Shift): Promise<boolean> {
  const before = await unit.shifts.first({ agreementId: shift.agreementId, endsAt: shift.startsAt });
  return before !== undefined && arrivedShiftStates.includes(before.state);
}

/** At the end of the day: what nobody has confirmed goes on the contact's list. */
export class ListUnconfirmed {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, shiftId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const shift = await unit.shifts.lock(shiftId);
      if (shift?.state !== 'unconfirmed') return;
      // The shift stays as it is: only the task tells that this has been done, also when a colleague has ended it since.
      if (await unit.tasks.first({ kind: 'unconfirmed-list', shiftId })) return;
      const now = await unit.now();
      const assignment = await unit.contacts.first({
        smallJobId: shift.smallJobId,
        endedAt: { isNull: true },
      });
      await openTask(unit, this.ids, {
        kind: 'unconfirmed-list',
        staffId: assignment?.staffId ?? null,
        citizenId: shift.citizenId,
        smallJobId: shift.smallJobId,
        shiftId,
        dueAt: now,
      });
    });
  }
}
