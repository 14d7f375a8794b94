import {
  latest,
  reachOf,
  writtenChannels,
  type Citizen,
  type Company,
  type Language,
  type Message,
  type MessageData,
  type MessageLink,
  type MessageTemplate,
  type Question,
  type Staff,
  type TaskKind,
  type Temporal,
} from '#domain';
import { Ids, RunningConditions, Secrets, type UnitOfWork } from '../ports/index.js';
import { contactInWords } from '../contact/who-answers.js';
import { openTask, type NewTask } from '../task/open-task.js';
import { goesOutAt } from './goes-out-at.js';
import { makeLink } from './answer-links.js';
import { queueMessage, type NewMessage } from './queue-message.js';
import { isStopped } from './stop-number.js';

export interface Letter<T extends MessageTemplate> {
  template: T;
  data: MessageData[T];
  /** Tells two occasions of the same message about the same thing apart: it goes out once for each. */
  occasion?: string;
  question?: Question;
  subjectId?: string;
  linkPurpose?: MessageLink['purpose'];
  /** What the link opens, when that is not what the message is about, and until when. */
  linkTo?: { subjectId: string; endsAt: Temporal.Instant };
  escalationStepId?: string;
  /** The ladder needs it: quiet hours do not hold it. */
  urgent?: boolean;
  notBefore?: Temporal.Instant;
}

/** What a person does when the citizen is not reached by messages. */
export type ByHand = Omit<NewTask, 'dueAt'> & { kind: TaskKind; dueAt?: Temporal.Instant };

interface Address {
  channel: 'sms' | 'email';
  to: string;
  language: Language;
  receiver: Message['receiver'];
  receiverId: string;
}

/** Writes message rows in the transaction of what caused them. The worker sends them; nothing here does. */
export class Correspondence {
  static readonly needs = [Ids, Secrets, RunningConditions] as const;

  constructor(
    readonly ids: Ids,
    readonly secrets: Secrets,
    readonly conditions: RunningConditions,
  ) {}

  /**
   * To a citizen by the channel he or she chose; a shared phone only hears whom to call; call, letter, in
   * person and a missing address make the task instead. Returns the messages written.
   */
  async toCitizen<T extends MessageTemplate>(
    unit: UnitOfWork,
    citizen: Citizen,
    contact: Staff,
    letter: Letter<T>,
    byHand: ByHand | null,
    channels: 'preferred' | 'all' = 'preferred',
  ): Promise<Message[]> {
    const preferred = reachOf(citizen);
    if (preferred.by === 'person') {
      if (byHand) await this.putOnAList(unit, contact, citizen, byHand);
      return [];
    }
    const reaches = channels === 'all' ? writtenChannels(citizen) : [preferred];
    const written: Message[] = [];
    for (const reach of reaches) {
      const address: Address = {
        channel: reach.by,
        to: reach.to,
        language: citizen.language,
        receiver: 'citizen',
        receiverId: citizen.id,
      };
      const safe: Letter<MessageTemplate> = reach.onlyAskToCall ? callOnly(letter, contact) : letter;
      written.push(...(await this.write(unit, address, safe)));
    }
    return written;
  }

  /** To a company's contact person: SMS when there is a number, e-mail as well when there is an address. */
  async toCompany<T extends MessageTemplate>(
    unit: UnitOfWork,
    company: Company,
    letter: Letter<T>,
    person: { phone: string | null; email: string | null } = company.contact,
    channel: 'both' | 'sms' | 'email' = 'both',
  ): Promise<Message[]> {
    const address = { language: 'da', receiver: 'company', receiverId: company.id } as const;
    const written: Message[] = [];
    // After STOP it goes by mail; whoever has none is told by a person, as when there is no number.
    const phone = person.phone && !(await isStopped(unit, person.phone)) ? person.phone : null;
    if (phone && channel !== 'email') {
      written.push(...(await this.write(unit, { ...address, channel: 'sms', to: phone }, letter)));
    }
    const wantsEmail = channel === 'both' || channel === 'email' || !phone;
    if (person.email && wantsEmail) {
      written.push(...(await this.write(unit, { ...address, channel: 'email', to: person.email }, letter)));
    }
    return written;
  }

  /** To somebody at the municipality. An empty result means that the person has no such address. */
  async toStaff<T extends MessageTemplate>(
    unit: UnitOfWork,
    staff: Staff,
    letter: Letter<T>,
    channel: 'sms' | 'email' = 'sms',
  ): Promise<Message[]> {
    const to = channel === 'sms' ? staff.phone : staff.email;
    if (!to) return [];
    return this.write(unit, { channel, to, language: 'da', receiver: 'staff', receiverId: staff.id }, letter);
  }

  /** A one-time code to whom asked for it a moment ago: at every hour. The digits are added when it is sent. */
  async oneTimeCode(
    unit: UnitOfWork,
    { channel, to }: Pick<Address, 'channel' | 'to'>,
    receiver: { citizen: Citizen } | { companyId: string },
    codeId: string,
  ): Promise<void> {
    const address: Address =
      'citizen' in receiver
        ? {
            channel,
            to,
            language: receiver.citizen.language,
            receiver: 'citizen',
            receiverId: receiver.citizen.id,
          }
        : { channel, to, language: 'da', receiver: 'company', receiverId: receiver.companyId };
    await this.write(unit, address, {
      template: 'sign-in-code',
      data: { code: '' },
      subjectId: codeId,
      urgent: true,
    });
  }

  /** When what is written now leaves the house: its words may depend on the day. */
  async leavesAt(unit: UnitOfWork, written?: Temporal.Instant): Promise<Temporal.Instant> {
    return goesOutAt(unit, this.conditions, written ?? (await unit.now()));
  }

  private async write(
    unit: UnitOfWork,
    address: Address,
    letter: Letter<MessageTemplate>,
  ): Promise<Message[]> {
    const dedupeKey = [
      letter.template,
      letter.subjectId ?? '-',
      address.receiverId,
      address.channel,
      letter.occasion ?? 'once',
    ].join(':');
    if (await unit.messages.first({ dedupeKey })) return [];
    const now = await unit.now();
    const said: NewMessage = {
      template: letter.template,
      channel: address.channel,
      language: address.language,
      receiver: address.receiver,
      to: address.to,
      data: { ...letter.data },
      link: letter.linkPurpose ? await this.linkIn(unit, letter.linkPurpose, letter, address) : null,
      citizenId: address.receiver === 'citizen' ? address.receiverId : null,
      companyId: address.receiver === 'company' ? address.receiverId : null,
      staffId: address.receiver === 'staff' ? address.receiverId : null,
      question: letter.question ?? null,
      subjectId: letter.subjectId ?? null,
      escalationStepId: letter.escalationStepId ?? null,
      dedupeKey,
      urgent: letter.urgent ?? false,
    };
    return [await queueMessage(unit, this, said, latest(now, letter.notBefore ?? now))];
  }

  private linkIn(
    unit: UnitOfWork,
    purpose: MessageLink['purpose'],
    { subjectId = '', linkTo }: Pick<Letter<MessageTemplate>, 'subjectId' | 'linkTo'>,
    { receiverId, channel }: Address,
  ): Promise<MessageLink> {
    const leadsTo = linkTo ? { subjectId: linkTo.subjectId, expiresAt: linkTo.endsAt } : { subjectId };
    return makeLink(unit, this, { purpose, receiverId, channel }, leadsTo);
  }

  private async putOnAList(
    unit: UnitOfWork,
    contact: Staff,
    citizen: Citizen,
    byHand: ByHand,
  ): Promise<void> {
    const dueAt = byHand.dueAt ?? (await unit.now());
    await openTask(unit, this.ids, { staffId: contact.id, citizenId: citizen.id, ...byHand, dueAt });
  }
}

/** On a shared phone nothing about the matter stands in the SMS, and no link opens it. */
function callOnly(letter: Letter<MessageTemplate>, contact: Staff): Letter<'call-only'> {
  const { question, subjectId, escalationStepId, urgent, notBefore } = letter;
  const occasion = `${letter.template}:${letter.occasion ?? 'once'}`;
  return {
    template: 'call-only',
    data: contactInWords(contact),
    occasion,
    ...(question && { question }),
    ...(subjectId && { subjectId }),
    ...(escalationStepId && { escalationStepId }),
    ...(urgent && { urgent }),
    ...(notBefore && { notBefore }),
  };
}
