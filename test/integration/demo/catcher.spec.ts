import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jwtVerify } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { startCatcher, type Catcher } from '../../../demo/src/catcher/index.js';

const TOKEN = 'gateway-token';
const SECRET = 'webhook-secret-of-the-test';

interface Call {
  path: string;
  method: string;
  signature: string;
  body: string;
}
interface Item {
  id: string;
  channel: string;
  to: string;
  subject?: string;
  text: string;
  links: string[];
}

let product: Server;
let productUrl: string;
let calls: Call[];
/** The statuses that the product answers with, one after the other; 200 when there is none left. */
let statuses: number[];
let catcher: Catcher;

beforeEach(async () => {
  calls = [];
  statuses = [];
  product = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const signature = String(request.headers['x-gwapi-signature']);
      calls.push({ path: request.url ?? '', method: request.method ?? '', signature, body });
      response
        .writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' })
        .end('{"said":"thanks"}');
    });
  });
  await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
  productUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}`;
  catcher = await startCatcher({
    webhookBaseUrl: `${productUrl}/api/v1`,
    smsToken: TOKEN,
    webhookSecret: SECRET,
    sender: '4560575797',
  });
});

afterEach(async () => {
  await catcher.close();
  product.closeAllConnections();
  await new Promise((resolve) => product.close(resolve));
});

const sendSms = (body: unknown, token = TOKEN): Promise<Response> =>
  fetch(`${catcher.smsUrl}/rest/mtsms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${token}:`)}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(500),
  });

const sms = (message = 'Hej Ane, svar JA eller NEJ'): object => ({
  sender: 'Fodfaeste',
  message,
  recipients: [{ msisdn: 4512345678 }],
  userref: 'message-7',
});

const sendMail = async (): Promise<void> => {
  const transport = createTransport(catcher.smtpUrl);
  const link = `${productUrl}/e/abc123`;
  await transport.sendMail({
    from: 'demo@fodfaeste.test',
    to: 'chef@cafe.test',
    subject: 'Forslag til småjob på caféen',
    text: `Kære chef.\n\nLæs mere: ${productUrl}/about. Svar her: ${link}.`,
    html: `<p>Svar <a href="${link}">her</a></p>`,
  });
  transport.close();
};

const post = (address: string, body: unknown): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const outbox = async (): Promise<Item[]> =>
  ((await (await fetch(catcher.outboxUrl)).json()) as { items: Item[] }).items;

const ledger = async (): Promise<Record<string, string>[]> =>
  ((await (await fetch(new URL('/ledger', catcher.outboxUrl))).json()) as { items: Record<string, string>[] })
    .items;

const trouble = (wish: object): Promise<Response> => post(new URL('/trouble', catcher.outboxUrl).href, wish);

async function callsOf(path: string, count = 1): Promise<Call[]> {
  for (let waited = 0; waited < 5_000; waited += 20) {
    const found = calls.filter((call) => call.path === path);
    if (found.length >= count) return found;
    await sleep(20);
  }
  throw new Error(`No ${count} calls of ${path}`);
}

const payloadOf = async (call: Call | undefined): Promise<unknown> =>
  (await jwtVerify(call?.signature ?? '', new TextEncoder().encode(SECRET), { algorithms: ['HS256'] }))
    .payload;

describe('SMS gateway', () => {
  test('catches a message and brings a receipt, signed over everything it says', async () => {
    const response = await sendSms(sms());
    const { ids, usage } = (await response.json()) as { ids: number[]; usage: object };

    expect(response.status).toBe(200);
    expect(usage).toEqual({ total_cost: 0.3, currency: 'DKK', countries: { DK: 1 } });
    expect(await outbox()).toMatchObject([
      { channel: 'sms', to: '+4512345678', text: 'Hej Ane, svar JA eller NEJ', links: [] },
    ]);
    const [call] = await callsOf('/api/v1/webhooks/sms/receipts');
    const receipt = {
      id: ids[0],
      msisdn: 4512345678,
      status: 'DELIVERED',
      userref: 'message-7',
      error: null,
    };
    expect(await payloadOf(call)).toMatchObject(receipt);
    expect(JSON.parse(call?.body ?? '')).toEqual(await payloadOf(call));
  });

  test('brings a receipt again until the product takes it', async () => {
    statuses = [503, 500];
    await sendSms(sms());

    expect(await callsOf('/api/v1/webhooks/sms/receipts', 3)).toHaveLength(3);
  });

  test('knows its customer, and what a message is', async () => {
    expect((await sendSms(sms(), 'wrong')).status).toBe(401);
    expect((await sendSms({ ...sms(), recipients: [] })).status).toBe(422);
    expect((await sendSms({ ...sms(), sender: 'Much too long a name' })).status).toBe(422);
    expect((await sendSms({ ...sms(), message: '' })).status).toBe(422);
    expect(await outbox()).toEqual([]);
    expect((await ledger()).map(({ outcome }) => outcome)).toEqual([
      'unauthorized',
      'invalid',
      'invalid',
      'invalid',
    ]);
  });

  test.each([
    ['reject', 422],
    ['rate-limit', 429],
    ['unavailable', 503],
  ])('answers as told when in trouble: %s', async (kind, status) => {
    await trouble({ sms: kind });

    expect((await sendSms(sms())).status).toBe(status);
    expect(await outbox()).toEqual([]);
    expect(await ledger()).toMatchObject([{ userref: 'message-7', msisdn: '4512345678', outcome: kind }]);
  });

  test.each([
    ['hang', 0],
    ['lost-answer', 1],
  ])('gives no answer when in trouble: %s', async (kind, caught) => {
    await trouble({ sms: kind });

    await expect(sendSms(sms())).rejects.toThrow();
    expect(await outbox()).toHaveLength(caught);
    expect(await ledger()).toMatchObject([{ userref: 'message-7', outcome: kind }]);
  });

  test('refuses connections while it is down, and is back at the same address', async () => {
    await trouble({ sms: 'down' });
    await expect(sendSms(sms())).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await trouble({ sms: 'ok' });

    expect((await sendSms(sms())).status).toBe(200);
  });

  test('can say that a message did not arrive, or say nothing', async () => {
    await trouble({ receipts: 'none' });
    await sendSms(sms());
    await trouble({ receipts: 'UNDELIVERED' });
    await sendSms(sms());
    const [call] = await callsOf('/api/v1/webhooks/sms/receipts');

    expect(await payloadOf(call)).toMatchObject({ status: 'UNDELIVERED', error: 'Absent subscriber' });
    expect(calls).toHaveLength(1);
    expect((await trouble({ receipts: 'perhaps' })).status).toBe(400);
  });
});

describe('mail server', () => {
  test('catches a mail with its links, in the order they are read', async () => {
    await sendMail();

    expect(await outbox()).toMatchObject([
      {
        channel: 'email',
        to: 'chef@cafe.test',
        subject: 'Forslag til småjob på caféen',
        links: [`${productUrl}/about`, `${productUrl}/e/abc123`],
      },
    ]);
  });

  test('refuses while it is down', async () => {
    await trouble({ smtp: 'down' });

    await expect(sendMail()).rejects.toThrow(/421/);
    expect(await outbox()).toEqual([]);
  });
});

describe('answering', () => {
  test('an SMS is answered by its receiver, and the product’s own answer comes back', async () => {
    await sendSms(sms());
    const [message] = await outbox();
    const response = await post(`${catcher.outboxUrl}/${message?.id}/reply`, { text: 'ja tak' });
    const [call] = await callsOf('/api/v1/webhooks/sms/inbound');

    expect(await response.json()).toEqual({ status: 200, body: { said: 'thanks' } });
    expect(await payloadOf(call)).toMatchObject({
      msisdn: 4512345678,
      receiver: 4560575797,
      message: 'ja tak',
      webhook_label: 'fodfaeste',
    });
  });

  test('an e-mail is answered by opening its link and pressing the button', async () => {
    await sendMail();
    const [message] = await outbox();
    await post(`${catcher.outboxUrl}/${message?.id}/reply`, { text: 'Besøg, tak' });

    expect((await callsOf('/e/abc123', 2)).map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'GET', body: '' },
      { method: 'POST', body: 'answer=visit' },
    ]);
  });

  test('what cannot be answered is a problem document', async () => {
    await sendSms(sms());
    const [message] = await outbox();
    const unknown = await post(`${catcher.outboxUrl}/no-such-id/reply`, { text: 'JA' });
    const empty = await post(`${catcher.outboxUrl}/${message?.id}/reply`, { words: 'JA' });

    expect(unknown.status).toBe(404);
    expect(empty.status).toBe(400);
    expect(unknown.headers.get('content-type')).toMatch('application/problem+json');
  });
});

describe('page', () => {
  test('shows messages as text, whatever is in them', async () => {
    await sendSms(sms('<script>alert(1)</script> https://fodfaeste.test/o/x.'));
    const html = await (await fetch(new URL('/', catcher.outboxUrl))).text();

    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<a href="https://fodfaeste.test/o/x">');
    expect(html).not.toContain('<script>');
  });

  test('is not for a page on the Internet', async () => {
    const response = await fetch(catcher.outboxUrl, { headers: { origin: 'https://evil.test' } });

    expect(response.status).toBe(421);
  });
});
