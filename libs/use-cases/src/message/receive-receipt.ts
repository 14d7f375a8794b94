import { isBefore, messageStates, Temporal, type Message } from '#domain';
import { Transactor } from '../ports/index.js';
import { endTasks } from '../task/open-task.js';
import { HandleUndelivered } from './handle-undelivered.js';

/** What the gateway says about a message, verified by its signature. */
export interface Receipt {
  messageId: string;
  state: 'sent' | 'delivered' | 'failed';
  /** Null when it did not say: now. */
  at: Temporal.Instant | null;
  reason: string | null;
  /** Failed, and this number will fail again. */
  permanent?: boolean;
  /** Who says so. Of a message that another one took, it knows nothing. */
  provider?: string;
}

const answers = {
  sent: 'Beskeden er sendt',
  delivered: 'Beskeden er nået frem',
  failed: 'Beskeden nåede ikke frem',
} as const;

/** Newer news only: receipts come late, twice and out of order, and never take a message backwards. */
export class ReceiveReceipt {
  static readonly needs = [Transactor, HandleUndelivered] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly handleUndelivered: HandleUndelivered,
  ) {}

  async execute(receipt: Receipt): Promise<'kept' | 'ignored'> {
    const [hit] = await this.transactor.lookUp('message', receipt.messageId);
    if (!hit) return 'ignored';
    return this.transactor.inMunicipality(hit.municipalityId, async (unit) => {
      const message = await unit.messages.lock(receipt.messageId);
      if (!message || message.state === receipt.state) return 'ignored';
      if (!messageStates.allows(message.state, receipt.state)) return 'ignored';
      const { provider = message.provider } = receipt;
      if (message.provider !== null && message.provider !== provider) return 'ignored';
      const at = receipt.at ?? (await unit.now());
      if (message.state === 'failed' && isBefore(at, message.stateAt)) return 'ignored';
      const told: Message = {
        ...message,
        provider,
        state: receipt.state,
        stateAt: at,
        reason: receipt.reason,
      };
      await unit.messages.update(told);
      // What stood on a list because nobody knew is answered now, one way or the other.
      await endTasks(unit, { messageId: message.id }, answers[receipt.state]);
      if (receipt.state === 'failed') await this.handleUndelivered.within(unit, told, receipt.permanent);
      return 'kept';
    });
  }
}
