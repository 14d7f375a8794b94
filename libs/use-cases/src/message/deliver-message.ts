import {
  isBefore,
  latest,
  localDateOf,
  messageStates,
  Temporal,
  type Message,
  type OwnWording,
} from '#domain';
import {
  Links,
  MessageGateway,
  MessageWriter,
  RunningConditions,
  Secrets,
  Transactor,
  type Deadline,
  type OutgoingMessage,
  type SendResult,
  type UnitOfWork,
} from '../ports/index.js';
import { ownWordingOf } from '../own-text/own-wording-of.js';
import { ClaimDeadline, processClocks, type ProcessClocks } from './claim-deadline.js';
import { DayCaps } from './day-caps.js';
import { goesOutAt } from './goes-out-at.js';
import { HandleUndelivered } from './handle-undelivered.js';
import { KeepOutcome } from './keep-outcome.js';
import { momentHasPassed } from './moment-has-passed.js';
import { SETTLE_AFTER_SECONDS } from './settle-message.js';
import { stillMakesSense } from './still-makes-sense.js';

/**
 * From before the claim until nothing may leave any more. With the ten seconds that a provider has to answer, it is over
 * before the claim is given up.
 */
const LEAVES_WITHIN_MS = 15_000;

/** A message that a worker has taken to send it. */
interface Claimed {
  message: Message;
  own: OwnWording | null;
  paused: ReadonlySet<string>;
}

/**
 * Sends one message: a transaction that claims it, the network call, a transaction that keeps what came of it. A claim
 * that never comes back becomes uncertain and is shown, never sent again by itself (P3).
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
    KeepOutcome,
    DayCaps,
  ] as const;
  /** Of this process; tests let it sleep. */
  clocks: ProcessClocks = processClocks;

  constructor(
    private readonly transactor: Transactor,
    private readonly writer: MessageWriter,
    private readonly gateway: MessageGateway,
    private readonly secrets: Secrets,
    private readonly links: Links,
    private readonly handleUndelivered: HandleUndelivered,
    private readonly conditions: RunningConditions,
    private readonly keepOutcome: KeepOutcome,
    private readonly caps: DayCaps,
  ) {}

  async execute(municipalityId: string, messageId: string): Promise<void> {
    const deadline = new ClaimDeadline(LEAVES_WITHIN_MS, this.clocks);
    const claimed = await this.transactor.inMunicipality(municipalityId, (unit) =>
      this.claim(unit, messageId),
    );
    if (!claimed) return;
    const result = await this.send(claimed, deadline);
    await this.transactor.inMunicipality(municipalityId, (unit) =>
      this.keepOutcome.within(unit, claimed.message, result),
    );
  }

  /** A message that cannot be written certainly did not go out; a person does it instead. */
  private async send({ message, own, paused }: Claimed, deadline: Deadline): Promise<SendResult> {
    let outgoing: OutgoingMessage;
    try {
      outgoing = this.render(message, own);
    } catch {
      return { result: 'refused', permanent: true, reason: 'cannot-be-written', retryAfterSeconds: null };
    }
    return this.gateway.send(outgoing, { deadline, paused });
  }

  private async claim(unit: UnitOfWork, messageId: string): Promise<Claimed | undefined> {
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
    const why = await this.whyNot(unit, message, now);
    if (why !== null) {
      await this.giveUp(unit, message, now, why);
      return undefined;
    }
    const claimed: Message = {
      ...message,
      state: messageStates.move('queued', 'sending'),
      stateAt: now,
      claimedAt: now,
      attempts: message.attempts + 1,
    };
    const [own, paused] = await Promise.all([
      ownWordingOf(unit, this.writer, claimed, now),
      unit.pausedProviders(),
      unit.messages.update(claimed),
      unit.wake('message.settle', message.id, now.add({ seconds: SETTLE_AFTER_SECONDS })),
    ]);
    return { message: claimed, own, paused: new Set(paused) };
  }

  /** Why it does not go out any more, as a slug; null when it does. */
  private async whyNot(unit: UnitOfWork, message: Message, now: Temporal.Instant): Promise<string | null> {
    const writtenFor = await goesOutAt(unit, this.conditions, message.createdAt, message.urgent);
    if (await momentHasPassed(unit, message, now, localDateOf(writtenFor))) return 'moment-passed';
    if (!(await stillMakesSense(unit, message, now))) return 'no-longer-relevant';
    return this.caps.reached(unit, message, now);
  }

  /** What is settled needs nobody; what is too late, or too much for one day, a person does. */
  private async giveUp(
    unit: UnitOfWork,
    message: Message,
    now: Temporal.Instant,
    reason: string,
  ): Promise<void> {
    const failed: Message = {
      ...message,
      state: messageStates.move('queued', 'failed'),
      stateAt: now,
      reason,
    };
    await unit.messages.update(failed);
    if (reason !== 'no-longer-relevant') await this.handleUndelivered.within(unit, failed);
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
}
