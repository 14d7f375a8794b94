import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import type { Deadline, OutgoingEmail, SendConditions, SendResult } from '#use-cases';
import { Circuit, type Attempt, type CircuitOptions } from '../circuit.js';
import type { EmailSender, ProviderState } from '../gateway.js';
import { pausedByPerson, spared, tooLate } from '../refused.js';
import { GatedContent } from './gated-content.js';
import { afterFailure, type SmtpError } from './smtp-failure.js';

export interface SmtpSettings {
  /** `smtps://user:password@host`, or `smtp://host:587?requireTLS=true`. */
  url: string;
  /** `Fodfæste <svar@kommune.example>`. Its domain also stands in the message ids. */
  from: string;
  /** Where mail servers send what they could not deliver; without it to `from`. */
  bouncesTo?: string;
  /** For finding, reaching and greeting the server; the whole mail may take three times as long. */
  timeoutMs?: number;
  circuit?: CircuitOptions;
}

const NAME = 'smtp';

/** E-mail over a few kept SMTP connections, which are left alone for a while when the server is in trouble. */
export class SmtpEmail implements EmailSender {
  private readonly transport: Transporter;
  private readonly domain: string;
  private readonly deadlineMs: number;
  private readonly circuit: Circuit;
  /** The outgoing content per message id, while it is being sent. */
  private readonly contents = new Map<string, GatedContent>();
  private readonly deadlines = new Map<string, Deadline>();

  constructor(private readonly settings: SmtpSettings) {
    const domain = /@([^@\s>]+)>?\s*$/.exec(settings.from)?.[1];
    if (!domain) throw new Error('The sender of e-mails must be an e-mail address.');
    this.domain = domain;
    this.circuit = new Circuit(NAME, settings.circuit);
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

  async send(message: OutgoingEmail, { deadline, paused }: SendConditions): Promise<SendResult> {
    if (paused.has(NAME)) return pausedByPerson();
    if (deadline.remainingMs() <= 0) return tooLate();
    const attempt = await this.circuit.run(() => this.attempt(message, deadline));
    const result = attempt?.result ?? spared(this.circuit);
    return result.result === 'refused' ? result : { ...result, provider: NAME };
  }

  states(): ProviderState[] {
    return [{ provider: NAME, circuit: this.circuit.state }];
  }

  /** For shut-down: lets mails that are on their way finish. */
  close(): void {
    this.circuit.close();
    this.transport.close();
  }

  private async attempt(message: OutgoingEmail, deadline: Deadline): Promise<Attempt> {
    const messageId = `<${message.id}@${this.domain}>`;
    const { from, bouncesTo } = this.settings;
    this.deadlines.set(messageId, deadline);
    try {
      await this.transport.sendMail({
        messageId,
        from,
        // An object, so that a comma in an address cannot become a second receiver.
        to: { name: '', address: message.to },
        ...(bouncesTo && { envelope: { from: bouncesTo, to: [{ name: '', address: message.to }] } }),
        subject: message.subject,
        text: message.text,
        html: message.html,
        // No out-of-office answers to a machine (RFC 3834). And no List-Unsubscribe: this is no list but one person's
        // own matter, and a button that takes the next shift's reminder away belongs on a page that says so.
        headers: { 'Auto-Submitted': 'auto-generated' },
        // Where the server can (RFC 3461), it tells us what it could not deliver, under our own id and without the text.
        dsn: { envid: message.id, ret: 'HDRS', notify: 'FAILURE' },
        signal: AbortSignal.timeout(this.deadlineMs),
      });
      return { result: { result: 'sent', providerReference: messageId }, trouble: false };
    } catch (error) {
      const content = this.contents.get(messageId);
      if (content?.isTooLate) return { result: tooLate(), trouble: false };
      return afterFailure(error as SmtpError, content?.wasRead ?? false);
    } finally {
      this.contents.delete(messageId);
      this.deadlines.delete(messageId);
    }
  }

  private watchContents(): void {
    this.transport.use('stream', (mail, done) => {
      mail.message.processFunc((content: Readable) => {
        const messageId = String(mail.data.messageId);
        const gated = new GatedContent(content, this.deadlines.get(messageId) ?? { remainingMs: () => 0 });
        this.contents.set(messageId, gated);
        return gated.stream;
      });
      done();
    });
  }
}
