import { contactInWords } from '../contact/who-answers.js';
import { recordConsent } from '../my-page/record-consent.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { endTasks } from '../task/open-task.js';
import type { IncomingSms } from './incoming-sms.js';
import { addressOf, contactOfSender, type Sender } from './sender.js';
import { WriteBack } from './write-back.js';

/** START after STOP: SMS come again. */
export class StartSms {
  static readonly needs = [Ids, WriteBack] as const;

  constructor(
    private readonly ids: Ids,
    private readonly writeBack: WriteBack,
  ) {}

  /** False when a person has to see to it: nobody could be told. */
  async within(unit: UnitOfWork, sender: Sender, sms: IncomingSms): Promise<boolean> {
    const contact = await contactOfSender(unit, sender);
    const to = await addressOf(unit, sender);
    if (!contact || !to || sender.who === 'staff') return false;
    if (sender.who === 'citizen') await this.citizen(unit, sender.id, sms.from);
    else await this.company(unit, sms.from);
    const data = { firstName: to.firstName, ...contactInWords(contact) };
    return this.writeBack.within(unit, sender, sms, contact, 'sms-started', data);
  }

  private async citizen(unit: UnitOfWork, citizenId: string, phone: string): Promise<void> {
    const citizen = await unit.citizens.lock(citizenId);
    if (!citizen || citizen.phone !== phone) return;
    const phoneVerifiedAt = citizen.phoneVerifiedAt ?? (await unit.now());
    await unit.citizens.update({ ...citizen, preferredChannel: 'sms', phoneVerifiedAt });
    await recordConsent(unit, this.ids, {
      citizenId,
      kind: 'messages',
      matchId: null,
      action: 'given',
      fields: [],
      how: 'sms',
    });
    await endTasks(unit, { kind: 'sms-stopped', citizenId }, 'Skrev START');
    await unit.record({ type: 'CitizenChanged', citizenId });
  }

  private async company(unit: UnitOfWork, phone: string): Promise<void> {
    const endedAt = await unit.now();
    const stops = await unit.smsStops.list({ phone, endedAt: { isNull: true } }, { lock: true });
    for (const stop of stops) await unit.smsStops.update({ ...stop, endedAt });
  }
}
