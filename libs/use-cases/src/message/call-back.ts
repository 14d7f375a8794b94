import { addDays, localDateOf, nextContactTime } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { whoTakes } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { ConfirmReply } from './confirm-reply.js';
import type { IncomingSms } from './incoming-sms.js';
import { contactOfSender, type Sender } from './sender.js';

/** RING when nothing was asked. It always holds: one call, and the truth about when. */
export class CallBack {
  static readonly needs = [Ids, ConfirmReply] as const;

  constructor(
    private readonly ids: Ids,
    private readonly confirm: ConfirmReply,
  ) {}

  /** False when there is nobody who could call. */
  async within(unit: UnitOfWork, sender: Sender, sms: IncomingSms): Promise<boolean> {
    const contact = await contactOfSender(unit, sender);
    if (!contact || sender.who === 'staff') return false;
    await this.putOnTheList(unit, sender, contact.id);
    await this.confirm.ofCall(unit, sender, contact, sms);
    return true;
  }

  private async putOnTheList(unit: UnitOfWork, sender: Sender, contactId: string): Promise<void> {
    const now = await unit.now();
    const contact = await unit.staff.find(contactId);
    const caller = contact && (await whoTakes(unit, contact, now));
    if (!caller) return;
    const today = localDateOf(now);
    const dueAt = nextContactTime(caller.contactHours, now, await unit.holidays(today, addDays(today, 21)));
    if (sender.who === 'company') {
      const company = await unit.companies.find(sender.id);
      const note = `${company?.contact.name} fra ${company?.name} skrev RING.`;
      const waiting = { kind: 'not-understood', staffId: caller.id, note, doneAt: { isNull: true } } as const;
      if ((await unit.tasks.count(waiting)) > 0) return;
      await openTask(unit, this.ids, { kind: 'not-understood', staffId: caller.id, note, dueAt });
      return;
    }
    const waiting = { kind: 'call-citizen', citizenId: sender.id, doneAt: { isNull: true } } as const;
    if ((await unit.tasks.count(waiting)) > 0) return;
    await openTask(unit, this.ids, {
      kind: 'call-citizen',
      staffId: caller.id,
      citizenId: sender.id,
      note: 'Skrev RING',
      dueAt,
    });
    await unit.record({ type: 'CallWished', citizenId: sender.id });
  }
}
