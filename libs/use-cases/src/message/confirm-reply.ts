import {
  addDays,
  instantInWords,
  localDateOf,
  nextContactTime,
  reachOf,
  type Language,
  type Reply,
  type Staff,
} from '#domain';
import { contactFor, contactInWords, whoTakes } from '../contact/who-answers.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { Correspondence } from './correspondence.js';
import type { IncomingSms } from './incoming-sms.js';
import type { OpenQuestion } from './open-question.js';
import { addressOf, contactOfSender } from './sender.js';
import { WriteBack } from './write-back.js';

const said: Partial<Record<Reply['word'], string>> = { yes: 'ja', no: 'nej', visit: 'besøg', call: 'ring' };

/**
 * Says back what was understood, where the answer itself does not: offers, shifts, drafts and arrivals have receipts
 * of their own, whichever way they were answered.
 */
export class ConfirmReply {
  static readonly needs = [Ids, WriteBack, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly writeBack: WriteBack,
    private readonly correspondence: Correspondence,
  ) {}

  async within(unit: UnitOfWork, open: OpenQuestion, { word }: Reply, sms: IncomingSms): Promise<void> {
    if (open.question === 'interest') return this.ofInterest(unit, open, word, sms);
    if (open.question === 'match') return this.ofMatch(unit, open, word === 'yes' ? 'yes' : 'no', sms);
    if (open.question === 'offer') return this.ofOffer(unit, open, word);
    if (open.question !== 'still-at-it') return;
    const staff = await unit.staff.find(open.sender.id);
    const to = staff && (await addressOf(unit, open.sender));
    if (!to) return;
    const answer = word === 'yes' ? 'yes' : 'no';
    await this.correspondence.toStaff(
      unit,
      { ...staff, phone: sms.from },
      {
        template: 'still-thanks',
        data: { contact: to.firstName, answer },
        subjectId: open.subjectIds[0],
        occasion: sms.providerId,
        urgent: true,
      },
    );
  }

  /** Whoever wrote STOP before answering gets the receipt from a person. */
  private async ofOffer(
    unit: UnitOfWork,
    { sender, subjectIds: [offerId] }: OpenQuestion,
    word: Reply['word'],
  ): Promise<void> {
    const citizen = await unit.citizens.find(sender.id);
    const offer = await unit.offers.find(offerId);
    if (!citizen || !offer || reachOf(citizen).by !== 'person') return;
    const contact = await contactFor(unit, offer.smallJobId, await unit.now());
    await openTask(unit, this.ids, {
      kind: 'tell-citizen',
      staffId: contact.id,
      citizenId: citizen.id,
      offerId,
      smallJobId: offer.smallJobId,
      note: `Svarede ${said[word] ?? ''} på SMS, og får ingen selv. Sig, at svaret er kommet frem.`,
      dueAt: await unit.now(),
    });
  }

  private async ofInterest(
    unit: UnitOfWork,
    { sender, subjectIds }: OpenQuestion,
    word: Reply['word'],
    sms: IncomingSms,
  ): Promise<void> {
    const match = await unit.matches.find(subjectIds[0]);
    const job = match && (await unit.smallJobs.find(match.smallJobId));
    const to = await addressOf(unit, sender);
    if (!job || !to) return;
    const contact = await contactFor(unit, job.id, await unit.now());
    if (word === 'call') return this.ofCall(unit, sender, contact, sms);
    const data = { firstName: to.firstName, ...contactInWords(contact), title: job.title };
    const template = word === 'yes' ? 'interest-thanks' : 'interest-declined';
    await this.writeBack.within(unit, sender, sms, contact, template, data);
  }

  private async ofMatch(
    unit: UnitOfWork,
    { sender, subjectIds }: OpenQuestion,
    answer: 'yes' | 'no',
    sms: IncomingSms,
  ): Promise<void> {
    const match = await unit.matches.find(subjectIds[0]);
    const job = match && (await unit.smallJobs.find(match.smallJobId));
    const contact = job && (await contactOfSender(unit, sender));
    const to = await addressOf(unit, sender);
    if (!job || !contact || !to) return;
    const data = { companyContact: to.firstName, ...contactInWords(contact), title: job.title, answer };
    await this.writeBack.within(unit, sender, sms, contact, 'match-thanks', data);
  }

  /** Who calls and when, as it is: outside the contact hours on the next morning. */
  async ofCall(
    unit: UnitOfWork,
    sender: OpenQuestion['sender'],
    contact: Staff,
    sms: IncomingSms,
  ): Promise<void> {
    const to = await addressOf(unit, sender);
    if (!to) return;
    const caller = await whoTakes(unit, contact, await unit.now());
    const calls = await callsInWords(unit, caller, to.language);
    const data = { firstName: to.firstName, ...contactInWords(caller), calls };
    await this.writeBack.within(unit, sender, sms, caller, 'will-call', data);
  }
}

async function callsInWords(unit: UnitOfWork, caller: Staff, language: Language): Promise<string> {
  const now = await unit.now();
  const today = localDateOf(now);
  const at = nextContactTime(caller.contactHours, now, await unit.holidays(today, addDays(today, 21)));
  return instantInWords(at, language);
}
