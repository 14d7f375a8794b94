import { firstName, type Staff } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { brokerOf, contactInWords, whoAnswers } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { Correspondence } from './correspondence.js';
import type { IncomingSms } from './incoming-sms.js';
import type { Sender } from './open-questions.js';

/** Nobody guesses what somebody meant: the contact gets the words, the sender hears that a person will call. */
export class AskAPerson {
  static readonly needs = [Ids, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async within(unit: UnitOfWork, senders: readonly Sender[], sms: IncomingSms): Promise<void> {
    let told = false;
    for (const sender of senders) {
      const contact = await this.contactOf(unit, sender);
      await openTask(unit, this.ids, {
        kind: 'not-understood',
        staffId: contact?.id ?? null,
        citizenId: sender.who === 'citizen' ? sender.id : null,
        note: sms.text.slice(0, 500),
        dueAt: await unit.now(),
      });
      if (!told && contact && sender.who !== 'staff') told = await this.tell(unit, sender, contact, sms);
    }
  }

  /** One answer to the number, however many people it belongs to. */
  private async tell(unit: UnitOfWork, sender: Sender, contact: Staff, sms: IncomingSms): Promise<boolean> {
    const about = { subjectId: sender.id, occasion: sms.providerId };
    if (sender.who === 'citizen') {
      const citizen = await unit.citizens.find(sender.id);
      if (!citizen) return false;
      const reachable = { ...citizen, preferredChannel: 'sms' as const, phone: sms.from };
      const data = { firstName: firstName(citizen), ...contactInWords(contact) };
      await this.correspondence.toCitizen(
        unit,
        reachable,
        contact,
        { template: 'not-understood', data, ...about },
        null,
      );
      return true;
    }
    const company = await unit.companies.find(sender.id);
    if (!company) return false;
    const data = { firstName: firstName(company.contact), ...contactInWords(contact) };
    await this.correspondence.toCompany(
      unit,
      company,
      { template: 'not-understood', data, ...about },
      { phone: sms.from, email: null },
    );
    return true;
  }

  private async contactOf(unit: UnitOfWork, sender: Sender): Promise<Staff | undefined> {
    if (sender.who === 'staff') return unit.staff.find(sender.id);
    if (sender.who === 'citizen') {
      const agreement = await unit.agreements.first({ citizenId: sender.id, state: 'signed' });
      if (agreement) return whoAnswers(unit, agreement.smallJobId, await unit.now());
      const citizen = await unit.citizens.find(sender.id);
      return citizen && brokerOf(unit, citizen);
    }
    const job = await unit.smallJobs.first({
      companyId: sender.id,
      status: { in: ['open', 'filled', 'paused'] },
    });
    const contact = job && (await whoAnswers(unit, job.id, await unit.now()));
    return contact ?? unit.staff.first({ role: 'leader', active: true });
  }
}
