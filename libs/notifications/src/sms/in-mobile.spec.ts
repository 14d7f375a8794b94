import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inTime } from '../in-time.js';
import { InMobileSms } from './in-mobile.js';
import { receiptSignature } from './in-mobile-signature.js';
import { InMobileWebhook } from './in-mobile-webhook.js';

const SECRET = 'a-secret-of-sixteen';
const id = '0193a1b2-0000-7000-8000-000000000001';
const sms = { channel: 'sms' as const, id, to: '+4520345678', text: 'Hej Jonas. Svar PÅ VEJ' };
const good = { results: [{ messageId: id, smsCount: 1, numberDetails: { isValidMsisdn: true } }] };

/** A provider on this machine that knows its message ids: what it took once it does not take again. */
interface Seen {
  path: string;
  authorization: string;
  body: { messages: Record<string, unknown>[] };
}
const seen: Seen[] = [];
const taken = new Set<string>();
type Answer = (response: ServerResponse) => void;
let answers: Answer[] = [];
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => (text += chunk.toString()));
  request.on('end', () => {
    const body = JSON.parse(text) as Seen['body'];
    seen.push({ path: request.url!, authorization: request.headers.authorization ?? '', body });
    const messageId = String(body.messages[0]!['messageId']);
    const isRepeat = taken.has(messageId);
    const answer = answers.shift() ?? json(200, good);
    if (isRepeat) json(409, { errorMessage: 'not unique' })(response);
    else answer(response);
  });
});
const json =
  (status: number, body: unknown = {}): Answer =>
  (response) => {
    if (status < 300) taken.add(id);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
/** The SMS is on its way, and the answer is lost. */
const takenButLost: Answer = (response) => {
  taken.add(id);
  response.destroy();
};
const lostBeforeTaken: Answer = (response) => void response.destroy();

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  taken.clear();
  answers = [];
});

const provider = (timeoutMs = 5_000): InMobileSms =>
  new InMobileSms({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'a-key',
    sender: '4520999999',
    receiptsUrl: 'https://smaajob.example/webhooks/sms/inmobile',
    receiptSecret: SECRET,
    timeoutMs,
  });
const attemptWith = async (...how: Answer[]) => {
  answers = how;
  return provider().attempt(sms, inTime.deadline);
};

test('the request has the shape that inMobile documents, with an address of its own for the receipt', async () => {
  expect((await attemptWith()).result).toEqual({ result: 'sent', providerReference: id });
  expect(seen).toEqual([
    {
      path: '/v4/sms/outgoing',
      authorization: `Basic ${Buffer.from('fodfaeste:a-key').toString('base64')}`,
      body: {
        messages: [
          {
            to: '4520345678',
            text: sms.text,
            from: '4520999999',
            messageId: id,
            encoding: 'gsm7',
            respectBlacklist: false,
            statusCallbackUrl: `https://smaajob.example/webhooks/sms/inmobile/${id}/${receiptSignature(SECRET, id)}`,
          },
        ],
      },
    },
  ]);
});

describe('an answer', () => {
  test('200 about a number that cannot exist: refused because of the number', async () => {
    const invalid = { results: [{ messageId: id, numberDetails: { isValidMsisdn: false } }] };
    expect(await attemptWith(json(200, invalid))).toMatchObject({
      result: { result: 'refused', permanent: true, reason: 'invalid-number' },
      trouble: false,
    });
  });

  test.each([
    [400, { permanent: true }, false],
    [401, { permanent: true }, true],
    [429, { permanent: false }, true],
    [503, { permanent: false }, true],
  ])('%i: refused %o, trouble %s', async (status, expected, trouble) => {
    expect(await attemptWith(json(status))).toMatchObject({
      result: { result: 'refused', reason: `http-${status}`, ...expected },
      trouble,
    });
    expect(seen).toHaveLength(1);
  });
});

describe('when no answer came', () => {
  test('the same is asked once more: taken now, it is sent', async () => {
    expect((await attemptWith(lostBeforeTaken)).result).toMatchObject({ result: 'sent' });
    expect(seen.map(({ body }) => body.messages[0]!['messageId'])).toEqual([id, id]);
  });

  test('and it had been taken: no second SMS, and what nobody can know stays uncertain', async () => {
    expect((await attemptWith(takenButLost)).result).toEqual({
      result: 'uncertain',
      reason: 'connection-lost',
    });
    expect(seen).toHaveLength(2);
    expect(taken.size).toBe(1);
  });

  test.each([500, 502])('%i is no answer either', async (status) => {
    expect((await attemptWith(json(status))).result).toMatchObject({ result: 'sent' });
    expect((await attemptWith(json(status), json(status))).result.result).not.toBe('sent');
  });

  test('and there is no time for a second try: uncertain', async () => {
    answers = [lostBeforeTaken];
    const { result } = await provider().attempt(sms, { remainingMs: () => 1_000 });
    expect(result.result).toBe('uncertain');
    expect(seen).toHaveLength(1);
  });
});

test('what comes to the door after the deadline leaves nothing', async () => {
  const { result, trouble } = await provider().attempt(sms, { remainingMs: () => 0 });
  expect(result).toMatchObject({ result: 'refused', permanent: false, reason: 'too-late' });
  expect(trouble).toBe(false);
  expect(seen).toHaveLength(0);
});

describe('a receipt', () => {
  const webhook = new InMobileWebhook([SECRET, 'the-older-secret-of-it']);
  const read = (deliveryInfo: unknown, about = id, signature = receiptSignature(SECRET, id)) =>
    webhook.receipts(id, signature, { reports: [{ messageId: about, deliveryInfo }] });
  const time = '2026-11-02T14:50:23Z';

  test.each([
    [
      { stateCode: 1, doneTime: time },
      { state: 'delivered', reason: null, permanent: false },
    ],
    [
      { stateCode: 0, sendTime: time },
      { state: 'sent', permanent: false },
    ],
    [
      { stateCode: 9, sendTime: time },
      { state: 'sent', permanent: false },
    ],
    [
      { stateCode: -1, doneTime: time, errorCode: -3 },
      { state: 'failed', reason: 'failed-3', permanent: true },
    ],
    [
      { stateCode: -1, doneTime: time, errorCode: -5 },
      { state: 'failed', reason: 'failed-5', permanent: false },
    ],
    [
      { stateCode: -2, doneTime: null },
      { state: 'failed', reason: 'failed', permanent: true },
    ],
  ])('%j', (info, expected) => {
    expect(read(info)).toEqual([expect.objectContaining({ messageId: id, ...expected })]);
  });

  test('tells its time, or none when nothing was sent', () => {
    expect(read({ stateCode: 1, doneTime: time })[0]!.at?.toString()).toBe(time);
    expect(read({ stateCode: -2, doneTime: null })[0]!.at).toBeNull();
  });

  test('is believed with the older secret, and not with another or none', () => {
    expect(read({ stateCode: 1 }, id, receiptSignature('the-older-secret-of-it', id))).toHaveLength(1);
    for (const forged of [receiptSignature('x'.repeat(20), id), receiptSignature(SECRET, 'other'), '', 'æ'])
      expect(() => read({ stateCode: 1 }, id, forged)).toThrow(/bad-signature/);
    expect(() => new InMobileWebhook([]).receipts(id, receiptSignature('', id), {})).toThrow(/bad-signature/);
    expect(() => new InMobileWebhook([''])).toThrow(/secret/);
  });

  test('about another message is not believed, whoever brings it', () => {
    expect(read({ stateCode: 1 }, '0193a1b2-0000-7000-8000-0000000000ff')).toEqual([]);
  });

  test.each([[null], [{}], [{ reports: 'all' }], [{ reports: [{ messageId: id }] }]])(
    '%j: bad shape',
    (body) => {
      expect(() => webhook.receipts(id, receiptSignature(SECRET, id), body)).toThrow(/bad-shape/);
    },
  );

  test('with a time that is none: bad shape', () => {
    expect(() => read({ stateCode: 1, doneTime: 'yesterday' })).toThrow(/bad-shape/);
  });
});
