import { type Reply, type SmsSays } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { ActOnReply } from './act-on-reply.js';
import { AnswerChoice } from './answer-choice.js';
import { AnswerClosed } from './answer-closed.js';
import { AskWhich } from './ask-which.js';
import { CallBack } from './call-back.js';
import { ConfirmReply } from './confirm-reply.js';
import type { IncomingSms } from './incoming-sms.js';
import { keepSms } from './keep-sms.js';
import type { OpenQuestion } from './open-question.js';
import { openQuestions } from './open-questions.js';
import { isOlderThanWhatIsKnown, isOvertaken } from './overtaken.js';
import { namesOf } from './question-label.js';
import type { Sender } from './sender.js';
import { verifyNumber } from './verify-number.js';

export type Outcome = 'understood' | 'a-person-calls';

/** An SMS that may answer something: it does, it is asked back, or it is told the truth about what it answers. */
export class Converse {
  static readonly needs = [
    Ids,
    ActOnReply,
    ConfirmReply,
    AskWhich,
    AnswerChoice,
    AnswerClosed,
    CallBack,
  ] as const;

  constructor(
    private readonly ids: Ids,
    private readonly actOnReply: ActOnReply,
    private readonly confirmReply: ConfirmReply,
    private readonly askWhich: AskWhich,
    private readonly answerChoice: AnswerChoice,
    private readonly answerClosed: AnswerClosed,
    private readonly callBack: CallBack,
  ) {}

  /** Undefined: nobody guesses, a person takes over. What has been written by then is to be given up. */
  async within(
    unit: UnitOfWork,
    senders: readonly Sender[],
    says: SmsSays,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    if (says.kind === 'polite') return this.polite(unit, senders, says.how, sms);
    const [sender] = senders;
    if (!sender) return undefined;
    if (says.kind === 'choice') return this.answerChoice.within(unit, senders, says, sms);
    return says.kind === 'reply' ? this.reply(unit, senders, says.reply, sms) : undefined;
  }

  private async reply(
    unit: UnitOfWork,
    senders: readonly Sender[],
    reply: Reply,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    const questions: OpenQuestion[] = [];
    for (const sender of senders)
      questions.push(...(await openQuestions(unit, sender, { ...sms, word: reply.word })));
    const people = new Set(questions.map(({ sender }) => `${sender.who}:${sender.id}`));
    if (people.size > 1) return undefined;
    const [newest, older, third] = questions;
    if (!newest) return this.nothingAsked(unit, senders, reply, sms);
    if (older && reply.word !== 'call') {
      if (third || !(await this.askWhich.within(unit, [newest, older], reply, sms))) return undefined;
      await keepSms(unit, this.ids, sms, { understoodAs: 'asked-which' });
      return 'understood';
    }
    return this.act(unit, newest, reply, sms);
  }

  private async act(
    unit: UnitOfWork,
    question: OpenQuestion,
    reply: Reply,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    const [subjectId] = question.subjectIds;
    const late = { ...sms, word: reply.word };
    if (await isOvertaken(unit, late, question)) {
      await keepSms(unit, this.ids, sms, { understoodAs: 'overtaken', subjectId });
      return 'understood';
    }
    if (question.isSaid) {
      await keepSms(unit, this.ids, sms, { understoodAs: 'said-before', subjectId });
      return 'understood';
    }
    if (await isOlderThanWhatIsKnown(unit, late, question)) return undefined;
    if (await namesOnlySome(unit, question, sms)) return undefined;
    await keepSms(unit, this.ids, sms, { understoodAs: reply.word, subjectId });
    await this.actOnReply.within(unit, question, reply);
    await this.confirmReply.within(unit, question, reply, sms);
    await verifyNumber(unit, question.sender, sms);
    return 'understood';
  }

  private async nothingAsked(
    unit: UnitOfWork,
    senders: readonly Sender[],
    { word }: Reply,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    const [sender, another] = senders;
    if (!sender || another) return undefined;
    if (word !== 'call') {
      const outcome = await this.answerClosed.within(unit, sender, word, sms);
      if (outcome || !(await isOvertaken(unit, { ...sms, word }, null))) return outcome;
      await keepSms(unit, this.ids, sms, { understoodAs: 'overtaken' });
      return 'understood';
    }
    if (!(await this.callBack.within(unit, sender, sms))) return undefined;
    await keepSms(unit, this.ids, sms, { understoodAs: word });
    await verifyNumber(unit, sender, sms);
    return 'understood';
  }

  /** Thanks ask for nothing. "Ok" might be a yes, as long as something waits for one. */
  private async polite(
    unit: UnitOfWork,
    senders: readonly Sender[],
    how: 'thanks' | 'fine',
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    if (how === 'fine')
      for (const sender of senders) if (await waitsForAYes(unit, sender, sms)) return undefined;
    await keepSms(unit, this.ids, sms, { understoodAs: 'polite' });
    return 'understood';
  }
}

async function waitsForAYes(unit: UnitOfWork, sender: Sender, sms: IncomingSms): Promise<boolean> {
  const asked = await openQuestions(unit, sender, { ...sms, word: 'yes' });
  if (asked.some(({ isSaid }) => !isSaid)) return true;
  if (sender.who !== 'citizen') return false;
  const open = { citizenId: sender.id, state: { in: ['open', 'acknowledged', 'snoozed'] } } as const;
  return (await unit.escalations.count(open)) > 0;
}

/** "Ja, Jonas er her", when Amira was asked about too: what of her is for a person to ask. */
async function namesOnlySome(
  unit: UnitOfWork,
  { question, subjectIds }: OpenQuestion,
  { text }: IncomingSms,
): Promise<boolean> {
  if (question !== 'workplace-arrival' || subjectIds.length < 2) return false;
  const shifts = await unit.shifts.list({ id: { in: [...subjectIds] } });
  const names = await namesOf(
    unit,
    shifts.map(({ citizenId }) => citizenId),
  );
  const written = ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  const named = names.filter((name) => written.includes(` ${name.toLowerCase()} `));
  return named.length > 0 && named.length < names.length;
}
