import { MessageGateway, type OutgoingMessage, type SendResult } from '#use-cases';
import type { Temporal } from '#domain';

export type Sent = OutgoingMessage & { at: Temporal.Instant };

/** Keeps what would have left the house; can be told to fail like a network. */
export class RecordingGateway extends MessageGateway {
  readonly sent: Sent[] = [];
  answer: SendResult | ((message: OutgoingMessage) => SendResult) = {
    result: 'sent',
    providerReference: 'reference',
  };

  constructor(private readonly now: () => Temporal.Instant) {
    super();
  }

  async send(message: OutgoingMessage): Promise<SendResult> {
    const result = typeof this.answer === 'function' ? this.answer(message) : this.answer;
    if (result.result === 'sent') this.sent.push({ ...message, at: this.now() });
    return result;
  }

  down(): void {
    this.answer = { result: 'refused', permanent: false, reason: 'no-connection', retryAfterSeconds: null };
  }
}
