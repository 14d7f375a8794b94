import { addDays, bindingAt, localDateOf, type Reply } from '#domain';
import { contactInWords } from '../contact/who-answers.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import type { IncomingSms } from './incoming-sms.js';
import type { OpenQuestion } from './open-question.js';
import { questionLabel } from './question-label.js';
import { addressOf, contactOfSender, lockSender } from './sender.js';
import { WriteBack } from './write-back.js';

/** Until the end of the next working day a number still says what it was meant for. */
const ENDS_AT = '23:59';

/** A word that fits two questions: the sender is asked which, and the word is remembered. */
export class AskWhich {
  static readonly needs = [Ids, WriteBack] as const;

  constructor(
    private readonly ids: Ids,
    private readonly writeBack: WriteBack,
  ) {}

  /** False when a person has to ask: it has been asked just so before, or there is nobody to ask in the name of. */
  async within(
    unit: UnitOfWork,
    questions: readonly [OpenQuestion, OpenQuestion],
    { word }: Reply,
    sms: IncomingSms,
  ): Promise<boolean> {
    if (word !== 'yes' && word !== 'no' && word !== 'visit') return false;
    const { sender } = questions[0];
    await lockSender(unit, sender);
    const contact = await contactOfSender(unit, sender);
    const to = await addressOf(unit, sender);
    if (!contact || !to) return false;
    const now = await unit.now();
    // The older first, as they came: that is how they stand in the sender's phone.
    const inOrder = [questions[1], questions[0]] as const;
    const options = inOrder.map(({ question, subjectIds }) => ({ question, subjectIds: [...subjectIds] }));
    const open = await unit.smsChoices.list({
      senderId: sender.id,
      phone: sms.from,
      expiresAt: { after: now },
    });
    const asked = JSON.stringify(options);
    if (open.some((choice) => choice.word === word && JSON.stringify(choice.options) === asked)) return false;
    const today = localDateOf(now);
    await unit.smsChoices.insert({
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      phone: sms.from,
      who: sender.who,
      senderId: sender.id,
      word,
      options,
      chosen: [],
      askedAt: now,
      expiresAt: bindingAt(now, ENDS_AT, await unit.holidays(today, addDays(today, 30))),
    });
    const [one, two] = [
      await questionLabel(unit, inOrder[0], to.language),
      await questionLabel(unit, inOrder[1], to.language),
    ];
    const data = { firstName: to.firstName, ...contactInWords(contact), answer: word, one, two };
    return this.writeBack.within(unit, sender, sms, contact, 'which-question', data);
  }
}
