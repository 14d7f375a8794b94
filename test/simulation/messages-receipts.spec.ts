import { describe, expect, it } from '@jest/globals';
import type { Message } from '#domain';
import { DeliverMessage, ReceiveReceipt, type Receipt } from '#use-cases';
import { Village } from './village.js';

const messageNow = (village: Village, { id }: { id: string }): Promise<Message> =>
  village.inside(async (unit) => (await unit.messages.find(id))!);
const tasksOf = (village: Village, { id }: { id: string }) =>
  village.inside((unit) => unit.tasks.list({ messageId: id }));
const openTasks = async (village: Village, message: { id: string }) =>
  (await tasksOf(village, message)).filter(({ doneAt }) => doneAt === null);

async function written(): Promise<{ village: Village; message: Message }> {
  const village = await Village.found();
  await village.offered();
  await village.inside((unit) => unit.messages.remove({ receiver: 'company' }));
  return {
    village,
    message: await village.inside(async (unit) => (await unit.messages.first({ template: 'offer' }))!),
  };
}

async function sent() {
  const { village, message } = await written();
  await village.pass('PT1S');
  const receive = (state: Receipt['state'], after = 'PT1M', over: Partial<Receipt> = {}) =>
    village
      .use(ReceiveReceipt)
      .execute({ messageId: message.id, state, at: message.createdAt.add(after), reason: null, ...over });
  return { village, message, receive };
}

async function uncertain() {
  const scene = await written();
  const { village, message } = scene;
  let calls = 0;
  village.gateway.answer = (outgoing) => {
    if (outgoing.id !== message.id) return { result: 'sent', providerReference: null };
    calls++;
    return { result: 'uncertain', reason: 'timeout' };
  };
  await village.pass('PT1S');
  const receive = (state: Receipt['state']) =>
    village.use(ReceiveReceipt).execute({ messageId: message.id, state, at: village.now, reason: null });
  return { ...scene, receive, calls: () => calls };
}

describe('a message of which nobody knows whether it arrived', () => {
  it('is shown to a person and never sent again by itself', async () => {
    const { village, message, calls } = await uncertain();
    expect(await messageNow(village, message)).toMatchObject({ state: 'uncertain', reason: 'timeout' });
    expect(await openTasks(village, message)).toEqual([
      expect.objectContaining({
        kind: 'message-not-delivered',
        staffId: village.mette.id,
        note: 'offer (sms): timeout',
      }),
    ]);
    await village.use(DeliverMessage).execute(village.municipality.id, message.id);
    await village.pass('PT20H');
    expect(calls()).toBe(1);
    expect(await messageNow(village, message)).toMatchObject({ state: 'uncertain' });
  });

  it.each([
    ['delivered', 'Beskeden er nået frem'],
    ['sent', 'Beskeden er sendt'],
  ] as const)('is off the list when a receipt says %s', async (state, outcome) => {
    const { village, message, receive } = await uncertain();
    expect(await receive(state)).toBe('kept');
    expect(await messageNow(village, message)).toMatchObject({ state });
    expect(await tasksOf(village, message)).toEqual([expect.objectContaining({ outcome })]);
    expect(await openTasks(village, message)).toEqual([]);
  });

  it('is one task and not two when a receipt says that it did not arrive', async () => {
    const { village, message, receive } = await uncertain();
    await receive('failed');
    expect(await messageNow(village, message)).toMatchObject({ state: 'failed' });
    expect(await openTasks(village, message)).toHaveLength(1);
  });
});

describe('receipts', () => {
  it('that come twice are one', async () => {
    const { village, message, receive } = await sent();
    expect(await receive('failed', 'PT1M', { reason: 'expired' })).toBe('kept');
    expect(await receive('failed', 'PT1M', { reason: 'expired' })).toBe('ignored');
    expect(await tasksOf(village, message)).toHaveLength(1);
    expect((await openTasks(village, message))[0]).toMatchObject({ kind: 'message-not-delivered' });
  });

  it('that say that the number will fail again have it corrected', async () => {
    const { village, message, receive } = await sent();
    await receive('failed', 'PT1M', { reason: 'undelivered-0x1001', permanent: true });
    expect((await openTasks(village, message)).map(({ kind }) => kind)).toEqual(['correct-number']);
  });

  it.each([
    ['delivered, then sent', ['delivered', 'sent'], 'delivered'],
    ['delivered, then failed', ['delivered', 'failed'], 'delivered'],
    ['delivered, then delivered', ['delivered', 'delivered'], 'delivered'],
    ['failed, then sent', ['failed', 'sent'], 'failed'],
    ['sent, then delivered', ['sent', 'delivered'], 'delivered'],
  ] as const)('out of order never take a message backwards: %s', async (_order, states, expected) => {
    const { village, message, receive } = await sent();
    for (const [at, state] of states.entries()) await receive(state, `PT${at + 1}M`);
    expect((await messageNow(village, message)).state).toBe(expected);
    expect(await openTasks(village, message)).toHaveLength(expected === 'failed' ? 1 : 0);
  });

  it('that it arrived after all counts when it is newer, and ends the task', async () => {
    const { village, message, receive } = await sent();
    await receive('failed', 'PT10M', { reason: 'expired' });
    expect(await receive('delivered', 'PT9M')).toBe('ignored');
    expect((await messageNow(village, message)).state).toBe('failed');
    expect(await receive('delivered', 'PT11M')).toBe('kept');
    expect((await messageNow(village, message)).state).toBe('delivered');
    expect(await openTasks(village, message)).toEqual([]);
  });

  it('that come days later still count', async () => {
    const { village, message, receive } = await sent();
    await village.pass('PT60H');
    expect(await receive('delivered', 'PT48H')).toBe('kept');
    expect((await messageNow(village, message)).state).toBe('delivered');
  });

  it('of messages that nobody knows are ignored', async () => {
    const { village, receive } = await sent();
    const before = await village.inside((unit) => unit.messages.list({}));
    expect(await receive('delivered', 'PT1M', { messageId: '00000000-0000-7000-8000-00000000ffff' })).toBe(
      'ignored',
    );
    expect(await receive('delivered', 'PT1M', { messageId: 'no id at all' })).toBe('ignored');
    expect(await village.inside((unit) => unit.messages.list({}))).toEqual(before);
  });

  it('of a message that has not left are ignored', async () => {
    const { village, message } = await written();
    const receipt = { messageId: message.id, state: 'delivered' as const, at: village.now, reason: null };
    expect(await village.use(ReceiveReceipt).execute(receipt)).toBe('ignored');
    expect((await messageNow(village, message)).state).toBe('queued');
  });

  it('that are faster than the answer of the provider are kept', async () => {
    const { village, message } = await written();
    const send = village.gateway.send.bind(village.gateway);
    village.gateway.send = async (outgoing) => {
      const receipt = { messageId: message.id, state: 'delivered' as const, at: village.now, reason: null };
      await village.use(ReceiveReceipt).execute(receipt);
      return send(outgoing);
    };
    await village.pass('PT2M');
    expect(await messageNow(village, message)).toMatchObject({
      state: 'delivered',
      providerReference: 'reference',
    });
    expect(await tasksOf(village, message)).toEqual([]);
  });
});
