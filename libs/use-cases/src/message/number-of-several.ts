import type { SmsSays } from '#domain';
import { contactInWords } from '../contact/who-answers.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { wordsOf } from './ask-a-person.js';
import type { IncomingSms } from './incoming-sms.js';
import { contactOfSender, type Sender } from './sender.js';
import { WriteBack } from './write-back.js';

/**
 * Two citizens have this number: a family, or a number that changed hands. Nothing is decided in anybody's name. Each
 * contact gets a call to make; the number hears that a person calls, without a name, since nobody knows who reads it.
 */
export class NumberOfSeveral {
  static readonly needs = [Ids, WriteBack] as const;

  constructor(
    private readonly ids: Ids,
    private readonly writeBack: WriteBack,
  ) {}

  /** `tell`: once for all municipalities. @returns whether somebody was told. */
  async within(
    unit: UnitOfWork,
    citizens: readonly Sender[],
    says: SmsSays,
    sms: IncomingSms,
    tell: boolean,
  ): Promise<boolean> {
    const isCall = says.kind === 'reply' && says.reply.word === 'call';
    let told = false;
    for (const citizen of citizens) {
      const contact = await contactOfSender(unit, citizen);
      await openTask(unit, this.ids, {
        kind: isCall ? 'call-citizen' : 'number-of-several',
        staffId: contact?.id ?? null,
        citizenId: citizen.id,
        note: isCall
          ? 'RING fra et nummer, som flere borgere har'
          : `Nummeret står på flere borgere: ${wordsOf(sms)}`,
        dueAt: await unit.now(),
      });
      if (!contact || told || !tell) continue;
      told = await this.writeBack.within(
        unit,
        citizen,
        sms,
        contact,
        'person-calls',
        contactInWords(contact),
      );
    }
    return told;
  }
}
