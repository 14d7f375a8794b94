import { firstName, listInWords, type Actor, type Shift } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';
import { CheckIn } from './check-in.js';
import { SayNotHere } from './say-not-here.js';

/** The workplace answers JA or NEJ to "Er Jonas kommet i dag?". A no is enough: we take it from there. */
export class AnswerForWorkplace {
  static readonly needs = [CheckIn, SayNotHere, Correspondence] as const;

  constructor(
    private readonly checkIn: CheckIn,
    private readonly sayNotHere: SayNotHere,
    private readonly correspondence: Correspondence,
  ) {}

  async within(
    unit: UnitOfWork,
    shiftIds: readonly string[],
    word: 'yes' | 'no',
    actor: Actor,
  ): Promise<void> {
    const shifts = await unit.shifts.list({ id: { in: shiftIds } }, { lock: true });
    for (const shift of shifts) {
      if (word === 'yes') await this.checkIn.within(unit, shift.id, undefined, actor);
      else await this.sayNotHere.within(unit, shift.id, actor);
    }
    await this.thank(unit, shifts, word);
  }

  private async thank(unit: UnitOfWork, shifts: readonly Shift[], here: 'yes' | 'no'): Promise<void> {
    const first = found(shifts[0], 'shift.not-found');
    const smallJob = found(await unit.smallJobs.find(first.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(first.companyId), 'company.not-found');
    const citizens = await unit.citizens.list({ id: { in: shifts.map((shift) => shift.citizenId) } });
    const contact = await contactFor(unit, first.smallJobId, await unit.now());
    await this.correspondence.toCompany(
      unit,
      company,
      {
        template: 'workplace-thanks',
        data: {
          ...contactInWords(contact),
          here,
          person: listInWords(citizens.map((citizen) => firstName(citizen))),
        },
        subjectId: first.id,
        occasion: here,
        urgent: true,
      },
      { phone: smallJob.companyContact.phone, email: company.contact.email },
      'sms',
    );
  }
}
