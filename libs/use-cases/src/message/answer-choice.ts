import type { Reply, SmsSays } from '#domain';
import { Ids, type SmsChoice, type UnitOfWork } from '../ports/index.js';
import { ActOnReply } from './act-on-reply.js';
import { AnswerClosed } from './answer-closed.js';
import { ConfirmReply } from './confirm-reply.js';
import type { IncomingSms } from './incoming-sms.js';
import { keepSms } from './keep-sms.js';
import { openQuestions } from './open-questions.js';
import type { Sender } from './sender.js';
import { verifyNumber } from './verify-number.js';

type Outcome = 'understood' | 'a-person-calls';

/** "1" or "2" after *Hvad gælder dit ja?*: the word that was remembered, about that question. */
export class AnswerChoice {
  static readonly needs = [Ids, ActOnReply, ConfirmReply, AnswerClosed] as const;

  constructor(
    private readonly ids: Ids,
    private readonly actOnReply: ActOnReply,
    private readonly confirmReply: ConfirmReply,
    private readonly answerClosed: AnswerClosed,
  ) {}

  /** Undefined when nobody was asked, or there is no such number on the list. */
  async within(
    unit: UnitOfWork,
    senders: readonly Sender[],
    { place, word }: Extract<SmsSays, { kind: 'choice' }>,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    const choice = await choiceOf(unit, senders, sms);
    const option = choice?.options[place - 1];
    const sender = senders.find(({ id }) => id === choice?.senderId);
    const [first, ...others] = option?.subjectIds ?? [];
    if (!choice || !option || !sender || !first) return undefined;
    const reply: Reply = { word: word ?? choice.word, minutes: null };
    const chosen = {
      question: option.question,
      subjectIds: [first, ...others] as [string, ...string[]],
      sender,
    };
    if (choice.chosen.includes(place) && reply.word === choice.word) {
      await keepSms(unit, this.ids, sms, { understoodAs: 'said-before', subjectId: first });
      return 'understood';
    }
    const open = await openQuestions(unit, sender, { ...sms, word: reply.word });
    const still = open.find((one) => one.question === option.question && one.subjectIds.includes(first));
    // Settled meanwhile, by somebody else or on the page.
    if (!still || still.isSaid) return this.answerClosed.about(unit, chosen, reply.word, sms);
    await unit.smsChoices.update({ ...choice, chosen: [...choice.chosen, place] });
    await keepSms(unit, this.ids, sms, { understoodAs: reply.word, subjectId: first });
    await this.actOnReply.within(unit, still, reply);
    await this.confirmReply.within(unit, still, reply, sms);
    await verifyNumber(unit, sender, sms);
    return 'understood';
  }
}

/** The newest list that went to this number and still counts. */
async function choiceOf(
  unit: UnitOfWork,
  senders: readonly Sender[],
  { from }: IncomingSms,
): Promise<SmsChoice | undefined> {
  const newest = await unit.smsChoices.first(
    { senderId: { in: senders.map(({ id }) => id) }, phone: from, expiresAt: { after: await unit.now() } },
    {
      order: [
        { by: 'askedAt', direction: 'desc' },
        { by: 'id', direction: 'desc' },
      ],
    },
  );
  return newest && unit.smsChoices.lock(newest.id);
}
