import {
  addDays,
  firstName,
  localDateOf,
  nextContactTime,
  refuseUnless,
  type Actor,
  type BrokerHandover,
  type BrokerHandoverReason,
  type Citizen,
  type Staff,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { logShown } from '../records/log-shown.js';
import { openTask } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { HandOverContact } from './hand-over-contact.js';
import { contactInWords, fixedContactOf } from './who-answers.js';

export interface BrokerHandoverInput {
  toId: string;
  reason: BrokerHandoverReason;
  note: string | null;
}

/**
 * Somebody else follows the citizen from now on. Each change costs 22 % of the chance (Rosholm et al. 2017, R18), so it
 * needs a reason and stays in the history. The citizen hears whom to call; where the one before was also the fixed
 * contact of the citizen's small job, that follows along: one name and one number (practice).
 */
export class HandOverBroker {
  static readonly needs = [Transactor, Ids, Correspondence, HandOverContact] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
    private readonly handOverContact: HandOverContact,
  ) {}

  /** @throws citizen.not-found, staff.not-found, contact.same-person, contact.no-phone */
  async execute(citizenId: string, input: BrokerHandoverInput, actor: Actor): Promise<BrokerHandover> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const handover = await this.within(unit, citizenId, input, actor);
      if (handover.toStaffId !== actor.staffId) await this.tellNext(unit, handover);
      return handover;
    });
  }

  /** Whoever takes over hears of it from the own list, with what the one before wants to be known. */
  private async tellNext(
    unit: UnitOfWork,
    { citizenId, toStaffId, note, at }: BrokerHandover,
  ): Promise<void> {
    const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
    const to = found(await unit.staff.find(toStaffId), 'staff.not-found');
    const today = localDateOf(at);
    await openTask(unit, this.ids, {
      kind: 'call-citizen',
      staffId: toStaffId,
      citizenId,
      note: `Du følger ${firstName(citizen)} fra nu af${note === null ? '' : `: ${note}`}`,
      dueAt: nextContactTime(to.contactHours, at, await unit.holidays(today, addDays(today, 21))),
    });
  }

  async within(
    unit: UnitOfWork,
    citizenId: string,
    input: BrokerHandoverInput,
    actor: Actor & { staffId: string },
  ): Promise<BrokerHandover> {
    const citizen = found(await unit.citizens.lock(citizenId), 'citizen.not-found');
    const to = found(await unit.staff.find(input.toId), 'staff.not-found');
    refuseUnless(to.active, 'staff.not-found');
    refuseUnless(citizen.brokerId !== to.id, 'contact.same-person');
    refuseUnless(to.phone !== null, 'contact.no-phone');
    const handover: BrokerHandover = {
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      citizenId,
      fromStaffId: citizen.brokerId,
      toStaffId: to.id,
      reason: input.reason,
      note: input.note,
      byStaffId: actor.staffId,
      at: await unit.now(),
    };
    await unit.brokerHandovers.insert(handover);
    await unit.citizens.update({ ...citizen, brokerId: to.id });
    await this.moveTasks(unit, citizen, to);
    const followed = await this.contactFollows(unit, citizen, handover);
    if (!followed) await this.tellCitizen(unit, citizen, to, handover);
    await logShown(unit, actor, [citizenId], 'citizen.change');
    await unit.record({ type: 'CitizenChanged', citizenId }, actor);
    return handover;
  }

  /** What waits to be done for the citizen goes along, or nobody would do it. */
  private async moveTasks(unit: UnitOfWork, citizen: Citizen, to: Staff): Promise<void> {
    if (citizen.brokerId === null) return;
    const where = { citizenId: citizen.id, staffId: citizen.brokerId, doneAt: { isNull: true } };
    for (const task of await unit.tasks.list(where, { lock: true }))
      await unit.tasks.update({ ...task, staffId: to.id });
  }

  /** Not where others work: they keep the one they know. @returns whether the citizen has been told by it. */
  private async contactFollows(
    unit: UnitOfWork,
    citizen: Citizen,
    { fromStaffId, toStaffId, note }: BrokerHandover,
  ): Promise<boolean> {
    const agreements = await unit.agreements.list({ citizenId: citizen.id, state: 'signed' });
    let told = false;
    for (const { smallJobId } of agreements) {
      const contact = await fixedContactOf(unit, smallJobId);
      const others = await unit.agreements.count({
        smallJobId,
        state: 'signed',
        citizenId: { notIn: [citizen.id] },
      });
      if (fromStaffId === null || contact?.id !== fromStaffId || others > 0) continue;
      const reason = 'broker-takes-over' as const;
      await this.handOverContact.within(unit, smallJobId, { toId: toStaffId, reason, note });
      told = true;
    }
    return told;
  }

  private async tellCitizen(
    unit: UnitOfWork,
    citizen: Citizen,
    to: Staff,
    { id, fromStaffId }: BrokerHandover,
  ): Promise<void> {
    const before = fromStaffId === null ? undefined : await unit.staff.find(fromStaffId);
    const data = {
      firstName: firstName(citizen),
      ...contactInWords(to),
      before: before ? firstName(before) : '',
    };
    await this.correspondence.toCitizen(
      unit,
      citizen,
      to,
      { template: 'contact-handover', data, subjectId: citizen.id, occasion: id },
      { kind: 'tell-citizen', note: `Ny kontaktperson: ${to.name}` },
    );
  }
}
