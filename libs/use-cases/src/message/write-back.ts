import type { MessageData, MessageTemplate, Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { Correspondence } from './correspondence.js';
import type { IncomingSms } from './incoming-sms.js';
import type { Sender } from './sender.js';

/** One SMS back to the number that wrote, whatever way its owner is reached otherwise. Once for each SMS. */
export class WriteBack {
  static readonly needs = [Correspondence] as const;

  constructor(private readonly correspondence: Correspondence) {}

  /** False when there is nobody to write to. */
  async within<T extends MessageTemplate>(
    unit: UnitOfWork,
    sender: Sender,
    sms: Pick<IncomingSms, 'from' | 'providerId'>,
    contact: Staff,
    template: T,
    data: MessageData[T],
  ): Promise<boolean> {
    const letter = { template, data, subjectId: sender.id, occasion: sms.providerId };
    const phone = sms.from;
    if (sender.who === 'citizen') {
      const citizen = await unit.citizens.find(sender.id);
      if (!citizen) return false;
      const reachable = { ...citizen, preferredChannel: 'sms' as const, phone };
      await this.correspondence.toCitizen(unit, reachable, contact, letter, null);
      return true;
    }
    if (sender.who === 'company') {
      const company = await unit.companies.find(sender.id);
      if (!company) return false;
      await this.correspondence.toCompany(unit, company, letter, { phone, email: null }, 'sms');
      return true;
    }
    const staff = await unit.staff.find(sender.id);
    if (!staff) return false;
    await this.correspondence.toStaff(unit, { ...staff, phone }, letter);
    return true;
  }
}
