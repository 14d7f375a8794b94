import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import type { OutgoingEmail, SendResult } from '#use-cases';
import { afterFailure, type SmtpError } from './smtp-failure.js';

export interface SmtpSettings {
  /** `smtps://user:password@host`, or `smtp://host:587?requireTLS=true`. */
  url: string;
  /** `Fodfæste <svar@kommune.example>`. Its domain also stands in the message ids. */
  from: string;
  /** For finding, reaching and greeting the server; the whole mail may take three times as long. */
  timeoutMs?: number;
}

/** E-mail over a few kept SMTP connections. */
export class SmtpEmail {
  private readonly transport: Transporter;
  private readonly domain: string;
  private readonly deadlineMs: number;
  /** The outgoing content per message id, while it is being sent. */
  private readonly contents = new Map<string, Readable>();

  constructor(private readonly settings: SmtpSettings) {
    const domain = /@([^@\s>]+)>?\s*$/.exec(settings.from)?.[1];
    if (!domain) throw new Error('The sender of e-mails must be an e-mail address.');
    this.domain = domain;
    const timeout = settings.timeoutMs ?? 10_000;
    this.deadlineMs = 3 * timeout;
    this.transport = createTransport({
      url: settings.url,
      pool: true,
      maxConnections: 5,
      // Whether to send again is the queue's decision: a resend in here could be the second one.
      maxRequeues: 0,
      idleTimeout: 30_000,
      dnsTimeout: timeout,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      // The reply to the content may take its time: filters read it first.
      socketTimeout: this.deadlineMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.watchContents();
  }

  async send(message: OutgoingEmail): Promise<SendResult> {
    const messageId = `<${message.id}@${this.domain}>`;
    try {
      await this.transport.sendMail({
        messageId,
        from: this.settings.from,
        // An object, so that a comma in an address cannot become a second receiver.
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.text,
        html: message.html,
        // No out-of-office answers to a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(this.deadlineMs),
      });
      return { result: 'sent', providerReference: messageId };
    } catch (error) {
      return afterFailure(error as SmtpError, this.contents.get(messageId)?.readableDidRead ?? false);
    } finally {
      this.contents.delete(messageId);
    }
  }

  /** For shut-down: lets mails that are on their way finish. */
  close(): void {
    this.transport.close();
  }

  /**
   * Nodemailer reads the content only after the server has said that it takes it (354). Whether it was read
   * is therefore what tells "may have arrived" from "certainly has not"; the errors themselves do not.
   */
  private watchContents(): void {
    this.transport.use('stream', (mail, done) => {
      mail.message.processFunc((content: Readable) => {
        this.contents.set(String(mail.data.messageId), content);
        return content;
      });
      done();
    });
  }
}
