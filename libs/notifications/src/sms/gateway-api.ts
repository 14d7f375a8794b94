import type { OutgoingSms, SendResult } from '#use-cases';
import { postJson } from './post-json.js';
import { understand } from './gateway-api-answer.js';

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
export class GatewayApiSms {
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

  async send(message: OutgoingSms): Promise<SendResult> {
    if (!/^\+[1-9]\d{5,14}$/.test(message.to)) {
      return { result: 'refused', permanent: true, reason: 'not-a-phone-number', retryAfterSeconds: null };
    }
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
    return understand(await postJson(this.address, headers, body, this.timeoutMs));
  }
}
