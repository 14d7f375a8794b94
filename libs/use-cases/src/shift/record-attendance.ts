import {
  addDays,
  instantOf,
  isBefore,
  isLocalTime,
  localDateOf,
  refuseUnless,
  revised,
  shiftStates,
  stateOnArrival,
  Temporal,
  type Actor,
  type Shift,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { ladderOf } from '../escalation/start-escalation.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { witness, type Heard } from './witness.js';

/** When the person came and left: wall times of the shift's day (`08:10`) or instants. */
export interface AttendanceInput {
  arrived: string;
  left: string;
}

/** So far from the shift a time is a slip of the pen. */
const EARLY_HOURS = 3;
const LATE_HOURS = 12;

export class RecordAttendance {
  static readonly needs = [Transactor, ResolveEscalation] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly resolve: ResolveEscalation,
  ) {}

  async execute(shiftId: string, input: AttendanceInput, actor: Actor, heard?: Heard): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, shiftId, input, actor, heard),
    );
  }

  async within(
    unit: UnitOfWork,
    shiftId: string,
    input: AttendanceInput,
    actor: Actor,
    heard?: Heard,
  ): Promise<Shift> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const { arrivedAt, leftAt } = readTimes(shift, input);
    const now = await unit.now();
    refuseUnless(isBefore(arrivedAt, leftAt), 'shift.times-invalid');
    refuseUnless(!isBefore(now, leftAt), 'shift.in-future');
    const near = {
      from: shift.startsAt.subtract({ hours: EARLY_HOURS }),
      to: shift.endsAt.add({ hours: LATE_HOURS }),
    };
    refuseUnless(!isBefore(arrivedAt, near.from) && !isBefore(near.to, leftAt), 'shift.times-invalid');
    const { graceAfterStart } = await ladderOf(unit, 'not-seen');
    const state = stateOnArrival(shift, arrivedAt, graceAfterStart);
    const recorded: Shift = {
      ...shift,
      state: shift.state === state ? state : shiftStates.move(shift.state, state),
      arrivedAt,
      leftAt,
      absence: null,
      evidence: [
        ...shift.evidence,
        { ...witness(actor, heard), says: 'here', at: now.toString(), minutes: null },
      ],
    };
    await unit.shifts.update(revised(shift, recorded));
    await this.resolve.closeCaseOf(
      unit,
      shiftId,
      state === 'late' ? 'arrived-late' : 'was-there',
      actor.name,
    );
    await endTasks(unit, { shiftId }, 'Mødt');
    await unit.record({ type: 'CitizenArrived', shiftId });
    return recorded;
  }
}

/**
 * An arrival before the shift's start belongs to the next day when the shift runs over midnight; a leaving that
 * is not after the arrival always does. What is too far from the shift is refused afterwards.
 */
export function readTimes(
  shift: Shift,
  { arrived, left }: AttendanceInput,
): { arrivedAt: Temporal.Instant; leftAt: Temporal.Instant } {
  const overMidnight = localDateOf(shift.endsAt) > shift.date;
  const earliest = shift.startsAt.subtract({ hours: EARLY_HOURS });
  const arrivedAt = readTime(shift, arrived, (at) => overMidnight && isBefore(at, earliest));
  return { arrivedAt, leftAt: readTime(shift, left, (at) => !isBefore(arrivedAt, at)) };
}

function readTime(
  shift: Shift,
  text: string,
  isNextDay: (at: Temporal.Instant) => boolean,
): Temporal.Instant {
  if (!isLocalTime(text)) return Temporal.Instant.from(text);
  const at = instantOf(shift.date, text);
  return isNextDay(at) ? instantOf(addDays(shift.date, 1), text) : at;
}
