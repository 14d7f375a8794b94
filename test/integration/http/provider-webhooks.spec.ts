import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Message, Task } from '#domain';
import { receiptSignature } from '#notifications';
import { Ids, Transactor } from '#use-cases';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { rowsOf } from '../../contracts/rows.js';
import { startApp, type RunningApp } from './start-app.js';

const FIRST = 's'.repeat(20);
const SECOND = 'f'.repeat(20);
const BOUNCES = 'b'.repeat(20);

let product: RunningApp;
beforeAll(async () => {
  product = await startApp((config) => AppModule.with(config), {
    SMS_WEBHOOK_SECRET: FIRST,
    SMS_FALLBACK_WEBHOOK_SECRET: `${SECOND},${'o'.repeat(20)}`,
    MAIL_BOUNCE_SECRET: BOUNCES,
  });
});
afterAll(() => product.stop());

const within = <R>(work: Parameters<Transactor['inMunicipality']>[1]): Promise<R> =>
  product.app.get(Transactor).inMunicipality(product.municipalityId, work) as Promise<R>;

/** A citizen of the municipality, and a message to him that a provider took. */
async function sentMessage(over: Partial<Message>): Promise<Message> {
  const rows = rowsOf(product.municipalityId);
  const citizen = rows.citizen({ brokerId: product.staffId, email: null, phone: null });
  const ids = product.app.get(Ids);
  const message = rows.message({
    id: ids.next(),
    citizenId: citizen.id,
    dedupeKey: ids.next(),
    state: 'sent',
    attempts: 1,
    ...over,
  });
  await within(async (unit) => {
    await unit.citizens.insert({ ...citizen, id: citizen.id });
    await unit.messages.insert(message);
    await unit.enlist({ kind: 'message', key: message.id, subjectId: message.id });
  });
  return message;
}
const now = async ({ id }: Message): Promise<Pick<Message, 'state' | 'reason' | 'provider'>> => {
  const { state, reason, provider } = await within<Message>(async (unit) => (await unit.messages.find(id))!);
  return { state, reason, provider };
};
const tasksOf = ({ id }: Message) => within<Task[]>((unit) => unit.tasks.list({ messageId: id }));

async function post(path: string, body: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(product.url + path, { method: 'POST', body, headers });
  await answer.text();
  return answer.status;
}
const json = { 'content-type': 'application/json' };

describe('receipts of the second provider', () => {
  const receipt = (message: Message, stateCode: number, errorCode?: number): string =>
    JSON.stringify({
      reports: [
        {
          messageId: message.id,
          deliveryInfo: { stateCode, doneTime: '2026-11-02T14:50:23Z', ...(errorCode && { errorCode }) },
        },
      ],
    });
  const address = (message: Message, signature = receiptSignature(SECOND, message.id)): string =>
    `/webhooks/sms/inmobile/${message.id}/${signature}`;

  it('are kept, doubled or not, and never take a message backwards', async () => {
    const message = await sentMessage({ provider: 'inmobile' });
    expect(await post(address(message), receipt(message, 1), json)).toBe(204);
    expect(await post(address(message), receipt(message, 1), json)).toBe(204);
    expect(await post(address(message), receipt(message, -1, -3), json)).toBe(204);
    expect(await post(address(message), receipt(message, 0), json)).toBe(204);
    expect(await now(message)).toEqual({ state: 'delivered', reason: null, provider: 'inmobile' });
    expect(await tasksOf(message)).toEqual([]);
  });

  it('of a number that does not exist put it on the list of who is to correct it', async () => {
    const message = await sentMessage({ provider: 'inmobile' });
    expect(await post(`/api/v1${address(message)}`, receipt(message, -1, -3), json)).toBe(204);
    expect(await now(message)).toMatchObject({ state: 'failed', reason: 'failed-3' });
    expect(await tasksOf(message)).toEqual([
      expect.objectContaining({ kind: 'correct-number', staffId: product.staffId, doneAt: null }),
    ]);
  });

  it('are believed with the older secret, and when they are forged answered with 401', async () => {
    const message = await sentMessage({ provider: 'inmobile' });
    const other = await sentMessage({ provider: 'inmobile' });
    for (const forged of [receiptSignature(SECOND, other.id), receiptSignature(FIRST, message.id), 'x'])
      expect(await post(address(message, forged), receipt(message, -1, -3), json)).toBe(401);
    expect(await now(message)).toMatchObject({ state: 'sent' });
    expect(await post(address(message), receipt(other, -1, -3), json)).toBe(204);
    expect(await now(other)).toMatchObject({ state: 'sent' });
    const older = receiptSignature('o'.repeat(20), message.id);
    expect(await post(address(message, older), receipt(message, 1), json)).toBe(204);
    expect(await now(message)).toMatchObject({ state: 'delivered' });
  });

  it('of a message that the first provider took are ignored, and the other way round', async () => {
    const first = await sentMessage({ provider: 'gatewayapi' });
    expect(await post(address(first), receipt(first, -1, -3), json)).toBe(204);
    expect(await now(first)).toMatchObject({ state: 'sent', provider: 'gatewayapi' });
    const second = await sentMessage({ provider: 'inmobile' });
    const payload = { userref: second.id, status: 'UNDELIVERABLE', time: 1_793_606_400, id: 7 };
    const signature = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(FIRST));
    expect(await post('/webhooks/sms/receipts', '{}', { ...json, 'x-gwapi-signature': signature })).toBe(204);
    expect(await now(second)).toMatchObject({ state: 'sent', provider: 'inmobile' });
  });

  it('of messages that nobody knows are ignored, of the wrong shape refused with 400', async () => {
    const message = await sentMessage({ provider: 'inmobile' });
    const unknown = { ...message, id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b' };
    expect(await post(address(unknown), receipt(unknown, 1), json)).toBe(204);
    expect(await post(address(message), '{"reports":{}}', json)).toBe(400);
    expect(await post(address(message), '[', json)).toBe(400);
    expect(await post(address({ ...message, id: 'nobody' }), '{}', json)).toBe(400);
  });
});

describe('mails that came back', () => {
  const report = (message: Message, status = '5.1.1'): string =>
    [
      'From: MAILER-DAEMON@mx.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      `Original-Envelope-Id: ${message.id}`,
      '',
      'Final-Recipient: rfc822; jonas@example.dk',
      'Action: failed',
      `Status: ${status}`,
      '',
      '--b--',
      '',
    ].join('\r\n');
  const signed = (mail: string, secret = BOUNCES): Record<string, string> => ({
    'content-type': 'message/rfc822',
    'x-fodfaeste-signature': `sha256=${createHmac('sha256', secret).update(mail).digest('hex')}`,
  });
  const PATH = '/webhooks/email/bounces';
  const mail = { channel: 'email' as const, to: 'jonas@example.dk', provider: 'smtp' };

  it('have the address corrected, once', async () => {
    const message = await sentMessage(mail);
    const body = report(message);
    expect(await post(PATH, body, signed(body))).toBe(204);
    expect(await post(`/api/v1${PATH}`, body, signed(body))).toBe(204);
    expect(await now(message)).toMatchObject({ state: 'failed', reason: 'bounced-5-1-1' });
    expect((await tasksOf(message)).map(({ kind }) => kind)).toEqual(['correct-number']);
  });

  it('because of a full mailbox are told, and the address is fine', async () => {
    const message = await sentMessage(mail);
    const body = report(message, '5.2.2');
    await post(PATH, body, signed(body));
    expect((await tasksOf(message)).map(({ kind }) => kind)).toEqual(['message-not-delivered']);
  });

  it('about an SMS are ignored, as is what is no report', async () => {
    const message = await sentMessage({ provider: 'gatewayapi' });
    const body = report(message);
    expect(await post(PATH, body, signed(body))).toBe(204);
    expect(await now(message)).toMatchObject({ state: 'sent' });
    const words = 'From: a@b.example\r\n\r\nTak.\r\n';
    expect(await post(PATH, words, signed(words))).toBe(204);
  });

  it('that are not signed are answered with 401, and mails are taken nowhere else', async () => {
    const message = await sentMessage(mail);
    const body = report(message);
    expect(await post(PATH, body, signed(body, FIRST))).toBe(401);
    expect(await post(PATH, body, { 'content-type': 'message/rfc822' })).toBe(401);
    expect(await post(PATH, '{}', { ...signed('{}'), ...json })).toBe(401);
    expect(await now(message)).toMatchObject({ state: 'sent' });
    expect(await post('/webhooks/sms/receipts', body, signed(body))).toBe(415);
  });
});
