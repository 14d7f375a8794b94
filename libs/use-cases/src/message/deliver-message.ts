import { isBefore, latest, messageStates, Temporal, type Message, type OwnWording } from '#domain';
import {
  Links,
  MessageGateway,
  MessageWriter,
  RunningConditions,
  Secrets,
  Transactor,
  type OutgoingMessage,
  type SendResult,
  type UnitOfWork,
} from '../ports/index.js';
import { ownWordingOf } from '../own-text/own-wording-of.js';
import { goesOutAt } from './goes-out-at.js';
import { HandleUndelivered } from './handle-undelivered.js';
import { stillMakesSense } from './still-makes-sense.js';

/** Seconds to wait before each new try of an ordinary message, and of one the ladder waits for. */
const patience = { ordinary: [10, 30, 120, 600, 1800], urgent: [2] } as const;
const LONGEST_URGENT_WAIT_SECONDS = 30;
/** A call that has not come back after this long is uncertain: its worker may have died. */
const SETTLE_AFTER_SECONDS = 45;

/**
 * Sends one message: a transaction that claims it, the single network call, a transaction that keeps what came
 * of it. A claim that never comes back becomes uncertain and is shown, never sent again by itself (P3).
 */
export class DeliverMessage {
  static readonly needs = [
    Transactor,
    MessageWriter,
    MessageGateway,
    Secrets,
    Links,
    HandleUndelivered,
    RunningConditions,
  ] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly writer: MessageWriter,
    private readonly gateway: MessageGateway,
    private readonly secrets: Secrets,
    private readonly links: Links,
    private readonly handleUndelivered: HandleUndelivered,
    private readonly conditions: RunningConditions,
  ) {}

  async execute(municipalityId: string, messageId: string): Promise<void> {
    const [claimed, own] = await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const message = await this.claim(unit, messageId);
      return [
        message,
        message ? await ownWordingOf(unit, this.writer, message, message.stateAt) : null,
      ] as const;
    });
    if (!claimed) return;
    const result = await this.send(claimed, own);
    await this.transactor.inMunicipality(municipalityId, (unit) => this.keep(unit, claimed, result));
  }

  /** A message that cannot be written certainly did not go out; a person does it instead. */
  private async send(message: Message, own: OwnWording | null): Promise<SendResult> {
    let outgoing: OutgoingMessage;
    try {
      outgoing = this.render(message, own);
    } catch {
      return { result: 'refused', permanent: true, reason: 'cannot-be-written', retryAfterSeconds: null };
    }
    return this.gateway.send(outgoing);
  }

  private async claim(unit: UnitOfWork, messageId: string): Promise<Message | undefined> {
    const message = await unit.messages.lock(messageId);
    if (message?.state !== 'queued') return undefined;
    const now = await unit.now();
    // A retry, or a worker that was late, may come into the quiet hours: the message waits for the morning.
    const notBefore = await goesOutAt(unit, this.conditions, latest(now, message.notBefore), message.urgent);
    if (isBefore(now, notBefore)) {
      await unit.messages.update({ ...message, notBefore });
      await unit.wake('message.deliver', message.id, notBefore);
      return undefined;
    }
    if (!(await stillMakesSense(unit, message, now))) {
      await unit.messages.update({
        ...message,
        state: messageStates.move('queued', 'failed'),
        stateAt: now,
        reason: 'no-longer-relevant',
      });
      return undefined;
    }
    const claimed: Message = {
      ...message,
      state: messageStates.move('queued', 'sending'),
      stateAt: now,
      attempts: message.attempts + 1,
    };
    await unit.messages.update(claimed);
    await unit.wake('message.settle', message.id, now.add({ seconds: SETTLE_AFTER_SECONDS }));
    return claimed;
  }

  /** The token of a link, and the digits of a code, are made here from the key and an id: no stored text holds them. */
  private render(message: Message, own: OwnWording | null): OutgoingMessage {
    const { id, to, channel, language, template, data, link, subjectId } = message;
    const address = link
      ? this.links.answerPage(link.purpose, this.secrets.linkToken(link.id))
      : data['path']
        ? this.links.page(data['path'])
        : '';
    const made: Record<string, string> =
      template === 'sign-in-code' ? { code: this.secrets.oneTimeCode(subjectId ?? '') } : {};
    const written = this.writer.write(template, channel, language, { ...data, ...made, link: address }, own);
    return { ...written, id, to };
  }

  private async keep(unit: UnitOfWork, claimed: Message, result: SendResult): Promise<void> {
    const message = await unit.messages.lock(claimed.id);
    if (!message) return;
    const now = await unit.now();
    const providerReference = result.result === 'sent' ? result.providerReference : message.providerReference;
    if (message.state !== 'sending' || message.attempts !== claimed.attempts) {
      await unit.messages.update({ ...message, providerReference });
      return;
    }
    await unit.forget('message.settle', message.id);
    if (result.result === 'sent') {
      await unit.messages.update({
        ...message,
        state: 'sent',
        stateAt: now,
        providerReference,
        reason: null,
      });
      return;
    }
    if (result.result === 'uncertain') {
      const uncertain: Message = { ...message, state: 'uncertain', stateAt: now, reason: result.reason };
      await unit.messages.update(uncertain);
      await this.handleUndelivered.within(unit, uncertain);
      return;
    }
    await this.refused(unit, message, result, now);
  }

  private async refused(
    unit: UnitOfWork,
    message: Message,
    result: Extract<SendResult, { result: 'refused' }>,
    now: Temporal.Instant,
  ): Promise<void> {
    const waits = message.urgent ? patience.urgent : patience.ordinary;
    const wait = waits[message.attempts - 1];
    const told = result.retryAfterSeconds ?? 0;
    // A ladder does not wait until the provider has time again: somebody else does it.
    const isTooLong = message.urgent && told > LONGEST_URGENT_WAIT_SECONDS;
    if (!result.permanent && wait !== undefined && !isTooLong) {
      const at = now.add({ seconds: Math.max(wait, told) });
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
