import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactInWords } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import type { IncomingSms } from './incoming-sms.js';
import { addressOf, contactOfSender, type Sender } from './sender.js';
import { WriteBack } from './write-back.js';

/** As much as somebody reads on a list; the whole text stands with the SMS that came in. */
const LONGEST_NOTE = 500;

/** Nobody guesses what somebody meant: the contact gets the words, the sender hears that a person will call. */
export class AskAPerson {
  static readonly needs = [Ids, WriteBack] as const;

  constructor(
    private readonly ids: Ids,
    private readonly writeBack: WriteBack,
  ) {}

  /** `isClear`: it was understood, and a rule said no. Then nobody asks what was meant. */
  async within(
    unit: UnitOfWork,
    senders: readonly Sender[],
    sms: IncomingSms,
    isClear = false,
  ): Promise<void> {
    let told = false;
    for (const sender of senders) {
      const contact = await contactOfSender(unit, sender);
      await openTask(unit, this.ids, {
        kind: 'not-understood',
        staffId: contact?.id ?? null,
        citizenId: sender.who === 'citizen' ? sender.id : null,
        note: await noteOf(unit, sender, sms),
        dueAt: await unit.now(),
      });
      const to = await addressOf(unit, sender);
      if (told || !contact || !to || sender.who === 'staff') continue;
      const data = { firstName: to.firstName, ...contactInWords(contact) };
      // One answer to the number, however many people it belongs to.
      told = isClear
        ? await this.writeBack.within(unit, sender, sms, contact, 'person-calls', contactInWords(contact))
        : await this.writeBack.within(unit, sender, sms, contact, 'not-understood', data);
    }
  }
}

/** A task knows its citizen; of a company the note says who wrote. */
async function noteOf(unit: UnitOfWork, { who, id }: Sender, sms: IncomingSms): Promise<string> {
  const company = who === 'company' ? await unit.companies.find(id) : undefined;
  return company ? `${company.contact.name}, ${company.name}: ${wordsOf(sms)}` : wordsOf(sms);
}

/** A picture comes without words. */
export const wordsOf = ({ text }: Pick<IncomingSms, 'text'>): string =>
  text.trim() === '' ? '(SMS uden tekst)' : [...text].slice(0, LONGEST_NOTE).join('');
