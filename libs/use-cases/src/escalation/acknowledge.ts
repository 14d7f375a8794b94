import {
  DomainError,
  escalationStates,
  isBefore,
  isoWithOffset,
  Temporal,
  type AcknowledgeAction,
  type Actor,
  type Escalation,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { note } from './case-file.js';
import { tellWhoHasIt } from './tell-workplace.js';

export interface AcknowledgeOptions {
  /** On purpose from whoever has it. Otherwise it stays with that person, and the caller hears who it is. */
  takeOver?: boolean;
}

/** A person takes it: every step waits from this commit on. *Jeg ringer* holds 30 minutes, *Jeg kører* 2 hours. */
export class Acknowledge {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws escalation.closed; escalation.taken with `by` and `until` */
  async execute(
    escalationId: string,
    action: AcknowledgeAction,
    actor: Actor,
    { takeOver = false }: AcknowledgeOptions = {},
  ): Promise<Escalation> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      if (!takeOver) await refuseTaken(unit, escalationId, actor.staffId);
      return this.within(unit, escalationId, action, actor);
    });
  }

  async within(
    unit: UnitOfWork,
    escalationId: string,
    action: AcknowledgeAction,
    actor: Actor & { staffId: string },
  ): Promise<Escalation> {
    const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
    const now = await unit.now();
    const holds = Temporal.Duration.from(escalation.snapshot.acknowledgeExpiresAfter[action]);
    const expiresAt = now.add(holds);
    const acknowledged: Escalation = {
      ...escalation,
      state: escalationStates.move(escalation.state, 'acknowledged'),
      acknowledged: {
        byStaffId: actor.staffId,
        byName: actor.name,
        action,
        at: now.toString(),
        expiresAt: expiresAt.toString(),
        askedAt: null,
      },
      snoozedUntil: null,
      nextStepAt: null,
    };
    await unit.escalations.update(acknowledged);
    await note(unit, this.ids, escalation, 'acknowledged', actor.name, {
      action,
      expiresAt: expiresAt.toString(),
    });
    await endTasks(unit, { escalationId, kind: 'nobody-took-it' }, `${actor.name} tog den`);
    await unit.wake('escalation.ask-still-at-it', escalationId, expiresAt);
    await this.tellEmployer(unit, acknowledged);
    await unit.record({ type: 'EscalationAcknowledged', escalationId });
    return found(await unit.escalations.find(escalationId), 'escalation.not-found');
  }

  /** Only who knows that somebody is missing hears who is on it. */
  private async tellEmployer(unit: UnitOfWork, escalation: Escalation): Promise<void> {
    const shift = found(await unit.shifts.find(escalation.shiftId), 'shift.not-found');
    if (escalation.ladder !== 'not-here' && shift.workplaceAskedAt === null) return;
    if (escalation.acknowledged)
      await tellWhoHasIt(unit, this.correspondence, escalation, escalation.acknowledged);
  }
}

async function refuseTaken(unit: UnitOfWork, escalationId: string, staffId: string): Promise<void> {
  const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
  const { state, acknowledged } = escalation;
  const byAnother = state === 'acknowledged' && acknowledged && acknowledged.byStaffId !== staffId;
  if (!byAnother) return;
  const until = Temporal.Instant.from(acknowledged.expiresAt);
  // Whoever took it is being asked whether it still goes on: meanwhile it is anybody's.
  if (!isBefore(await unit.now(), until)) return;
  throw new DomainError('escalation.taken', { by: acknowledged.byName, until: isoWithOffset(until) });
}
