import type { Deadline, OutgoingSms } from '#use-cases';
import type { Attempt } from '../circuit.js';
import { refused } from '../refused.js';
import { inMobileAnswer } from './in-mobile-answer.js';
import { receiptSignature } from './in-mobile-signature.js';
import { postJson } from './post-json.js';
import { isPhoneNumber, type SmsProvider } from './sms-provider.js';
import { understandAnswer } from './understand-answer.js';

export interface InMobileSettings {
  /** `https://api.inmobile.com`: a Danish company on Danish addresses. */
  url: string;
  token: string;
  /** At most 14 digits, or 3 to 11 letters; longer ones would be cut. */
  sender: string;
  /** Where receipts are brought: the API's public address. */
  receiptsUrl: string;
  /** What the addresses of receipts are signed with. */
  receiptSecret: string;
  timeoutMs?: number;
}

/** A second try needs at least this long to make sense. */
const LEAST_FOR_REPEAT_MS = 2_000;

/**
 * SMS through inMobile, https://api.inmobile.com/docs/ (version 4). Our message id is theirs as well, and must be unique
 * on the account: a repeat cannot become a second SMS. So when no answer came, the same is asked once more; only an
 * acceptance settles it, for what they answer to a repeat is not documented.
 */
export class InMobileSms implements SmsProvider {
  readonly name = 'inmobile';
  private readonly address: URL;
  private readonly authorization: string;
  private readonly timeoutMs: number;

  constructor(private readonly settings: InMobileSettings) {
    this.address = new URL(`${settings.url.replace(/\/+$/, '')}/v4/sms/outgoing`);
    if (!/^https?:$/.test(this.address.protocol)) throw new Error('The SMS gateway needs an http address.');
    // The key is the password; the user name is not read.
    this.authorization = `Basic ${Buffer.from(`fodfaeste:${settings.token}`).toString('base64')}`;
    this.timeoutMs = settings.timeoutMs ?? 8_000;
  }

  async attempt(message: OutgoingSms, deadline: Deadline): Promise<Attempt> {
    if (!isPhoneNumber(message.to)) return { result: refused('not-a-phone-number', true), trouble: false };
    const first = await this.post(message, deadline);
    if (first.result.result !== 'uncertain' || deadline.remainingMs() < LEAST_FOR_REPEAT_MS) return first;
    const second = await this.post(message, deadline);
    return second.result.result === 'sent' ? second : first;
  }

  private async post(message: OutgoingSms, deadline: Deadline): Promise<Attempt> {
    const { sender, receiptsUrl, receiptSecret } = this.settings;
    const body = {
      messages: [
        {
          to: message.to.slice(1),
          text: message.text,
          from: sender,
          messageId: message.id,
          encoding: 'gsm7',
          // Who wants nothing any more is known to us; a list of theirs would lose messages silently.
          respectBlacklist: false,
          statusCallbackUrl: `${receiptsUrl}/${message.id}/${receiptSignature(receiptSecret, message.id)}`,
        },
      ],
    };
    const headers = { authorization: this.authorization, accept: 'application/json' };
    const posted = await postJson(this.address, headers, body, { timeoutMs: this.timeoutMs, deadline });
    return understandAnswer(posted, inMobileAnswer);
  }
}
