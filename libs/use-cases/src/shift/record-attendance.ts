import { instantOf, isBefore, isLocalTime, refuseUnless, slotInstants, shiftStates, stateOnArrival, Temporal, type Actor, type Shift } from '#domain';
import { Transactor } from '../ports/index.js';
import { ladderOf } from '../escalation/start-escalation.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { saidBy } from './check-in.js';

/** When the person came and left: wall times of the shift's day (`08:10`) or instants. */
export interface AttendanceInput {
  arrived: string;
  left: string;
}

export class RecordAttendance {
  static readonly needs = [Transactor, ResolveEscalation] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly resolve: ResolveEscalation,
  ) {}

  async execute(shiftId: string, input: AttendanceInput, actor: Actor): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
      refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
      refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
      const { arrivedAt, leftAt } = readTimes(shift, input);
      const now = await unit.now();
      refuseUnless(isBefore(arrivedAt, leftAt), 'shift.times-invalid');
      refuseUnless(!isBefore(now, leftAt), 'shift.in-future');
      const near = { from: shift.startsAt.subtract({ hours: 3 }), to: shift.endsAt.add({ hours: 12 }) };
      refuseUnless(!isBefore(arrivedAt, near.from) && !isBefore(near.to, leftAt), 'shift.times-invalid');
      const { graceAfterStart } = await ladderOf(unit, 'not-seen');
      const state = stateOnArrival(shift, arrivedAt, graceAfterStart);
      const recorded: Shift = {
        ...shift,
        state: shift.state === state ? state : shiftStates.move(shift.state, state),
        arrivedAt,
        leftAt,
        absence: null,
        evidence: [...shift.evidence, { by: saidBy(actor), says: 'here', at: now.toString(), minutes: null }],
      };
      await unit.shifts.update(recorded);
      await this.resolve.closeCaseOf(unit, shiftId, state === 'late' ? 'arrived-late' : 'was-there', actor.name);
      await endTasks(unit, { shiftId }, 'Mødt');
      await unit.record({ type: 'CitizenArrived', shiftId });
      return recorded;
    });
  }
}

/** A wall time before the shift's start belongs to the next day when the shift runs over midnight. */
function readTimes(shift: Shift, { arrived, left }: AttendanceInput): { arrivedAt: Temporal.Instant; leftAt: Temporal.Instant } {
  if (isLocalTime(arrived) && isLocalTime(left)) {
    const { startsAt: arrivedAt, endsAt: leftAt } = slotInstants(shift.date, { start: arrived, end: left });
    return { arrivedAt, leftAt };
  }
  const instant = (text: string) => (isLocalTime(text) ? instantOf(shift.date, text) : Temporal.Instant.from(text));
  return { arrivedAt: instant(arrived), leftAt: instant(left) };
}
