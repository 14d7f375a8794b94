import { refuseUnless, type Actor, type Message } from '#domain';
import { Transactor } from '../ports/index.js';
import { ChangeCitizen } from '../citizen/change-citizen.js';
import { logShown } from '../records/log-shown.js';
import { finishTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { SendAgain } from './send-again.js';

export interface CorrectedNumber {
  /** E.164, or an e-mail address when the message was one. */
  to: string;
  /** Sends what did not arrive to the right one at once, when it still makes sense. */
  sendAgain: boolean;
}

/** The number was wrong: it is corrected where it stands, so that everything after this arrives too. */
export class CorrectNumber {
  static readonly needs = [Transactor, ChangeCitizen, SendAgain] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly changeCitizen: ChangeCitizen,
    private readonly sendAgain: SendAgain,
  ) {}

  /** @throws message.no-address for a message to somebody else than a citizen, phone.invalid */
  async execute(messageId: string, { to, sendAgain }: CorrectedNumber, actor: Actor): Promise<Message> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const message = found(await unit.messages.lock(messageId), 'message.not-found');
      const { citizenId, channel } = message;
      refuseUnless(citizenId !== null, 'message.no-address');
      await logShown(unit, actor, [citizenId], 'message.correct-number');
      const change = channel === 'sms' ? { phone: to } : { email: to };
      await this.changeCitizen.within(unit, citizenId, change, actor, sendAgain ? message.subjectId : null);
      if (sendAgain) return this.sendAgain.within(unit, messageId, staffId);
      await finishTasks(unit, { messageId }, 'Nummeret er rettet', staffId);
      return message;
    });
  }
}
