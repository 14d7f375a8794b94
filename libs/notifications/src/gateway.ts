import type { MessageGateway, OutgoingEmail, OutgoingMessage, OutgoingSms, SendResult } from '#use-cases';

export interface SmsSender {
  send(message: OutgoingSms): Promise<SendResult>;
}

export interface EmailSender {
  send(message: OutgoingEmail): Promise<SendResult>;
}

/** One door for all messages: each goes out by its own channel. */
export class ChannelGateway implements MessageGateway {
  constructor(
    private readonly sms: SmsSender,
    private readonly email: EmailSender,
  ) {}

  async send(message: OutgoingMessage): Promise<SendResult> {
    return message.channel === 'sms' ? this.sms.send(message) : this.email.send(message);
  }
}
