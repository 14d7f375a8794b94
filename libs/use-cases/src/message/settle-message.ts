import { isBefore, type Message } from '#domain';
import { Transactor } from '../ports/index.js';
import { HandleUndelivered } from './handle-undelivered.js';

/**
 * A call that has not come back after this long is uncertain: its worker may have died. Longer than the longest network
 * call with the transaction after it, and short enough that it is found within the minute (P3), even when the worker that
 * looks at it dies as well.
 */
export const SETTLE_AFTER_SECONDS = 30;

/** A message was claimed and nothing came back: its worker died around the network call. It is uncertain. */
export class SettleMessage {
  static readonly needs = [Transactor, HandleUndelivered] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly handleUndelivered: HandleUndelivered,
  ) {}

  async execute(municipalityId: string, messageId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const message = await unit.messages.lock(messageId);
      if (message?.state !== 'sending') return;
      const now = await unit.now();
      if (isBefore(now, message.stateAt.add({ seconds: SETTLE_AFTER_SECONDS }))) return;
      const uncertain: Message = { ...message, state: 'uncertain', stateAt: now, reason: 'worker-died' };
      await unit.messages.update(uncertain);
      await this.handleUndelivered.within(unit, uncertain);
    });
  }
}
