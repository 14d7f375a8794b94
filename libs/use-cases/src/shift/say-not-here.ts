import {
  isBefore,
  isSettled,
  refuseUnless,
  shiftStates,
  type Actor,
  type Escalation,
  type Evidence,
  type Shift,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { whoAnswers } from '../contact/who-answers.js';
import { note } from '../escalation/case-file.js';
import { lastCaseOf, openCaseOf, StartEscalation } from '../escalation/start-escalation.js';
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
    const running = again ? await openCaseOf(unit, shiftId) : undefined;
    if (running?.ladder === 'not-here' && isSame(shift, evidence)) return { shift, escalation: running };
    const missed: Shift = {
      ...shift,
      state: again ? 'missed' : shiftStates.move(shift.state, 'missed'),
      arrivedAt: null,
      leftAt: null,
      evidence: [...shift.evidence, evidence],
    };
    await unit.shifts.update(missed);
    const known = again ? await this.whatIsKnown(unit, missed, actor) : null;
    if (known) return { shift: missed, escalation: known };
    const escalation = isBefore(now, shift.endsAt)
      ? await this.startEscalation.within(unit, missed, 'not-here', actor.name)
      : await this.afterwards(unit, missed);
    if (!again) {
      await unit.record({ type: 'ShiftSaidNotHere', shiftId });
      await unit.record({ type: 'ShiftMissed', shiftId });
    }
    return { shift: missed, escalation };
  }

  /**
   * Said once more after somebody has found out why: nothing begins anew. It stands in the history of the case, and
   * the contact gets it on the list, once. Null: it is news.
   */
  private async whatIsKnown(unit: UnitOfWork, shift: Shift, actor: Actor): Promise<Escalation | null> {
    const last = await lastCaseOf(unit, shift.id);
    if (last?.state !== 'closed' || !isSettled(last.outcome)) return null;
    const kind = 'call-citizen' as const;
    if (await unit.tasks.first({ kind, escalationId: last.id })) return last;
    await note(unit, this.ids, last, 'said-again', actor.name);
    const now = await unit.now();
    await openTask(unit, this.ids, {
      kind,
      staffId: (await whoAnswers(unit, shift.smallJobId, now))?.id ?? null,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      shiftId: shift.id,
      escalationId: last.id,
      note: 'Arbejdspladsen siger igen, at borgeren ikke er der',
      dueAt: now,
    });
    return last;
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

/** The same NEJ twice is one. */
const isSame = ({ evidence }: Shift, { by, says }: Evidence): boolean =>
  evidence.at(-1)?.says === says && evidence.at(-1)?.by === by;
