import { DomainError, messageStates, type Actor, type Message } from '#domain';
import { Transactor } from '../ports/index.js';
import { finishTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** Nobody knew whether a message had arrived; a person has asked the receiver: it had. */
export class SayMessageArrived {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws message.wrong-state when there is other news of it */
  async execute(messageId: string, actor: Actor): Promise<Message> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const message = found(await unit.messages.lock(messageId), 'message.not-found');
      if (message.state !== 'uncertain' && message.state !== 'failed')
        throw new DomainError('message.wrong-state', { state: message.state });
      const arrived: Message = {
        ...message,
        state: messageStates.move(message.state, 'delivered'),
        stateAt: await unit.now(),
        reason: 'said-by-person',
      };
      await unit.messages.update(arrived);
      await finishTasks(unit, { messageId }, 'Beskeden kom frem', staffId);
      return arrived;
    });
  }
}
