import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

const echo = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  sample.call('/api/v1/samples/echo', { method: 'POST', key: sample.keys.consultant, body, headers });
const sendRaw = (raw: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> =>
  sample.call('/api/v1/samples/echo', { method: 'POST', key: sample.keys.consultant, raw, headers });

function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.json?.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.json).toMatchObject({
    type: `urn:fodfaeste:problem:${code}`,
    title: expect.any(String),
    status,
    instance: expect.any(String),
    details: expect.any(Object),
  });
}

describe('a body', () => {
  it('comes back as it was read', async () => {
    const answer = await echo({
      title: ' Oprydning ',
      phone: '20 12 34 56',
      address: 'Havnegade 12, 7100 Vejle',
    });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      title: 'Oprydning',
      phone: '+4520123456',
      address: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
    });
  });

  it('with several faults is 400 and names them all', async () => {
    const answer = await echo({
      title: '',
      slots: [{ weekday: '1', start: '8', end: '24:00' }],
      ukendt: 1,
      diagnosis: 'x',
    });
    expectProblem(answer, 400, 'shape');
    expect(answer.json.errors!.map(({ path }: { path: string }) => path).sort()).toEqual([
      'diagnosis',
      'slots.0.start',
      'slots.0.weekday',
      'title',
      'ukendt',
    ]);
  });

  it('is told about in English when asked', async () => {
    const answer = await echo({}, { 'accept-language': 'en-GB,en;q=0.9' });
    expectProblem(answer, 400, 'shape');
    expect(answer.headers.get('content-language')).toBe('en');
    expect(answer.json.errors).toEqual([{ path: 'title', message: 'is missing' }]);
  });

  it.each([
    ['no JSON', '{"title":', 'malformed-json'],
    ['a word', 'title', 'malformed-json'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'malformed-json'],
    ['nothing', '', 'shape'],
    ['a list', '[]', 'shape'],
    ['null', 'null', 'shape'],
    ['a NUL', '{"title":"a\\u0000b"}', 'shape'],
    ['half a surrogate', '{"title":"a\\ud800"}', 'shape'],
    ['an overflowing number', '{"title":"a","liftKg":1e999}', 'shape'],
    ['minus zero', '{"title":"a","share":-0}', 'shape'],
    ['a huge number', '{"title":"a","liftKg":1e308}', 'shape'],
    ['2^31', '{"title":"a","liftKg":2147483648}', 'shape'],
    ['a prototype', '{"title":"a","__proto__":{"liftKg":1}}', 'shape'],
    ['a constructor', '{"title":"a","constructor":{"prototype":{}}}', 'shape'],
    ['an inherited name', '{"title":"a","hasOwnProperty":1}', 'shape'],
    ['an inherited name within', '{"title":"a","first":{"toString":1}}', 'shape'],
    ['a promise', '{"title":"a","first":{"then":1}}', 'shape'],
    ['a list for a text', '{"title":["a"]}', 'shape'],
    ['an object for a text', '{"title":{"length":1}}', 'shape'],
    ['lists of lists', '{"title":"a","slots":[[{"weekday":1,"start":"08:00","end":"09:00"}]]}', 'shape'],
    ['a year of five digits', '{"title":"a","startDate":"12026-01-01"}', 'shape'],
    ['year 9999', '{"title":"a","at":"9999-12-31T23:59:59Z"}', 'shape'],
    ['depth', `{"title":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'shape'],
    ['depth of objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'shape'],
  ])('that is %s is 400', async (_, raw, code) => {
    expectProblem(await sendRaw(raw), 400, code);
  });

  it('that is too large is 413', async () => {
    expectProblem(await sendRaw(JSON.stringify({ title: 'a'.repeat(2_000_000) })), 413, 'too-large');
  });

  it.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'nonsense',
  ])('of type %s is 415', async (type) => {
    expectProblem(await sendRaw('title=a', { 'content-type': type }), 415, 'media-type');
  });

  it('with an emoji is fine', async () => {
    expect((await echo({ title: '🧹 æøå' })).json).toEqual({ title: '🧹 æøå' });
  });
});

describe('an address', () => {
  it('that leads nowhere is 404, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'DELETE'])
      expectProblem(await sample.call('/nowhere?cpr=1', { method }), 404, 'not-found');
    const answer = await sample.call('/nowhere?cpr=1');
    expect(answer.json.instance).toBe('/nowhere');
  });

  it('with another method is 405 and says which there are', async () => {
    const answer = await sample.call('/api/v1/samples/echo', { method: 'DELETE' });
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toBe('OPTIONS, POST');
  });

  it('answers OPTIONS and HEAD', async () => {
    const options = await sample.call('/api/v1/me', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    const head = await sample.call('/api/v1/me', { method: 'HEAD', key: sample.keys.consultant });
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await sample.call('/api/v1/me', { method: 'HEAD' })).status).toBe(401);
  });

  it('that cannot be decoded is 400', async () => {
    expectProblem(await sample.call('/api/v1/%c0%'), 400, 'bad-request');
  });

  it('with an id that is none is 400, and too long is refused', async () => {
    const touch = (id: string): Promise<Answer> =>
      sample.call(`/api/v1/samples/${id}/touch`, { method: 'POST', key: sample.keys.consultant });
    expectProblem(await touch('1'), 400, 'shape');
    expectProblem(await touch('%00'), 400, 'shape');
    expect((await touch('0199A1B2-0000-7000-8000-000000000001')).status).toBe(204);
    const long = await touch('a'.repeat(1000));
    expect([400, 404, 414]).toContain(long.status);
    expectProblem(long, long.status, long.json.code);
  });

  it('with headers beyond reason, or no HTTP at all, is a problem too', async () => {
    const huge = await overSocket(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`);
    expect(huge).toMatch(/^HTTP\/1\.1 431 .*application\/problem\+json.*"code":"headers-too-large"/s);
    expect(await overSocket('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"code":"bad-request"/s);
  });
});

describe('a refusal of the domain', () => {
  it('has its status, its text and when to try again', async () => {
    const answer = await sample.call('/api/v1/samples/refused', { key: sample.keys.consultant });
    expectProblem(answer, 429, 'offer.too-soon-to-resend');
    expect(answer.headers.get('retry-after')).toBe('90');
    expect(answer.json.title).toBe('Tilbuddet er lige sendt. Vent lidt, eller ring i stedet.');
  });

  it('that nobody foresaw is 500 with an id and nothing else', async () => {
    const answer = await sample.call('/api/v1/samples/broken');
    expectProblem(answer, 500, 'internal');
    expect(answer.json.details).toEqual({ id: answer.headers.get('x-request-id') });
    expect(answer.text).not.toMatch(/geheim|0101901234|Jonas|stack|\.ts/);
  });
});

describe('every answer', () => {
  it('carries the security headers', async () => {
    for (const path of ['/live', '/nowhere', '/api/v1/me', '/api/docs']) {
      const { headers } = await sample.call(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

function overSocket(request: string): Promise<string> {
  const { hostname, port } = new URL(sample.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
