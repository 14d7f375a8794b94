import type { SmsSays } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { AskAPerson } from './ask-a-person.js';
import type { IncomingSms } from './incoming-sms.js';
import { keepSms } from './keep-sms.js';
import type { Sender } from './sender.js';
import { StartSms } from './start-sms.js';
import { StopSms } from './stop-sms.js';
import { WrongNumber } from './wrong-number.js';

/** STOP, START and "forkert nummer": about the number, not about anything that was asked. */
export class SetUpNumber {
  static readonly needs = [Ids, StopSms, StartSms, WrongNumber, AskAPerson] as const;

  constructor(
    private readonly ids: Ids,
    private readonly stopSms: StopSms,
    private readonly startSms: StartSms,
    private readonly wrongNumber: WrongNumber,
    private readonly askAPerson: AskAPerson,
  ) {}

  /** `confirm`: nobody has answered this SMS yet. One answer to the number, however many people have it. */
  async within(
    unit: UnitOfWork,
    senders: readonly Sender[],
    says: SmsSays,
    sms: IncomingSms,
    confirm: boolean,
  ): Promise<'understood' | 'a-person-calls'> {
    const understoodAs = says.kind === 'reply' ? says.reply.word : says.kind;
    await keepSms(unit, this.ids, sms, { understoodAs });
    let isFirst = confirm;
    for (const sender of senders) {
      if (says.kind === 'wrong-number') await this.wrongNumber.within(unit, sender, sms);
      else if (says.kind === 'reply') await this.stopSms.within(unit, sender, sms, isFirst);
      else if (!(await this.startSms.within(unit, sender, sms))) {
        await this.askAPerson.within(unit, [sender], sms);
        return 'a-person-calls';
      }
      isFirst = false;
    }
    return 'understood';
  }
}
