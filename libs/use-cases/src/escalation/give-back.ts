import { DomainError, isoWithOffset, Temporal, type Actor, type Escalation } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { note } from './case-file.js';
import { goOn } from './resume-escalation.js';

/** Whoever took a case cannot see it through: the ladder goes on at once, and not when the time is up. */
export class GiveBack {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** Of a case that nobody has, nothing changes. @throws escalation.taken by somebody else, escalation.not-found */
  async execute(escalationId: string, actor: Actor): Promise<Escalation> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      await this.within(unit, escalationId, actor);
      return found(await unit.escalations.find(escalationId), 'escalation.not-found');
    });
  }

  async within(unit: UnitOfWork, escalationId: string, actor: Actor & { staffId: string }): Promise<void> {
    const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
    const { state, acknowledged: taken } = escalation;
    if (state !== 'acknowledged' || !taken) return;
    if (taken.byStaffId !== actor.staffId)
      throw new DomainError('escalation.taken', {
        by: taken.byName,
        until: isoWithOffset(Temporal.Instant.from(taken.expiresAt)),
      });
    await note(unit, this.ids, escalation, 'given-back', actor.name);
    await goOn(unit, this.ids, { ...escalation, acknowledged: null });
  }
}
