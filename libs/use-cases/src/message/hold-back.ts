import { messageStates, type Message } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { HandleUndelivered } from './handle-undelivered.js';
import type { Sender } from './sender.js';

/**
 * SMS to a number that wait to be sent are not sent. A code stays, somebody asked for it a moment ago, and so does the word that they stop; what a ladder
 * waits for becomes a person's at once.
 */
export async function holdBack(
  unit: UnitOfWork,
  undelivered: HandleUndelivered,
  phone: string,
  sender: Sender,
): Promise<Message[]> {
  const whose = sender.who === 'citizen' ? { citizenId: sender.id } : { companyId: sender.id };
  const waiting = await unit.messages.list(
    {
      ...whose,
      to: phone,
      channel: 'sms',
      state: 'queued',
      template: { notIn: ['sign-in-code', 'sms-stopped'] },
    },
    { lock: true },
  );
  const stateAt = await unit.now();
  for (const message of waiting) {
    const held: Message = {
      ...message,
      state: messageStates.move('queued', 'failed'),
      stateAt,
      reason: 'receiver-said-stop',
    };
    await unit.messages.update(held);
    await unit.forget('message.deliver', message.id);
    if (message.escalationStepId) await undelivered.within(unit, held);
  }
  return waiting;
}
