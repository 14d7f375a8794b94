import {
  dayInWords,
  firstName,
  refuseUnless,
  revised,
  shiftStates,
  type Absence,
  type AbsenceCause,
  type Actor,
  type Evidence,
  type HeardWay,
  type Shift,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { witness } from './witness.js';

export interface AbsenceInput {
  cause: AbsenceCause;
  by: Absence['by'];
  note?: string;
  /** How it came to the member of staff who writes it down; nothing when whoever says it does so. */
  how?: HeardWay;
  /** As the company is told: "resten af ugen" instead of the day. Null: it has been told already. */
  companyHears?: string | null;
}

/** *Jeg kan ikke i dag.* Reminders and the ladder stop; the company hears that, never why. */
export class ReportAbsence {
  static readonly needs = [Transactor, ResolveEscalation, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly resolve: ResolveEscalation,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(shiftId: string, input: AbsenceInput, actor: Actor): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const absent = await this.within(unit, shiftId, input, actor);
      if (input.by === 'citizen' && (input.how === 'phone' || input.how === 'in-person'))
        await this.receipt(unit, absent);
      return absent;
    });
  }

  /** Said to a person, so that the citizen has it in writing too. */
  private async receipt(unit: UnitOfWork, shift: Shift): Promise<void> {
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, shift.smallJobId, await unit.now());
    const day = dayInWords(shift.date, citizen.language);
    const data = { firstName: firstName(citizen), ...contactInWords(contact), day };
    const occasion = shift.absence?.at ?? '';
    const letter = { template: 'absence-noted' as const, data, subjectId: shift.id, occasion };
    await this.correspondence.toCitizen(unit, citizen, contact, letter, null);
  }

  async within(unit: UnitOfWork, shiftId: string, input: AbsenceInput, actor: Actor): Promise<Shift> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
    refuseUnless(shift.confirmedAt === null, 'shift.already-confirmed');
    const now = await unit.now();
    const by = evidenceBy[input.by];
    const evidence: Evidence = {
      ...(input.how ? witness(actor, { from: by, how: input.how }) : { by }),
      says: 'absent',
      at: now.toString(),
      minutes: null,
    };
    const absent: Shift = {
      ...shift,
      state: shiftStates.move(shift.state, 'absent-reported'),
      absence: { cause: input.cause, by: input.by, note: input.note ?? null, at: now.toString() },
      evidence: [...shift.evidence, evidence],
    };
    await unit.shifts.update(revised(shift, absent));
    await this.resolve.closeCaseOf(unit, shiftId, 'not-able-today', actor.name);
    await endTasks(unit, { shiftId }, 'Kan ikke i dag');
    if (input.by !== 'employer' && input.companyHears !== null) {
      await this.tellCompany(unit, absent, input.companyHears ?? dayInWords(shift.date));
    }
    await unit.record({ type: 'AbsenceReported', shiftId });
    return absent;
  }

  private async tellCompany(unit: UnitOfWork, shift: Shift, day: string): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.correspondence.toCompany(
      unit,
      company,
      {
        template: 'absence-company',
        data: { ...contactInWords(contact), person: firstName(citizen), day },
        subjectId: shift.id,
        // Said, taken back and said again: the company hears each of them.
        occasion: shift.absence?.at ?? '',
        urgent: true,
      },
      { phone: smallJob.companyContact.phone, email: company.contact.email },
      'sms',
    );
  }
}

const evidenceBy = { citizen: 'citizen', employer: 'workplace', contact: 'contact' } as const;
