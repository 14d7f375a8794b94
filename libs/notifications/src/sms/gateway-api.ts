import type { Deadline, OutgoingSms } from '#use-cases';
import type { Attempt } from '../circuit.js';
import { refused } from '../refused.js';
import { gatewayApiAnswer } from './gateway-api-answer.js';
import { postJson } from './post-json.js';
import { isPhoneNumber, type SmsProvider } from './sms-provider.js';
import { understandAnswer } from './understand-answer.js';

export interface GatewayApiSettings {
  /** `https://gatewayapi.eu` keeps the message within the EU. */
  url: string;
  token: string;
  /** A number that can be answered; a name cannot. At most 15 digits or 11 letters. */
  sender: string;
  timeoutMs?: number;
}

/**
 * SMS through GatewayAPI, https://gatewayapi.com/docs/apis/rest/. It has no idempotency key: `userref` carries
 * our message id back in the receipts, and an answer that did not come is uncertain, never repeated here.
 */
export class GatewayApiSms implements SmsProvider {
  readonly name = 'gatewayapi';
  private readonly address: URL;
  private readonly authorization: string;
  private readonly timeoutMs: number;

  constructor(private readonly settings: GatewayApiSettings) {
    this.address = new URL(`${settings.url.replace(/\/+$/, '')}/rest/mtsms`);
    if (!/^https?:$/.test(this.address.protocol)) throw new Error('The SMS gateway needs an http address.');
    // The token is the user name; the password is empty.
    this.authorization = `Basic ${Buffer.from(`${settings.token}:`).toString('base64')}`;
    this.timeoutMs = settings.timeoutMs ?? 10_000;
  }

  async attempt(message: OutgoingSms, deadline: Deadline): Promise<Attempt> {
    if (!isPhoneNumber(message.to)) return { result: refused('not-a-phone-number', true), trouble: false };
    const headers = { authorization: this.authorization, accept: 'application/json' };
    const body = {
      sender: this.settings.sender,
      message: message.text,
      recipients: [{ msisdn: Number(message.to.slice(1)) }],
      userref: message.id,
      // Their name for: we write UTF-8, they send GSM 03.38.
      encoding: 'UTF8',
      class: 'standard',
    };
    const posted = await postJson(this.address, headers, body, { timeoutMs: this.timeoutMs, deadline });
    return understandAnswer(posted, gatewayApiAnswer);
  }
}
