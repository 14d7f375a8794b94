import {
  firstName,
  isBefore,
  refuseUnless,
  revised,
  shiftStates,
  slotInstants,
  type Actor,
  type LocalDate,
  type LocalTime,
  type Shift,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { shiftInWords } from './remind-of-shift.js';
import { scheduleShift } from './schedule-shift.js';
import { tellAboutShift } from './tell-about-shift.js';

export interface MoveInput {
  date: LocalDate;
  start: LocalTime;
  end: LocalTime;
}

/** Another time for one shift. An open case ends as "the plan was wrong"; the new time has its own ladder. */
export class MoveShift {
  static readonly needs = [Transactor, ResolveEscalation, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly resolve: ResolveEscalation,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws shift.overlap when the citizen works elsewhere then, shift.times-invalid when it is already over. */
  async execute(shiftId: string, to: MoveInput, actor: Actor): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
      refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
      refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
      const state = shift.state === 'planned' ? 'planned' : shiftStates.move(shift.state, 'planned');
      const instants = slotInstants(to.date, to);
      const now = await unit.now();
      refuseUnless(isBefore(now, instants.endsAt), 'shift.times-invalid');
      const moved: Shift = {
        ...shift,
        date: to.date,
        start: to.start,
        end: to.end,
        ...instants,
        state,
        absence: null,
        evidence: [],
        workplaceAskedAt: null,
      };
      await this.resolve.closeCaseOf(unit, shiftId, 'plan-wrong', actor.name);
      await unit.shifts.update(revised(shift, moved));
      await unit.forget('shift.check-evidence', shiftId);
      await unit.forget('shift.remind', shiftId);
      const agreement = found(await unit.agreements.find(shift.agreementId), 'agreement.not-found');
      await scheduleShift(unit, moved, agreement);
      await endTasks(unit, { shiftId }, 'Vagten er flyttet');
      if (isBefore(now, moved.startsAt)) {
        const news = { template: 'shift-moved', note: 'Vagten er flyttet' } as const;
        await tellAboutShift(unit, this.correspondence, moved, news);
        if (actor.role !== 'employer') await this.tellCompany(unit, moved);
      }
      await unit.record({ type: 'ShiftMoved', shiftId }, actor);
      return moved;
    });
  }

  /** A company that moved it itself knows it. */
  private async tellCompany(unit: UnitOfWork, shift: Shift): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const now = await unit.now();
    const contact = await contactFor(unit, smallJob.id, now);
    await this.correspondence.toCompany(
      unit,
      company,
      {
        template: 'shift-moved-company',
        data: {
          ...contactInWords(contact),
          ...shiftInWords(shift, smallJob, 'da'),
          person: firstName(citizen),
        },
        subjectId: shift.id,
        occasion: `${now.epochMilliseconds}:${shift.startsAt.toString()}`,
      },
      { phone: smallJob.companyContact.phone, email: company.contact.email },
    );
  }
}
