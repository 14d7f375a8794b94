import { checkStaff, refuseUnless, type Actor, type BrokerHandoverReason, type Staff } from '#domain';
import { HandOverBroker } from '../contact/hand-over-broker.js';
import { HandOverContact } from '../contact/hand-over-contact.js';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';
import { strikeStaffPhone } from './staff-phone.js';
import { holdsNothing, whatStaffHolds, type StaffHolds } from './what-staff-holds.js';

export interface DisableInput {
  /** Who takes over citizens, small jobs and tasks; null when nothing is held. */
  takerId: string | null;
  reason: BrokerHandoverReason;
  note: string | null;
}

/**
 * Closes somebody's access. Nobody may be left without a person to call, so what is held is handed over in the same
 * transaction or the access stays. Keys that act as the person end with it; sessions are nobody's from the commit on.
 */
export class DisableStaff {
  static readonly needs = [Transactor, Secrets, HandOverBroker, HandOverContact] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly handOverBroker: HandOverBroker,
    private readonly handOverContact: HandOverContact,
  ) {}

  /**
   * @throws not-allowed, staff.not-found, staff.not-oneself, staff.last-leader, staff.already-disabled,
   * staff.must-hand-over with `citizens` and `smallJobs` as numbers, staff.nobody-to-take-over
   */
  async execute(id: string, input: DisableInput, actor: Actor): Promise<Staff> {
    refuseUnlessLeader(actor);
    refuseUnless(id !== actor.staffId, 'staff.not-oneself');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const colleagues = await unit.staff.list({ active: true }, { lock: true });
      const staff = found(await unit.staff.lock(id), 'staff.not-found');
      refuseUnless(staff.active, 'staff.already-disabled');
      const disabled: Staff = {
        ...staff,
        active: false,
        deputyId: null,
        busyUntil: null,
        busyDeputyId: null,
      };
      checkStaff(disabled, colleagues);
      const holds = await whatStaffHolds(unit, id);
      const taker = colleagues.find((one) => one.id === input.takerId && one.id !== id && one.phone !== null);
      await this.handOver(unit, holds, { ...input, taker }, actor);
      await this.replaceAsDeputy(unit, holds.deputyOf, taker);
      await unit.staff.update(disabled);
      await strikeStaffPhone(unit, this.secrets, staff);
      await this.endKeys(unit, id);
      await unit.record({ type: 'StaffDisabled', staffId: id }, actor);
      return disabled;
    });
  }

  /** Citizens first: where one works alone at a small job, its contact follows along and nobody hears it twice. */
  private async handOver(
    unit: UnitOfWork,
    holds: StaffHolds,
    { takerId, taker, reason, note }: DisableInput & { taker: Staff | undefined },
    actor: Actor & { staffId: string },
  ): Promise<void> {
    const { citizens, smallJobs, tasks } = holds;
    const held = { citizens: citizens.length, smallJobs: smallJobs.length };
    refuseUnless(takerId !== null || holdsNothing(holds), 'staff.must-hand-over', held);
    refuseUnless(takerId === null || taker, 'staff.nobody-to-take-over');
    const from = { endedAt: { isNull: true } } as const;
    for (const citizen of citizens)
      await this.handOverBroker.within(unit, citizen.id, { toId: takerId!, reason, note }, actor);
    for (const { id: smallJobId } of smallJobs) {
      const contact = await unit.contacts.first({ smallJobId, ...from });
      if (contact?.staffId !== takerId)
        await this.handOverContact.within(unit, smallJobId, { toId: takerId!, reason, note });
    }
    if (tasks > 0) await this.moveTasks(unit, holds, taker);
  }

  /** Onto the team's list where nobody takes over: a task on the list of somebody who has left is done by nobody. */
  private async moveTasks(
    unit: UnitOfWork,
    { staffId }: StaffHolds,
    taker: Staff | undefined,
  ): Promise<void> {
    const waiting = await unit.tasks.list({ staffId, doneAt: { isNull: true } }, { lock: true });
    for (const task of waiting) await unit.tasks.update({ ...task, staffId: taker?.id ?? null });
  }

  private async replaceAsDeputy(
    unit: UnitOfWork,
    of: readonly Staff[],
    taker: Staff | undefined,
  ): Promise<void> {
    for (const { id } of of) {
      const colleague = found(await unit.staff.find(id), 'staff.not-found');
      const deputyId = taker && taker.id !== id ? taker.id : null;
      await unit.staff.update({ ...colleague, deputyId });
    }
  }

  /** They would end by themselves with the person; opened again, the access must not bring old keys back. */
  private async endKeys(unit: UnitOfWork, staffId: string): Promise<void> {
    const expiresAt = await unit.now();
    for (const apiKey of await unit.apiKeys.list({ staffId, revokedAt: { isNull: true } }, { lock: true })) {
      await unit.apiKeys.update({ ...apiKey, revokedAt: expiresAt });
      await unit.enlist({
        kind: 'api-key',
        key: apiKey.keyHash,
        subjectId: apiKey.id,
        details: null,
        expiresAt,
      });
    }
  }
}
