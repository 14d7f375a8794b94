import type {
  MessageGateway,
  OutgoingEmail,
  OutgoingMessage,
  OutgoingSms,
  SendConditions,
  SendResult,
} from '#use-cases';
import type { CircuitState } from './circuit.js';

export interface ProviderState {
  provider: string;
  circuit: CircuitState;
}

/** A way out of the house, with whoever stands behind it. */
export interface Sender<M extends OutgoingMessage> {
  send(message: M, conditions: SendConditions): Promise<SendResult>;
  states(): ProviderState[];
}

export type SmsSender = Sender<OutgoingSms>;
export type EmailSender = Sender<OutgoingEmail>;

/** One door for all messages: each goes out by its own channel. */
export class ChannelGateway implements MessageGateway {
  constructor(
    private readonly sms: SmsSender,
    private readonly email: EmailSender,
  ) {}

  async send(message: OutgoingMessage, conditions: SendConditions): Promise<SendResult> {
    return message.channel === 'sms'
      ? this.sms.send(message, conditions)
      : this.email.send(message, conditions);
  }

  /** How the providers are, as this process has met them. */
  states(): ProviderState[] {
    return [...this.sms.states(), ...this.email.states()];
  }
}
