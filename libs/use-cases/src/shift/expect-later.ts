import {
  laterThan,
  minutesUntil,
  movedBy,
  refuseUnless,
  Temporal,
  type Actor,
  type Evidence,
  type Later,
  type Shift,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { moveWaiting, note } from '../escalation/case-file.js';
import { openCaseOf } from '../escalation/start-escalation.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { witness, type Heard } from './witness.js';

/**
 * *Kommer senere*: the workplace knows that the person comes later. It is no arrival; nobody asks before that time,
 * and a ladder that runs waits for it, as with PÅ VEJ. The same said twice is said once.
 */
export class ExpectLater {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws shift.wrong-state, shift.already-confirmed, shift.times-invalid when it is not within the shift. */
  async execute(shiftId: string, later: Later, actor: Actor, heard?: Heard): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, shiftId, later, actor, heard),
    );
  }

  async within(unit: UnitOfWork, shiftId: string, later: Later, actor: Actor, heard?: Heard): Promise<Shift> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const now = await unit.now();
    const minutes = minutesUntil(laterThan(shift, later, now), now);
    const by = witness(actor, heard);
    if (isSaidAlready(shift, by.by, now.add({ minutes }))) return shift;
    const evidence: Evidence = { ...by, says: 'later', at: now.toString(), minutes };
    const awaited: Shift = { ...shift, evidence: [...shift.evidence, evidence] };
    await unit.shifts.update(awaited);
    const open = await openCaseOf(unit, shiftId);
    if (open?.state === 'open') {
      const nextStepAt =
        open.nextStepAt && (await moveWaiting(unit, open, movedBy(open.nextStepAt, now, minutes)));
      await unit.escalations.update({ ...open, nextStepAt });
      await note(unit, this.ids, open, 'later', actor.name, { minutes });
    }
    await unit.record({ type: 'CitizenExpectedLater', shiftId });
    return awaited;
  }
}

/** A double click, or two colleagues with the same button: to the minute the same time is meant. */
function isSaidAlready(shift: Shift, by: Evidence['by'], awaited: Temporal.Instant): boolean {
  const last = shift.evidence.at(-1);
  if (last?.says !== 'later' || last.by !== by || last.minutes === null) return false;
  const promised = Temporal.Instant.from(last.at).add({ minutes: last.minutes });
  return Math.abs(promised.epochMilliseconds - awaited.epochMilliseconds) <= 60_000;
}
