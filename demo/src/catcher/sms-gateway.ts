import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Courier } from './courier.js';
import { nextGatewayId } from './gateway-ids.js';
import { readFields, sendJson } from './http.js';
import type { Outbox } from './outbox.js';
import { parseSmsRequest, type SmsRequest } from './sms-request.js';
import type { Trouble } from './trouble.js';

/** Long enough for the product to have stored the id that the receipt names. */
const RECEIPT_DELAY_MS = 300;
const PRICE_DKK = 0.3;

const REFUSALS = {
  unauthorized: { status: 401, code: '0x0213', message: 'Unauthorized' },
  invalid: { status: 422, code: '0x0308', message: 'Invalid request body' },
  reject: { status: 422, code: '0x0301', message: 'Invalid MSISDN' },
  'rate-limit': { status: 429, code: '0x0205', message: 'Too many requests' },
  unavailable: { status: 503, code: '0x0101', message: 'Service unavailable' },
} as const;

type Outcome = 'ok' | 'hang' | 'lost-answer' | keyof typeof REFUSALS;

/** Answers as GatewayAPI does, and catches instead of sending. */
export class SmsGateway {
  /** Which number a message came from, by the id of the caught message: a reply goes back there. */
  private readonly senders = new WeakMap<object, string>();

  constructor(
    private readonly token: string,
    private readonly outbox: Outbox,
    private readonly trouble: Trouble,
    private readonly courier: Courier,
  ) {}

  senderOf(message: object): string | undefined {
    return this.senders.get(message);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readFields(request).catch(() => ({}));
    const sms = parseSmsRequest(body);
    const outcome = this.outcomeOf(request, sms);
    for (const msisdn of sms?.msisdns ?? [undefined]) {
      this.outbox.record({ channel: 'sms', userref: sms?.userref, msisdn, text: sms?.message, outcome });
    }

    if (outcome === 'hang') return;
    if (outcome !== 'ok' && outcome !== 'lost-answer') return refuse(response, outcome);

    const ids = (sms as SmsRequest).msisdns.map((msisdn) => this.accept(sms as SmsRequest, msisdn));
    if (outcome === 'lost-answer') return void request.socket.destroy();
    const usage = { total_cost: ids.length * PRICE_DKK, currency: 'DKK', countries: { DK: ids.length } };
    sendJson(response, 200, { ids, usage });
  }

  private outcomeOf(request: IncomingMessage, sms: SmsRequest | null): Outcome {
    const trouble = this.trouble.sms;
    if (trouble === 'hang') return trouble;
    if (!this.isKnown(request)) return 'unauthorized';
    if (!sms) return 'invalid';
    // On its way in when the gateway went down: it was too late to be refused.
    return trouble === 'down' ? 'hang' : trouble;
  }

  /** The token is the user name of Basic authentication, with an empty password, or stands in the address. */
  private isKnown(request: IncomingMessage): boolean {
    const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const inAddress = new URL(request.url ?? '/', 'http://catcher').searchParams.get('token');
    return Buffer.from(basic, 'base64').toString('utf8') === `${this.token}:` || inAddress === this.token;
  }

  private accept(sms: SmsRequest, msisdn: string): number {
    const caught = this.outbox.add({ channel: 'sms', to: `+${msisdn}`, text: sms.message });
    this.senders.set(caught, sms.sender);
    const id = nextGatewayId();
    void this.sendReceipt(id, msisdn, sms);
    return id;
  }

  private async sendReceipt(id: number, msisdn: string, sms: SmsRequest): Promise<void> {
    const status = this.trouble.receipts;
    if (status === 'none' || !(await this.courier.pause(RECEIPT_DELAY_MS))) return;
    const failed = status === 'UNDELIVERED';
    await this.courier.deliver(sms.callbackUrl ?? '/webhooks/sms/receipts', {
      id,
      msisdn: Number(msisdn),
      time: Math.floor(Date.now() / 1_000),
      status,
      error: failed ? 'Absent subscriber' : null,
      code: failed ? '0x000b' : null,
      userref: sms.userref ?? null,
      country_code: 'DK',
      country_prefix: 45,
    });
  }
}

function refuse(response: ServerResponse, outcome: keyof typeof REFUSALS): void {
  const { status, code, message } = REFUSALS[outcome];
  if (status === 429) response.setHeader('retry-after', '1');
  sendJson(response, status, { code, message, variables: [] });
}
