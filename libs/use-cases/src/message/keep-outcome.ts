import { triesOf, type Message, type Temporal } from '#domain';
import type { SendResult, UnitOfWork } from '../ports/index.js';
import { endTasks } from '../task/open-task.js';
import { HandleUndelivered } from './handle-undelivered.js';

type Refused = Extract<SendResult, { result: 'refused' }>;

/** Seconds to wait before each new try of an ordinary message, and of one the ladder waits for. */
const patience = { ordinary: [10, 30, 120, 600, 1800], urgent: [2] } as const;
const LONGEST_URGENT_WAIT_SECONDS = 30;
/** For a provider that nobody asks: as long as all tries of an ordinary message take together. */
const LONGEST_WAIT_SECONDS = patience.ordinary.reduce((sum, wait) => sum + wait, 0);
/** A refusal without anybody asked says for how long; this is for one that does not. */
const UNASKED_SECONDS = 15;
/** A ladder's message looks again sooner: the way may be cut from one worker only, and the next to take it may be another. */
const URGENT_UNASKED_SECONDS = 5;

/** What came of the network call is written down, if the message is still as the call left it. */
export class KeepOutcome {
  static readonly needs = [HandleUndelivered] as const;

  constructor(private readonly handleUndelivered: HandleUndelivered) {}

  async within(unit: UnitOfWork, claimed: Message, result: SendResult): Promise<void> {
    const locked = await unit.messages.lock(claimed.id);
    if (!locked) return;
    const message = { ...locked, ...traceOf(locked, result) };
    if (message.attempts !== claimed.attempts || message.state !== 'sending') {
      await this.tooLate(unit, message, claimed, result);
      return;
    }
    const now = await unit.now();
    await unit.forget('message.settle', message.id);
    if (result.result === 'sent') {
      await unit.messages.update({ ...message, state: 'sent', stateAt: now, reason: null });
      return;
    }
    if (result.result === 'uncertain') {
      const uncertain: Message = { ...message, state: 'uncertain', stateAt: now, reason: result.reason };
      await unit.messages.update(uncertain);
      await this.handleUndelivered.within(unit, uncertain);
      return;
    }
    const waiting = result.unasked
      ? { unasked: message.unasked + 1, waitsSince: message.waitsSince ?? now }
      : { waitsSince: null };
    await this.refused(unit, { ...message, claimedAt: null, ...waiting }, result, now);
  }

  /**
   * Others have taken the message for lost, or a receipt was faster. What the provider calls it is kept; and when it
   * certainly never left, the colleague who has it on the list is told that instead of "nobody knows".
   */
  private async tooLate(
    unit: UnitOfWork,
    message: Message,
    claimed: Message,
    result: SendResult,
  ): Promise<void> {
    const isOurs = message.attempts === claimed.attempts && message.state === 'uncertain';
    if (!isOurs || result.result !== 'refused') {
      await unit.messages.update(message);
      return;
    }
    const now = await unit.now();
    const failed: Message = {
      ...message,
      claimedAt: null,
      state: 'failed',
      stateAt: now,
      reason: result.reason,
    };
    await unit.messages.update(failed);
    const stillOpen = await unit.tasks.first({ messageId: message.id, doneAt: { isNull: true } });
    if (!stillOpen) return;
    await endTasks(unit, { messageId: message.id }, 'Beskeden gik ikke');
    await this.handleUndelivered.within(unit, failed);
  }

  private async refused(
    unit: UnitOfWork,
    message: Message,
    result: Refused,
    now: Temporal.Instant,
  ): Promise<void> {
    const wait = secondsToWait(message, result, now);
    if (wait !== null) {
      const at = now.add({ seconds: wait });
      await unit.messages.update({
        ...message,
        state: 'queued',
        stateAt: now,
        notBefore: at,
        reason: result.reason,
      });
      await unit.wake('message.deliver', message.id, at);
      return;
    }
    const failed: Message = { ...message, state: 'failed', stateAt: now, reason: result.reason };
    await unit.messages.update(failed);
    await this.handleUndelivered.within(unit, failed);
  }
}

/** Until the next try; null when somebody else does it, or another channel. */
function secondsToWait(message: Message, result: Refused, now: Temporal.Instant): number | null {
  if (result.permanent) return null;
  const { urgent, createdAt, waitsSince } = message;
  const told = result.retryAfterSeconds ?? 0;
  // A ladder does not wait until the provider has time again: somebody else does it.
  if (urgent && told > LONGEST_URGENT_WAIT_SECONDS) return null;
  if (result.unasked) {
    const wait = urgent ? Math.min(told || UNASKED_SECONDS, URGENT_UNASKED_SECONDS) : told || UNASKED_SECONDS;
    // Each wait is short, but a ladder counts all of them.
    const [since, most] = urgent
      ? [createdAt, LONGEST_URGENT_WAIT_SECONDS]
      : [waitsSince, LONGEST_WAIT_SECONDS];
    return since && now.since(since).total('seconds') + wait > most ? null : wait;
  }
  const wait = (urgent ? patience.urgent : patience.ordinary)[triesOf(message) - 1];
  return wait === undefined ? null : Math.max(wait, told);
}

/** Who has it, or may have it, and what they call it. */
function traceOf(
  { provider, providerReference }: Message,
  result: SendResult,
): Pick<Message, 'provider' | 'providerReference'> {
  if (result.result === 'refused') return { provider, providerReference };
  return {
    provider: result.provider ?? provider,
    providerReference: result.result === 'sent' ? result.providerReference : providerReference,
  };
}
