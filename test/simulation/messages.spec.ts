import { describe, expect, it } from '@jest/globals';
import { Temporal, type Message, type Offer } from '#domain';
import { AnswerOffer, DeliverMessage, ReceiveReceipt, SettleMessage, type SendResult } from '#use-cases';
import { Village } from './village.js';

const refused = (over: Partial<Extract<SendResult, { result: 'refused' }>> = {}): SendResult => ({
  result: 'refused',
  permanent: false,
  reason: 'connection-failed',
  retryAfterSeconds: null,
  ...over,
});
const messageNow = (village: Village, { id }: { id: string }): Promise<Message> =>
  village.inside(async (unit) => (await unit.messages.find(id))!);
const openTasks = (village: Village, { id }: { id: string }) =>
  village.inside((unit) => unit.tasks.list({ messageId: id, doneAt: { isNull: true } }));

/** The offer to Jonas has been written and waits for the worker. */
async function waiting(
  over: Parameters<typeof Village.found>[0] = {},
): Promise<{ village: Village; offer: Offer; message: Message }> {
  const village = await Village.found(over);
  const offer = await village.offered();
  await village.inside((unit) => unit.messages.remove({ receiver: 'company' }));
  const message = await village.inside(async (unit) => (await unit.messages.first({ template: 'offer' }))!);
  return { village, offer, message };
}

/** Answers each try of this message with the next result, the last one again and again; tells when they came. */
function answering(village: Village, { id }: Message, ...results: SendResult[]): Temporal.Instant[] {
  const calls: Temporal.Instant[] = [];
  village.gateway.answer = (outgoing) => {
    if (outgoing.id !== id) return { result: 'sent', providerReference: null };
    calls.push(village.now);
    return results[Math.min(calls.length, results.length) - 1]!;
  };
  return calls;
}
const secondsBetween = (calls: Temporal.Instant[]) =>
  calls.slice(1).map((at, index) => at.since(calls[index]!).total('seconds'));

describe('a message', () => {
  it('waits, leaves, and arrives', async () => {
    const { village, message } = await waiting();
    expect(message).toMatchObject({ state: 'queued', attempts: 0, providerReference: null });
    await village.pass('PT1S');
    expect(await messageNow(village, message)).toMatchObject({
      state: 'sent',
      attempts: 1,
      providerReference: 'reference',
    });
    const at = village.now.add({ seconds: 5 });
    const receipt = { messageId: message.id, state: 'delivered' as const, at, reason: null };
    expect(await village.use(ReceiveReceipt).execute(receipt)).toBe('kept');
    expect(await messageNow(village, message)).toMatchObject({ state: 'delivered', stateAt: at });
    expect(await openTasks(village, message)).toEqual([]);
  });

  it('carries its own id, by which the provider knows a repeat', async () => {
    const { village, message } = await waiting();
    await village.pass('PT1S');
    expect(village.to(village.jonas)).toEqual([expect.objectContaining({ id: message.id, channel: 'sms' })]);
  });

  it('leaves once, however many workers are woken at once or afterwards', async () => {
    const { village, message } = await waiting();
    const calls = answering(village, message, { result: 'sent', providerReference: 'one' });
    const deliver = () => village.use(DeliverMessage).execute(village.municipality.id, message.id);
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    await village.pass('PT20H');
    expect(calls).toHaveLength(1);
  });

  it('does not leave before its time, whoever wakes the worker', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T20:30:00Z');
    await village.offered();
    const message = await village.inside(async (unit) => (await unit.messages.first({ template: 'offer' }))!);
    await village.use(DeliverMessage).execute(village.municipality.id, message.id);
    expect(await messageNow(village, message)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(village.gateway.sent).toEqual([]);
    await village.until('2026-11-03T06:00:00Z');
    expect(await messageNow(village, message)).toMatchObject({ state: 'sent' });
  });

  it('that is unknown is nothing to do', async () => {
    const { village } = await waiting();
    await village
      .use(DeliverMessage)
      .execute(village.municipality.id, '00000000-0000-7000-8000-00000000ffff');
    await village.use(SettleMessage).execute(village.municipality.id, '00000000-0000-7000-8000-00000000ffff');
    expect(village.gateway.sent).toEqual([]);
  });
});

describe('with the gateway down', () => {
  it('a message is tried six times with growing waits, and then somebody has to do it', async () => {
    const { village, message } = await waiting();
    const calls = answering(village, message, refused());
    await village.pass('PT5M');
    expect(await messageNow(village, message)).toMatchObject({
      state: 'queued',
      reason: 'connection-failed',
    });
    expect(await openTasks(village, message)).toEqual([]);
    await village.pass('PT2H');
    expect(secondsBetween(calls)).toEqual([10, 30, 120, 600, 1800]);
    expect(await messageNow(village, message)).toMatchObject({ state: 'failed', attempts: 6 });
    expect(await openTasks(village, message)).toEqual([
      expect.objectContaining({
        kind: 'message-not-delivered',
        staffId: village.mette.id,
        citizenId: village.jonas.id,
        note: 'offer (sms): connection-failed',
      }),
    ]);
    await village.pass('PT12H');
    expect(calls).toHaveLength(6);
  });

  it('a message leaves when it is back, and nobody has to do anything', async () => {
    const { village, message } = await waiting();
    const calls = answering(village, message, refused(), refused(), {
      result: 'sent',
      providerReference: 'third',
    });
    await village.pass('PT1M');
    expect(calls).toHaveLength(3);
    expect(await messageNow(village, message)).toMatchObject({
      state: 'sent',
      reason: null,
      providerReference: 'third',
    });
    expect(await openTasks(village, message)).toEqual([]);
  });

  it('a provider that says when is not asked before', async () => {
    const { village, message } = await waiting();
    const calls = answering(
      village,
      message,
      refused({ retryAfterSeconds: 900 }),
      refused({ retryAfterSeconds: 5 }),
      {
        result: 'sent',
        providerReference: null,
      },
    );
    await village.pass('PT1H');
    expect(secondsBetween(calls)).toEqual([900, 30]);
  });

  it('a message is not tried at night: it waits for seven', async () => {
    const village = await Village.found();
    village.transactor.clock.set('2026-11-02T18:59:00Z');
    await village.offered();
    const message = await village.inside(async (unit) => (await unit.messages.first({ template: 'offer' }))!);
    village.gateway.down();
    await village.until('2026-11-02T19:30:00Z');
    const calls = answering(village, message, { result: 'sent', providerReference: null });
    await village.until('2026-11-03T05:59:59Z');
    expect(calls).toEqual([]);
    await village.until('2026-11-03T06:00:00Z');
    expect(village.texts(village.jonas)).toHaveLength(1);
    expect(village.to(village.jonas)[0]!.at.toString()).toBe('2026-11-03T06:00:00Z');
  });

  it('a question that is answered meanwhile is not asked any more', async () => {
    const { village, offer, message } = await waiting();
    const calls = answering(village, message, refused());
    await village.pass('PT1M');
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    village.gateway.answer = { result: 'sent', providerReference: null };
    await village.pass('PT2H');
    expect(calls).toHaveLength(3);
    expect(await messageNow(village, message)).toMatchObject({
      state: 'failed',
      reason: 'no-longer-relevant',
    });
    expect(village.texts(village.jonas).filter((text) => text.includes('/o/'))).toEqual([]);
    expect(await openTasks(village, message)).toEqual([]);
  });
});

describe('a message that is refused for good', () => {
  it.each(['not-a-phone-number', 'unknown-subscriber', 'invalid-number', 'not-an-email-address', 'smtp-550'])(
    'because of the address (%s) is tried once, and the number is to be corrected',
    async (reason) => {
      const { village, message } = await waiting();
      const calls = answering(village, message, refused({ permanent: true, reason }));
      await village.pass('PT4H');
      expect(calls).toHaveLength(1);
      expect(await messageNow(village, message)).toMatchObject({ state: 'failed', reason });
      expect(await openTasks(village, message)).toEqual([
        expect.objectContaining({
          kind: 'correct-number',
          staffId: village.mette.id,
          citizenId: village.jonas.id,
        }),
      ]);
    },
  );

  it.each(['http-401', 'smtp-554'])(
    'because of us (%s) is somebody’s to tell, and the number is fine',
    async (reason) => {
      const { village, message } = await waiting();
      answering(village, message, refused({ permanent: true, reason }));
      await village.pass('PT1M');
      expect((await openTasks(village, message)).map(({ kind }) => kind)).toEqual(['message-not-delivered']);
    },
  );

  it('because it cannot be written never reaches the gateway', async () => {
    const { village, message } = await waiting();
    await village.inside((unit) => unit.messages.update({ ...message, data: {} }));
    const calls = answering(village, message, { result: 'sent', providerReference: null });
    await village.pass('PT1M');
    expect(calls).toEqual([]);
    expect(await messageNow(village, message)).toMatchObject({
      state: 'failed',
      reason: 'cannot-be-written',
    });
    expect((await openTasks(village, message)).map(({ kind }) => kind)).toEqual(['message-not-delivered']);
  });

  it('belongs to a leader when the citizen has no broker', async () => {
    const { village, message } = await waiting();
    await village.inside((unit) => unit.citizens.update({ ...village.jonas, brokerId: null }));
    answering(village, message, refused({ permanent: true, reason: 'invalid-number' }));
    await village.pass('PT1M');
    expect(await openTasks(village, message)).toEqual([
      expect.objectContaining({ staffId: village.birgit.id }),
    ]);
  });
});
