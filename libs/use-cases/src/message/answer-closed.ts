import type { MessageData, Question, ReplyWord } from '#domain';
import { contactInWords } from '../contact/who-answers.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { wordsOf } from './ask-a-person.js';
import { whatBecameOf } from './closed-question.js';
import type { IncomingSms } from './incoming-sms.js';
import { keepSms } from './keep-sms.js';
import type { OpenQuestion } from './open-question.js';
import { isOvertaken } from './overtaken.js';
import { questionLabel } from './question-label.js';
import { addressOf, contactOfSender, type Sender } from './sender.js';
import { WriteBack } from './write-back.js';

const answers: Partial<Record<ReplyWord, readonly Question[]>> = {
  yes: ['offer', 'interest', 'match', 'workplace-arrival', 'draft'],
  no: ['offer', 'interest', 'match', 'workplace-arrival', 'draft'],
  visit: ['offer'],
};
const inWords: Record<MessageData['question-closed']['became'], string> = {
  expired: 'fristen er gået',
  closed: 'det er ikke åbent mere',
  answered: 'der er et andet svar',
};

type Outcome = 'understood' | 'a-person-calls';

/** A clear answer to something that is settled: the truth about it, and a person who talks about what is meant. */
export class AnswerClosed {
  static readonly needs = [Ids, WriteBack] as const;

  constructor(
    private readonly ids: Ids,
    private readonly writeBack: WriteBack,
  ) {}

  /** About the newest question that the word fits. Undefined when there was none. */
  async within(
    unit: UnitOfWork,
    sender: Sender,
    word: ReplyWord,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    const questions = answers[word];
    if (!questions || sender.who === 'staff') return undefined;
    const asked = await unit.messages.first(
      {
        question: { in: questions },
        ...(sender.who === 'citizen' ? { citizenId: sender.id } : { companyId: sender.id }),
        receiver: sender.who,
        notBefore: { to: sms.at },
        subjectId: { isNull: false },
      },
      {
        order: [
          { by: 'createdAt', direction: 'desc' },
          { by: 'id', direction: 'desc' },
        ],
      },
    );
    if (!asked?.question || !asked.subjectId) return undefined;
    return this.about(unit, { question: asked.question, subjectIds: [asked.subjectId], sender }, word, sms);
  }

  /** About this question. Undefined when it is open: a person has to see why it was not answered. */
  async about(
    unit: UnitOfWork,
    closed: Pick<OpenQuestion, 'question' | 'subjectIds' | 'sender'>,
    word: ReplyWord,
    sms: IncomingSms,
  ): Promise<Outcome | undefined> {
    const { question, sender } = closed;
    const [subjectId] = closed.subjectIds;
    if (await isOvertaken(unit, { ...sms, word }, closed)) {
      await keepSms(unit, this.ids, sms, { understoodAs: 'overtaken', subjectId });
      return 'understood';
    }
    const became = await whatBecameOf(unit, question, subjectId, word);
    if (became === 'said') {
      await keepSms(unit, this.ids, sms, { understoodAs: 'said-before', subjectId });
      return 'understood';
    }
    const contact = await contactOfSender(unit, sender);
    const to = await addressOf(unit, sender);
    if (!became || !contact || !to) return undefined;
    await keepSms(unit, this.ids, sms, { subjectId });
    const label = await questionLabel(unit, closed, 'da');
    await openTask(unit, this.ids, {
      kind: 'not-understood',
      staffId: contact.id,
      citizenId: sender.who === 'citizen' ? sender.id : null,
      note: `${wordsOf(sms)} (om ${label}: ${inWords[became]})`,
      dueAt: await unit.now(),
    });
    const data = { firstName: to.firstName, ...contactInWords(contact), became };
    await this.writeBack.within(unit, sender, sms, contact, 'question-closed', data);
    return 'a-person-calls';
  }
}
