import {
  arrivedShiftStates,
  checkArrival,
  firstName,
  refuseUnless,
  revised,
  shiftStates,
  stateOnArrival,
  type Actor,
  type Evidence,
  type Shift,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { ladderOf } from '../escalation/start-escalation.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { witness, type Heard } from './witness.js';

/** Somebody says that the person is here. Late is welcome: it closes an open case as a good outcome (R26). */
export class CheckIn {
  static readonly needs = [Transactor, ResolveEscalation, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly resolve: ResolveEscalation,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(
    shiftId: string,
    at: Temporal.Instant | undefined,
    actor: Actor,
    heard?: Heard,
  ): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, shiftId, at, actor, heard),
    );
  }

  async within(
    unit: UnitOfWork,
    shiftId: string,
    at: Temporal.Instant | undefined,
    actor: Actor,
    heard?: Heard,
  ): Promise<Shift> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    const now = await unit.now();
    const arrivedAt = at ?? now;
    if (arrivedShiftStates.includes(shift.state) && at === undefined) return shift;
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    checkArrival(shift, arrivedAt, now);
    const { graceAfterStart } = await ladderOf(unit, 'not-seen');
    const state = stateOnArrival(shift, arrivedAt, graceAfterStart);
    const evidence: Evidence = {
      ...witness(actor, heard),
      says: 'here',
      at: now.toString(),
      minutes: null,
    };
    const arrived: Shift = {
      ...shift,
      state: shift.state === state ? state : shiftStates.move(shift.state, state),
      arrivedAt,
      absence: null,
      evidence: [...shift.evidence, evidence],
    };
    await unit.shifts.update(revised(shift, arrived));
    const closed = await this.resolve.closeCaseOf(
      unit,
      shiftId,
      state === 'late' ? 'arrived-late' : 'arrived',
      actor.name,
    );
    await endTasks(unit, { shiftId }, 'Mødt');
    const companyAsked =
      shift.workplaceAskedAt !== null ||
      shift.state === 'absent-reported' ||
      (closed?.employerToldAt ?? null) !== null;
    if (companyAsked && actor.role !== 'employer') await this.tellCompany(unit, arrived);
    await unit.record({ type: 'CitizenArrived', shiftId });
    return arrived;
  }

  /** Only a company that was asked or told hears more. */
  private async tellCompany(unit: UnitOfWork, shift: Shift): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.correspondence.toCompany(
      unit,
      company,
      {
        template: 'arrived-company',
        data: { ...contactInWords(contact), person: firstName(citizen) },
        subjectId: shift.id,
        urgent: true,
      },
      { phone: smallJob.companyContact.phone, email: company.contact.email },
      'sms',
    );
  }
}
