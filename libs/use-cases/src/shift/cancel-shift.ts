import { firstName, isBefore, refuseUnless, revised, shiftStates, type Actor, type Shift } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { shiftInWords } from './remind-of-shift.js';

/** A shift does not take place; both sides are told when it was still to come. */
export class CancelShift {
  static readonly needs = [Transactor, ResolveEscalation, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly resolve: ResolveEscalation,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(shiftId: string, reason: string, actor: Actor): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, shiftId, reason, actor),
    );
  }

  async within(unit: UnitOfWork, shiftId: string, reason: string, actor: Actor): Promise<Shift> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const cancelled: Shift = {
      ...shift,
      state: shiftStates.move(shift.state, 'cancelled'),
      cancelReason: reason,
    };
    await unit.shifts.update(revised(shift, cancelled));
    await this.resolve.closeCaseOf(unit, shiftId, 'employer-cancelled', actor.name);
    await endTasks(unit, { shiftId }, 'Vagten er aflyst');
    if (isBefore(await unit.now(), shift.endsAt)) await this.tellBoth(unit, cancelled, reason, actor);
    await unit.record({ type: 'ShiftCancelled', shiftId }, actor);
    return cancelled;
  }

  private async tellBoth(unit: UnitOfWork, shift: Shift, reason: string, actor: Actor): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        template: 'shift-cancelled',
        data: {
          firstName: firstName(citizen),
          ...contactInWords(contact),
          ...shiftInWords(shift, smallJob, citizen.language),
          reason,
        },
        subjectId: shift.id,
      },
      {
        kind: 'tell-citizen',
        shiftId: shift.id,
        smallJobId: smallJob.id,
        note: `Vagten er aflyst: ${reason}`,
      },
    );
    if (actor.role === 'employer') return;
    const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
    const data = {
      ...contactInWords(contact),
      ...shiftInWords(shift, smallJob, 'da'),
      person: firstName(citizen),
    };
    const person = { phone: smallJob.companyContact.phone, email: company.contact.email };
    await this.correspondence.toCompany(
      unit,
      company,
      { template: 'shift-cancelled-company', data, subjectId: shift.id },
      person,
    );
  }
}
