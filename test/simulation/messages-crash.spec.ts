import { describe, expect, it } from '@jest/globals';
import type { Message } from '#domain';
import { DeliverMessage, ReceiveReceipt, RemindOfShift, SettleMessage } from '#use-cases';
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

describe('a worker that dies', () => {
  async function dead() {
    const { village, message } = await written();
    const send = village.gateway.send.bind(village.gateway);
    village.gateway.send = async () => Promise.reject(new Error('killed'));
    const deliver = () => village.use(DeliverMessage).execute(village.municipality.id, message.id);
    await expect(deliver()).rejects.toThrow('killed');
    village.gateway.send = send;
    return { village, message, deliver };
  }

  it('leaves its message claimed; another worker does not send it again', async () => {
    const { village, message, deliver } = await dead();
    expect(await messageNow(village, message)).toMatchObject({ state: 'sending', attempts: 1 });
    await deliver();
    await village.pass('PT29S');
    expect(await messageNow(village, message)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(village.to(village.jonas)).toEqual([]);
  });

  it('leaves it uncertain within a minute, on somebody’s list, and it is never sent again', async () => {
    const { village, message, deliver } = await dead();
    await village.pass('PT30S');
    expect(await messageNow(village, message)).toMatchObject({ state: 'uncertain', reason: 'worker-died' });
    expect(await openTasks(village, message)).toEqual([
      expect.objectContaining({ kind: 'message-not-delivered', staffId: village.mette.id }),
    ]);
    await deliver();
    await village.pass('PT20H');
    expect(village.to(village.jonas).filter(({ id }) => id === message.id)).toEqual([]);
    expect(await tasksOf(village, message)).toHaveLength(1);
  });

  it('is not given up too early, and not twice', async () => {
    const { village, message } = await dead();
    const settle = () => village.use(SettleMessage).execute(village.municipality.id, message.id);
    village.transactor.clock.advance('PT29S');
    await settle();
    expect((await messageNow(village, message)).state).toBe('sending');
    village.transactor.clock.advance('PT1S');
    await settle();
    await settle();
    expect((await messageNow(village, message)).state).toBe('uncertain');
    expect(await tasksOf(village, message)).toHaveLength(1);
  });

  it('that was only slow tells the provider’s reference, and the message stays uncertain until its receipt', async () => {
    const { village, message } = await written();
    const send = village.gateway.send.bind(village.gateway);
    village.gateway.send = async (outgoing) => {
      village.transactor.clock.advance('PT50S');
      await village.use(SettleMessage).execute(village.municipality.id, message.id);
      return send(outgoing);
    };
    await village.use(DeliverMessage).execute(village.municipality.id, message.id);
    expect(await messageNow(village, message)).toMatchObject({
      state: 'uncertain',
      providerReference: 'reference',
    });
    await village
      .use(ReceiveReceipt)
      .execute({ messageId: message.id, state: 'delivered', at: village.now, reason: null });
    expect((await messageNow(village, message)).state).toBe('delivered');
    expect(await openTasks(village, message)).toEqual([]);
  });

  it('is not waited for when the answer came', async () => {
    const { village, message } = await written();
    await village.pass('PT1S');
    expect(village.transactor.dueJobs.filter(({ job }) => job === 'message.settle')).toEqual([]);
    await village.use(SettleMessage).execute(village.municipality.id, message.id);
    await village.pass('PT10M');
    expect((await messageNow(village, message)).state).toBe('sent');
  });
});

describe('the same letter', () => {
  it('written twice is one message', async () => {
    const village = await Village.found();
    const [first] = await village.atWork();
    village.transactor.clock.set('2026-11-03T16:00:00Z');
    for (let times = 0; times < 3; times++)
      await village.use(RemindOfShift).execute(village.municipality.id, first!.id);
    expect(await village.inside((unit) => unit.messages.count({ template: 'shift-reminder' }))).toBe(1);
    await village.pass('PT1M');
    expect(village.texts(village.jonas).filter((text) => text.includes('Vi ses'))).toHaveLength(1);
  });

  it('about another occasion is another message', async () => {
    const village = await Village.found();
    const [first, second] = await village.atWork();
    village.transactor.clock.set('2026-11-03T16:00:00Z');
    for (const shift of [first!, second!])
      await village.use(RemindOfShift).execute(village.municipality.id, shift.id);
    expect(await village.inside((unit) => unit.messages.count({ template: 'shift-reminder' }))).toBe(2);
  });

  it('cannot stand twice in the database, whatever is forgotten in the code', async () => {
    const { village, message } = await written();
    const twin = { ...message, id: '00000000-0000-7000-8000-00000000ffff' };
    await expect(village.inside((unit) => unit.messages.insert(twin))).rejects.toThrow('messages_dedupe_key');
  });
});
