import { contactInWords } from '../contact/who-answers.js';
import { recordConsent } from '../my-page/record-consent.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { HandleUndelivered } from './handle-undelivered.js';
import { holdBack } from './hold-back.js';
import type { IncomingSms } from './incoming-sms.js';
import { addressOf, contactOfSender, type Sender } from './sender.js';
import { stopNumber } from './stop-number.js';
import { owedToCitizen, owedToCompany } from './what-is-owed.js';
import { WriteBack } from './write-back.js';

/**
 * STOP. A citizen is called instead, as after a no on the page; a company's number gets no SMS, its questions go by
 * mail or to a person. What is owed stands on the contact's list. Whoever answers for others cannot stop the ladder.
 */
export class StopSms {
  static readonly needs = [Ids, HandleUndelivered, WriteBack] as const;

  constructor(
    private readonly ids: Ids,
    private readonly undelivered: HandleUndelivered,
    private readonly writeBack: WriteBack,
  ) {}

  /** `confirm`: one SMS that says how to start again and who calls. */
  async within(unit: UnitOfWork, sender: Sender, sms: IncomingSms, confirm: boolean): Promise<void> {
    const to = await addressOf(unit, sender);
    const contact = await contactOfSender(unit, sender);
    if (!to) return;
    if (sender.who === 'staff') {
      if (contact && confirm)
        await this.writeBack.within(unit, sender, sms, contact, 'stop-not-possible', {
          contact: to.firstName,
        });
      return;
    }
    const held = await holdBack(unit, this.undelivered, sms.from, sender);
    // Written before the number is shut: it is the last one.
    const isNew =
      sender.who === 'citizen' ? await this.isNewOf(unit, sender.id) : await this.isNewAt(unit, sms.from);
    if (isNew && confirm && contact) {
      const data = { firstName: to.firstName, ...contactInWords(contact) };
      await this.writeBack.within(unit, sender, sms, contact, 'sms-stopped', data);
    }
    if (sender.who === 'citizen') await this.callInstead(unit, sender.id);
    else if (isNew) await stopNumber(unit, this.ids, sms.from, sender.id, 'asked');
    if (!isNew && held.length === 0) return;
    const company = sender.who === 'company' ? await unit.companies.find(sender.id) : undefined;
    const owed = company ? await owedToCompany(unit, sender.id) : await owedToCitizen(unit, sender.id);
    await openTask(unit, this.ids, {
      kind: 'sms-stopped',
      staffId: contact?.id ?? null,
      citizenId: sender.who === 'citizen' ? sender.id : null,
      note: [
        company ? `${company.contact.name} fra ${company.name} skrev STOP.` : 'Skrev STOP.',
        ...(held.length > 0 ? [`${held.length} SMS blev ikke sendt.`] : []),
        ...owed,
      ].join(' '),
      dueAt: await unit.now(),
    });
  }

  private async isNewOf(unit: UnitOfWork, citizenId: string): Promise<boolean> {
    const last = await unit.consents.first(
      { citizenId, kind: 'messages' },
      {
        order: [
          { by: 'at', direction: 'desc' },
          { by: 'id', direction: 'desc' },
        ],
      },
    );
    const channel = (await unit.citizens.find(citizenId))?.preferredChannel;
    return last?.action !== 'withdrawn' || channel === 'sms' || channel === 'email';
  }

  private async isNewAt(unit: UnitOfWork, phone: string): Promise<boolean> {
    return (await unit.smsStops.first({ phone, endedAt: { isNull: true } })) === undefined;
  }

  private async callInstead(unit: UnitOfWork, citizenId: string): Promise<void> {
    const citizen = await unit.citizens.lock(citizenId);
    if (!citizen || !(await this.isNewOf(unit, citizenId))) return;
    const isWritten = citizen.preferredChannel === 'sms' || citizen.preferredChannel === 'email';
    if (isWritten) await unit.citizens.update({ ...citizen, preferredChannel: 'call' });
    await recordConsent(unit, this.ids, {
      citizenId,
      kind: 'messages',
      matchId: null,
      action: 'withdrawn',
      fields: [],
      how: 'sms',
    });
    await unit.record({ type: 'CitizenChanged', citizenId });
  }
}
