import { phoneInWords } from '#domain';
import { strikePhone } from '../citizen/register-citizen.js';
import { Ids, Secrets, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { endLinks } from './answer-links.js';
import { HandleUndelivered } from './handle-undelivered.js';
import { holdBack } from './hold-back.js';
import type { IncomingSms } from './incoming-sms.js';
import { contactOfSender, type Sender } from './sender.js';
import { stopNumber } from './stop-number.js';

/**
 * Somebody else has this number. Nothing is written to it any more, the links that went there open nothing, and it
 * is on the contact's list to find the right one. Nothing goes back: whoever it is has heard enough.
 */
export class WrongNumber {
  static readonly needs = [Ids, Secrets, HandleUndelivered] as const;

  constructor(
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly undelivered: HandleUndelivered,
  ) {}

  async within(unit: UnitOfWork, sender: Sender, sms: IncomingSms): Promise<void> {
    const contact = await contactOfSender(unit, sender);
    if (sender.who !== 'staff') await holdBack(unit, this.undelivered, sms.from, sender);
    if (sender.who === 'citizen') await this.takeAway(unit, sender.id, sms.from);
    if (sender.who === 'company') await stopNumber(unit, this.ids, sms.from, sender.id, 'wrong-number');
    const company = sender.who === 'company' ? await unit.companies.find(sender.id) : undefined;
    await openTask(unit, this.ids, {
      kind: 'correct-number',
      staffId: contact?.id ?? null,
      citizenId: sender.who === 'citizen' ? sender.id : null,
      note:
        `Fra ${phoneInWords(sms.from)} blev der skrevet, at det er forkert nummer. Vi skriver ikke dertil mere.` +
        (company ? ` Nummeret står på ${company.name}.` : ''),
      dueAt: await unit.now(),
    });
  }

  private async takeAway(unit: UnitOfWork, citizenId: string, phone: string): Promise<void> {
    const citizen = await unit.citizens.lock(citizenId);
    if (citizen?.phone === phone) {
      const preferredChannel =
        citizen.preferredChannel === 'sms' ? (citizen.email ? 'email' : 'call') : citizen.preferredChannel;
      await unit.citizens.update({ ...citizen, phone: null, phoneVerifiedAt: null, preferredChannel });
      await unit.record({ type: 'CitizenChanged', citizenId });
    }
    await strikePhone(unit, this.secrets, phone, { id: citizenId, who: 'citizen' });
    await endLinks(unit, this.secrets, await unit.messages.list({ citizenId, to: phone }));
  }
}
