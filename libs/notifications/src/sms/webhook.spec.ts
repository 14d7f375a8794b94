import { describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT, base64url } from 'jose';
import { SmsWebhook } from './webhook.js';
import { WebhookRefused } from './webhook-refused.js';

const secret = 'the secret of this year';
const webhook = new SmsWebhook([secret]);
const sign = (payload: Record<string, unknown>, key = secret, alg = 'HS256'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));

const messageId = '0193a1b2-0000-7000-8000-000000000001';
const receipt = {
  id: 1000001,
  msisdn: 4520345678,
  time: 1764000000,
  status: 'DELIVERED',
  error: null,
  code: null,
  userref: messageId,
};
const inbound = {
  id: 1000001,
  msisdn: 4520345678,
  receiver: 4560575797,
  message: 'PÅ VEJ',
  senttime: 1764000000,
  webhook_label: 'test',
};
const refusal = async (attempt: Promise<unknown>): Promise<string> => {
  const error: unknown = await attempt.then(
    () => 'was believed',
    (reason: unknown) => reason,
  );
  return error instanceof WebhookRefused ? error.because : String(error);
};

describe('the signature', () => {
  test('a good one is believed', async () => {
    expect((await webhook.receipt(await sign(receipt))).messageId).toBe(messageId);
  });

  test('the token of the provider’s own documentation is read', async () => {
    // Signed with "secret"; it has no userref, so it is from the provider but not about a message of ours.
    const token =
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpZCI6MjM4MTcwMywibXNpc2RuIjo0NTQyNjA5MDQ1LCJ0aW1lIjoxNTIyNzY0MDYyLCJzdGF0dXMiOiJERUxJVkVSRUQiLCJlcnJvciI6bnVsbCwiY29kZSI6bnVsbCwidXNlcnJlZiI6bnVsbCwiY2FsbGJhY2tfdXJsIjoiaHR0cDovL2JiYWY3MTQyLm5ncm9rLmlvIiwiYXBpIjo0fQ.KdfDH65bnQtgxEkFnpAQodOciAJedZFB13r9wEo8t3Y';
    expect(await refusal(new SmsWebhook(['secret']).receipt(token))).toBe('bad-shape');
    expect(await refusal(webhook.receipt(token))).toBe('bad-signature');
  });

  test('during a change of secrets both are good, and afterwards only the new one', async () => {
    const during = new SmsWebhook(['the secret of next year', secret]);
    expect((await during.inbound(await sign(inbound))).text).toBe('PÅ VEJ');
    expect((await during.inbound(await sign(inbound, 'the secret of next year'))).text).toBe('PÅ VEJ');
    const after = new SmsWebhook(['the secret of next year']);
    expect(await refusal(after.inbound(await sign(inbound)))).toBe('bad-signature');
  });

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is no token', 'hello'],
    ['has two parts', 'e30.e30'],
  ])('%s: refused', async (_what, token) => {
    expect(await refusal(webhook.receipt(token))).toBe('bad-signature');
  });

  test('made with another secret: refused', async () => {
    expect(await refusal(webhook.receipt(await sign(receipt, 'a guess')))).toBe('bad-signature');
  });

  test('alg none: refused', async () => {
    expect(await refusal(webhook.receipt(new UnsecuredJWT(receipt).encode()))).toBe('bad-signature');
  });

  test('another algorithm with the right secret: refused', async () => {
    const long = secret.repeat(4);
    const token = await sign(receipt, long, 'HS512');
    expect(await refusal(new SmsWebhook([long]).receipt(token))).toBe('bad-signature');
  });

  test('a content that was changed afterwards: refused', async () => {
    const [header, , signature] = (await sign(receipt)).split('.');
    const forged = base64url.encode(JSON.stringify({ ...receipt, status: 'UNDELIVERABLE' }));
    expect(await refusal(webhook.receipt(`${header}.${forged}.${signature}`))).toBe('bad-signature');
  });

  test('a content that has expired: refused', async () => {
    expect(await refusal(webhook.receipt(await sign({ ...receipt, exp: 1 })))).toBe('bad-signature');
  });

  test('without a secret anybody could sign, so there is no webhook without one', () => {
    expect(() => new SmsWebhook([])).toThrow();
    expect(() => new SmsWebhook(['', '  '])).toThrow();
  });

  test('an empty secret beside a good one opens nothing', async () => {
    const token = await new SignJWT(receipt)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(' '));
    expect(await refusal(new SmsWebhook([secret, ' ']).receipt(token))).toBe('bad-signature');
  });
});

describe('a receipt', () => {
  const read = async (more: Record<string, unknown>) => webhook.receipt(await sign({ ...receipt, ...more }));

  test('delivered', async () => {
    const { at, ...rest } = await read({});
    expect(rest).toEqual({ messageId, state: 'delivered', reason: null, permanent: false });
    expect(at?.toString()).toBe('2025-11-24T16:00:00Z');
  });

  test.each([
    ['BUFFERED', 'sent', false],
    ['ENROUTE', 'sent', false],
    ['ACCEPTED', 'sent', false],
    ['SOMETHING_NEW', 'sent', false],
    ['EXPIRED', 'failed', false],
    ['UNDELIVERABLE', 'failed', true],
    ['UNDELIVERED', 'failed', true],
    ['REJECTED', 'failed', true],
    ['SKIPPED', 'failed', true],
    ['DELETED', 'failed', true],
  ])('%s: %s, permanent %s', async (status, state, permanent) => {
    expect(await read({ status })).toMatchObject({
      state,
      permanent,
      reason: status.toLowerCase().replace('_', '-'),
    });
  });

  test.each([
    ['0x1010', true, 'an unknown number stays unknown'],
    ['0x1013', false, 'an absent subscriber comes back'],
    ['0x1018', false, 'a full phone is emptied'],
    ['0x102A', false, 'codes come in either case'],
  ])('undeliverable with %s: permanent %s, %s', async (code, permanent) => {
    const failed = await read({ status: 'UNDELIVERABLE', code, error: 'about 4520345678' });
    expect(failed).toMatchObject({ permanent, reason: `undeliverable-${code.toLowerCase()}` });
  });

  test('a time with a fraction', async () => {
    expect((await read({ time: 1764000000.5 })).at?.epochMilliseconds).toBe(1764000000500);
  });

  test.each([
    ['userref is missing', { userref: undefined }],
    ['userref is null', { userref: null }],
    ['userref is not an id of ours', { userref: "1' OR '1'='1" }],
    ['status is missing', { status: undefined }],
    ['status is no text', { status: 4 }],
    ['time is missing', { time: undefined }],
    ['time is text', { time: 'yesterday' }],
    ['time is beyond all calendars', { time: 1e300 }],
    ['time is negative', { time: -1 }],
  ])('%s: bad shape', async (_what, more) => {
    expect(await refusal(read(more))).toBe('bad-shape');
  });
});

describe('an inbound SMS', () => {
  const read = async (more: Record<string, unknown>) => webhook.inbound(await sign({ ...inbound, ...more }));

  test('sender, words and time', async () => {
    const { at, ...rest } = await read({});
    expect(rest).toEqual({ providerId: '1000001', from: '+4520345678', text: 'PÅ VEJ' });
    expect(at.toString()).toBe('2025-11-24T16:00:00Z');
  });

  test('numbers may come as text', async () => {
    expect(await read({ id: 'mo-77', msisdn: '4520345678' })).toMatchObject({
      providerId: 'mo-77',
      from: '+4520345678',
    });
  });

  test('an empty SMS is an SMS', async () => {
    expect((await read({ message: '' })).text).toBe('');
  });

  test('words are taken as they are, but for what a database cannot hold', async () => {
    expect((await read({ message: "ja\u0000 👍 '; DROP TABLE" })).text).toBe("ja 👍 '; DROP TABLE");
  });

  test.each([
    ['message is missing', { message: undefined }],
    ['message is no text', { message: { $gt: '' } }],
    ['msisdn is missing', { msisdn: undefined }],
    ['msisdn is a name', { msisdn: 'Kommunen' }],
    ['msisdn starts with 0', { msisdn: '0045203456' }],
    ['id is missing', { id: undefined }],
    ['id is a fraction', { id: 1.5 }],
    ['id is very long', { id: 'x'.repeat(65) }],
    ['senttime is missing', { senttime: undefined }],
  ])('%s: bad shape', async (_what, more) => {
    expect(await refusal(read(more))).toBe('bad-shape');
  });

  test('a refusal repeats nothing of what was sent', async () => {
    const error: unknown = await read({ msisdn: 'Jonas Holm' }).catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('Holm');
  });
});
