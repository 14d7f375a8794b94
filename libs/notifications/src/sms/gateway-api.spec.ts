import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import type { OutgoingSms, SendResult } from '#use-cases';
import { inTime } from '../in-time.js';
import { GatewayApiSms } from './gateway-api.js';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
interface Seen {
  method: string;
  path: string;
  authorization: string;
  contentType: string;
  body: unknown;
}

/** A provider on this machine that keeps what it was asked and answers as it is told. */
const seen: Seen[] = [];
let answer: Answer;
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => (text += chunk.toString()));
  request.on('end', () => {
    const { authorization = '', 'content-type': contentType = '' } = request.headers;
    seen.push({
      method: request.method!,
      path: request.url!,
      authorization,
      contentType,
      body: JSON.parse(text),
    });
    answer(response, request);
  });
});
const portOf = (listening: Server): number => (listening.address() as AddressInfo).port;
const listen = async (listener: Server): Promise<number> => {
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return portOf(listener);
};
beforeAll(() => listen(server));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const sms = {
  channel: 'sms' as const,
  id: '0193a1b2-0000-7000-8000-000000000001',
  to: '+4520345678',
  text: 'Hej Jonas. Er alt okay? Svar PÅ VEJ',
};
const gateway = (
  url = `http://127.0.0.1:${portOf(server)}`,
  timeoutMs = 10_000,
): { send(message: OutgoingSms): Promise<SendResult> } => {
  const provider = new GatewayApiSms({ url, token: 'a-token', sender: '4520999999', timeoutMs });
  return { send: async (message) => (await provider.attempt(message, inTime.deadline)).result };
};
const answers =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const sendWith = (how: Answer, timeoutMs?: number): Promise<SendResult> => {
  answer = how;
  return gateway(undefined, timeoutMs).send(sms);
};

describe('the request', () => {
  test('has the shape that GatewayAPI documents', async () => {
    seen.length = 0;
    await sendWith(answers(200, { ids: [1] }));
    expect(seen).toEqual([
      {
        method: 'POST',
        path: '/rest/mtsms',
        authorization: `Basic ${Buffer.from('a-token:').toString('base64')}`,
        contentType: 'application/json',
        body: {
          sender: '4520999999',
          message: sms.text,
          recipients: [{ msisdn: 4520345678 }],
          userref: sms.id,
          encoding: 'UTF8',
          class: 'standard',
        },
      },
    ]);
  });

  test('a slash at the end of the address does no harm', async () => {
    answer = answers(200, { ids: [1] });
    await gateway(`http://127.0.0.1:${portOf(server)}/`).send(sms);
    expect(seen.at(-1)!.path).toBe('/rest/mtsms');
  });

  test('what is no phone number never leaves', async () => {
    seen.length = 0;
    answer = answers(200, { ids: [1] });
    for (const to of ['20345678', '+45 20345678', 'jonas@example.dk', '+45203456781234567']) {
      expect(await gateway().send({ ...sms, to })).toMatchObject({ result: 'refused', permanent: true });
    }
    expect(seen).toHaveLength(0);
  });
});

test('an address that is none is found at start-up', () => {
  expect(() => gateway('gatewayapi.eu')).toThrow();
  expect(() => gateway('ftp://gatewayapi.eu')).toThrow(/http address/);
});

describe('an answer', () => {
  test('200 with an id: sent', async () => {
    const body = { ids: [421332671], usage: { total_cost: 0.12, currency: 'DKK', countries: { DK: 1 } } };
    expect(await sendWith(answers(200, body))).toEqual({ result: 'sent', providerReference: '421332671' });
  });

  test.each([['{}'], ['{"ids":[]}'], ['{"ids":[null]}'], ['<html>Log ind på netværket</html>'], ['']])(
    '200 that is not the provider speaking is uncertain: %s',
    async (body) => {
      expect(await sendWith(answers(200, body))).toEqual({
        result: 'uncertain',
        reason: 'answer-without-id',
      });
    },
  );

  test.each([400, 401, 403, 404, 413, 422])('%i: refused for good', async (status) => {
    expect(await sendWith(answers(status))).toEqual({
      result: 'refused',
      permanent: true,
      reason: `http-${status}`,
      retryAfterSeconds: null,
    });
  });

  test('the error code is kept, the sentence with the number in it is not', async () => {
    const body = { code: '0x0215', message: 'MSISDN 4520345678 blacklisted', variables: ['4520345678'] };
    expect(await sendWith(answers(403, body))).toMatchObject({ reason: 'http-403-0x0215' });
  });

  test('429 with seconds: refused, and when to try again', async () => {
    expect(await sendWith(answers(429, {}, { 'retry-after': '17' }))).toEqual({
      result: 'refused',
      permanent: false,
      reason: 'http-429',
      retryAfterSeconds: 17,
    });
  });

  test('429 with a date', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const result = await sendWith(answers(429, {}, { 'retry-after': inAMinute }));
    const seconds = result.result === 'refused' ? result.retryAfterSeconds! : 0;
    expect(seconds).toBeGreaterThan(55);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  test.each([[undefined], ['soon'], ['-5'], ['99999999999']])(
    '429 with %s: no time is made up',
    async (value) => {
      const result = await sendWith(answers(429, {}, value ? { 'retry-after': value } : {}));
      expect(result).toMatchObject({ result: 'refused', permanent: false, retryAfterSeconds: null });
    },
  );

  test('503: turned away at the door, worth another try', async () => {
    expect(await sendWith(answers(503, 'busy', { 'retry-after': '5' }))).toMatchObject({
      result: 'refused',
      permanent: false,
      retryAfterSeconds: 5,
    });
  });

  test.each([500, 502, 504])('%i: it may have been sent before it failed', async (status) => {
    expect(await sendWith(answers(status))).toEqual({ result: 'uncertain', reason: `http-${status}` });
  });

  test('a redirect is not followed: the token would go along', async () => {
    seen.length = 0;
    const elsewhere = { location: `http://127.0.0.1:${portOf(server)}/other` };
    expect(await sendWith(answers(307, {}, elsewhere))).toMatchObject({ result: 'refused', permanent: true });
    expect(seen).toHaveLength(1);
  });
});

describe('no answer', () => {
  test('the provider hangs: uncertain, within the time limit', async () => {
    const start = Date.now();
    expect(await sendWith(() => undefined, 700)).toEqual({ result: 'uncertain', reason: 'timeout' });
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  test('the answer stops half-way: uncertain', async () => {
    const half: Answer = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ids":[');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await sendWith(half)).toEqual({ result: 'uncertain', reason: 'connection-lost' });
  });

  test('the answer drips without end: uncertain, within the time limit', async () => {
    const dripping: Answer = (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    };
    expect(await sendWith(dripping, 700)).toEqual({ result: 'uncertain', reason: 'timeout' });
  });

  test('an answer without bounds is not read to its end', async () => {
    expect(await sendWith(answers(200, 'x'.repeat(200_000)))).toEqual({
      result: 'uncertain',
      reason: 'answer-too-long',
    });
  });

  test('the connection is reset after the request: uncertain', async () => {
    const reset: Answer = (_response, request) => request.socket.resetAndDestroy();
    expect(await sendWith(reset)).toEqual({ result: 'uncertain', reason: 'connection-lost' });
  });

  test('nobody listens: certainly not sent, worth another try', async () => {
    const closed = createTcpServer();
    const port = await listen(closed);
    closed.close();
    await once(closed, 'close');
    expect(await gateway(`http://127.0.0.1:${port}`).send(sms)).toEqual({
      result: 'refused',
      permanent: false,
      reason: 'connection-refused',
      retryAfterSeconds: null,
    });
  });

  test('the name is not known: certainly not sent', async () => {
    expect(await gateway('http://gateway.invalid').send(sms)).toMatchObject({
      result: 'refused',
      permanent: false,
    });
  });

  test.each([
    ['is cut', (socket: { destroy(): void }) => void socket.destroy()],
    ['never comes to an end', () => undefined],
  ])('the secure handshake %s: the words never left', async (_how, handle) => {
    const cutting = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      handle(socket);
    });
    const port = await listen(cutting);
    const result = await gateway(`https://127.0.0.1:${port}`, 700).send(sms);
    cutting.close();
    expect(result).toMatchObject({ result: 'refused', permanent: false });
  });
});
