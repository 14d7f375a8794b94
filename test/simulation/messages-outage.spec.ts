import { describe, expect, it } from '@jest/globals';
import type { Citizen, Message } from '#domain';
import { CancelShift, ReceiveReceipt, RemindOfShift, SendAgain, type SendResult } from '#use-cases';
import { Village } from './village.js';

const refused = (reason: string, permanent = true): SendResult => ({
  result: 'refused',
  permanent,
  reason,
  retryAfterSeconds: null,
});
const withEmail = { email: 'jonas@example.dk' };
const messagesOf = (village: Village, template: Message['template']) =>
  village.inside((unit) => unit.messages.list({ template }, { order: [{ by: 'id' }] }));
const openTasks = async (village: Village) =>
  (await village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }))).map(
    ({ kind, note, staffId, shiftId }) => ({ kind, note, staffId, shiftId }),
  );
/** Answers SMS and e-mail differently. */
function byChannel(village: Village, sms: SendResult, email: SendResult): void {
  village.gateway.answer = ({ channel }) => (channel === 'sms' ? sms : email);
}
const sent: SendResult = { result: 'sent', providerReference: 'reference' };

async function village(jonas: Partial<Citizen> = {}): Promise<Village> {
  const found = await Village.found({ jonas });
  return found;
}
async function reminded(jonas: Partial<Citizen> = {}, sms: SendResult, email: SendResult = sent) {
  const there = await village(jonas);
  const [first] = await there.atWork();
  await there.pass('PT1H');
  there.transactor.clock.set('2026-11-03T16:00:00Z');
  await there.inside((unit) => unit.tasks.remove({}));
  byChannel(there, sms, email);
  await there.use(RemindOfShift).execute(there.municipality.id, first!.id);
  await there.pass('PT5M');
  return { there, first: first! };
}

describe('what certainly did not arrive by the way the citizen chose', () => {
  it('goes by the other one within five minutes, and nobody has to call', async () => {
    const { there } = await reminded(withEmail, refused('http-401'));
    expect(there.to('jonas@example.dk')).toEqual([
      expect.objectContaining({ channel: 'email', text: expect.stringContaining('Vi ses') }),
    ]);
    expect(await openTasks(there)).toEqual([]);
  });

  it('because the number is wrong, goes by the other one and the number is to be corrected', async () => {
    const { there } = await reminded(withEmail, refused('invalid-number'));
    expect(there.to('jonas@example.dk')).toHaveLength(1);
    expect((await openTasks(there)).map(({ kind }) => kind)).toEqual(['correct-number']);
  });

  it.each([
    ['there is no other', {}],
    ['a person is wanted there', { ...withEmail, preferredChannel: 'call' as const }],
  ])('is on a list when %s', async (_what, jonas) => {
    const { there } = await reminded(jonas, refused('http-401'));
    expect(there.to('jonas@example.dk')).toEqual([]);
    expect(await openTasks(there)).toHaveLength(1);
  });

  it('goes by SMS when the mail came back, but not to a phone that others read', async () => {
    const mailFirst = { ...withEmail, preferredChannel: 'email' as const };
    const own = await reminded(mailFirst, sent, refused('smtp-550'));
    expect(own.there.to(own.there.jonas)).toHaveLength(1);
    expect((await openTasks(own.there)).map(({ kind }) => kind)).toEqual(['correct-number']);
    const shared = await reminded({ ...mailFirst, sharedPhone: true }, sent, refused('smtp-550'));
    expect(shared.there.to(shared.there.jonas)).toEqual([]);
    expect(await openTasks(shared.there)).toHaveLength(1);
  });

  it('does not go to and fro: when both fail, somebody has it', async () => {
    const { there } = await reminded(withEmail, refused('http-401'), refused('smtp-554'));
    expect(await messagesOf(there, 'shift-reminder')).toHaveLength(2);
    expect(await openTasks(there)).toEqual([
      expect.objectContaining({ kind: 'message-not-delivered', note: 'shift-reminder (email): smtp-554' }),
    ]);
  });

  it('is never what may have arrived', async () => {
    const { there } = await reminded(withEmail, { result: 'uncertain', reason: 'timeout' });
    await there.pass('PT1H');
    expect(there.to('jonas@example.dk')).toEqual([]);
    expect(await openTasks(there)).toHaveLength(1);
  });

  it('is told by a receipt as well, late or not', async () => {
    const { there } = await reminded(withEmail, sent);
    const [message] = await messagesOf(there, 'shift-reminder');
    const receipt = { messageId: message!.id, state: 'failed' as const, at: null, reason: 'undeliverable' };
    await there.use(ReceiveReceipt).execute({ ...receipt, permanent: true });
    await there.use(ReceiveReceipt).execute({ ...receipt, permanent: true });
    await there.pass('PT1M');
    expect(there.to('jonas@example.dk')).toHaveLength(1);
    expect((await openTasks(there)).map(({ kind }) => kind)).toEqual(['correct-number']);
  });

  it('is an offer only where its other copy did not go anyway', async () => {
    const there = await village(withEmail);
    byChannel(there, refused('invalid-number'), sent);
    await there.offered();
    await there.pass('PT5M');
    expect(there.to('jonas@example.dk').filter(({ text }) => text.includes('/o/'))).toHaveLength(1);
  });
});

describe('a receipt', () => {
  it('is believed from the provider that took the message, and from no other', async () => {
    const { there } = await reminded({}, { result: 'sent', providerReference: '7', provider: 'inmobile' });
    const [message] = await messagesOf(there, 'shift-reminder');
    expect(message).toMatchObject({ provider: 'inmobile', providerReference: '7' });
    const receipt = { messageId: message!.id, state: 'delivered' as const, at: null, reason: null };
    const receive = there.use(ReceiveReceipt);
    expect(await receive.execute({ ...receipt, provider: 'gatewayapi' })).toBe('ignored');
    expect(await receive.execute({ ...receipt, provider: 'inmobile' })).toBe('kept');
  });

  it('of a message of which nobody knows who took it, tells who', async () => {
    const { there } = await reminded({}, { result: 'uncertain', reason: 'timeout' });
    const [message] = await messagesOf(there, 'shift-reminder');
    const receipt = { messageId: message!.id, state: 'delivered' as const, at: null, reason: null };
    await there.use(ReceiveReceipt).execute({ ...receipt, provider: 'inmobile' });
    expect(await messagesOf(there, 'shift-reminder')).toEqual([
      expect.objectContaining({ state: 'delivered', provider: 'inmobile' }),
    ]);
  });
});

describe('after an outage', () => {
  it('a reminder that speaks of tomorrow is not sent today: the contact has it before the shift', async () => {
    const { there, first } = await reminded({}, refused('connection-failed', false));
    await there.until('2026-11-03T18:59:00Z');
    await there.inside((unit) => unit.tasks.remove({}));
    // Down until after the evening; the next try would be in the morning.
    await there.inside(async (unit) => {
      const message = (await unit.messages.first({ template: 'shift-reminder' }))!;
      const notBefore = there.now.add({ hours: 1 });
      await unit.messages.update({ ...message, state: 'queued', notBefore, attempts: 1 });
      await unit.wake('message.deliver', message.id, notBefore);
    });
    there.gateway.answer = sent;
    await there.until('2026-11-04T06:05:00Z');
    expect(there.texts(there.jonas).filter((text) => text.includes('Vi ses'))).toEqual([]);
    expect(await messagesOf(there, 'shift-reminder')).toEqual([
      expect.objectContaining({ state: 'failed', reason: 'moment-passed' }),
    ]);
    expect(await openTasks(there)).toEqual([
      expect.objectContaining({ kind: 'remind-shift', staffId: there.mette.id, shiftId: first.id }),
    ]);
  });

  it('a reminder that was never written becomes a task on the day itself', async () => {
    const there = await village();
    const [first] = await there.atWork();
    await there.pass('PT1H');
    await there.inside((unit) => unit.tasks.remove({}));
    there.transactor.clock.set('2026-11-04T06:10:00Z');
    await there.use(RemindOfShift).execute(there.municipality.id, first!.id);
    expect(await messagesOf(there, 'shift-reminder')).toEqual([]);
    expect(await openTasks(there)).toEqual([
      expect.objectContaining({
        kind: 'remind-shift',
        shiftId: first!.id,
        note: 'Påmindelsen gik ikke i går. Ring i stedet.',
      }),
    ]);
  });

  it('an offer that never left and has expired is somebody’s to tell; one that was answered is nobody’s', async () => {
    const there = await village();
    await there.offered();
    await there.inside(async (unit) => {
      await unit.messages.remove({ receiver: { in: ['company', 'staff'] } });
      const [offer] = await unit.offers.list({});
      await unit.offers.update({ ...offer!, state: 'expired' });
    });
    await there.pass('PT1S');
    expect(await messagesOf(there, 'offer')).toEqual([
      expect.objectContaining({ state: 'failed', reason: 'moment-passed' }),
    ]);
    expect(await openTasks(there)).toContainEqual(
      expect.objectContaining({ kind: 'message-not-delivered', note: 'offer (sms): moment-passed' }),
    );
  });

  it('a shift that was cancelled and has begun since is not news: somebody says sorry', async () => {
    const there = await village();
    const [first] = await there.atWork();
    await there.pass('PT1H');
    await there.inside((unit) => unit.tasks.remove({}));
    await there.use(CancelShift).execute(first!.id, 'closed', there.as(there.mette));
    there.transactor.clock.set('2026-11-04T09:00:00Z');
    await there.pass('PT1S');
    expect(there.texts(there.jonas).filter((text) => text.includes('aflyst'))).toEqual([]);
    expect(await openTasks(there)).toContainEqual(
      expect.objectContaining({
        kind: 'message-not-delivered',
        note: 'shift-cancelled (sms): moment-passed',
      }),
    );
  });
});

describe('a message for which no provider was asked', () => {
  const unasked: SendResult = {
    result: 'refused',
    permanent: false,
    reason: 'provider-spared',
    retryAfterSeconds: 15,
    unasked: true,
  };

  it('waits without a try used up, and goes when a provider is back', async () => {
    const { there } = await reminded(withEmail, unasked);
    await there.pass('PT30M');
    expect(await messagesOf(there, 'shift-reminder')).toEqual([
      expect.objectContaining({ state: 'queued', channel: 'sms', reason: 'provider-spared' }),
    ]);
    expect(await openTasks(there)).toEqual([]);
    there.gateway.answer = refused('http-503', false);
    await there.pass('PT15S');
    there.gateway.answer = sent;
    await there.pass('PT9S');
    expect(there.texts(there.jonas).filter((text) => text.includes('Vi ses'))).toEqual([]);
    // Its first real try was a moment ago: the second comes ten seconds later.
    await there.pass('PT2S');
    expect(there.texts(there.jonas).filter((text) => text.includes('Vi ses'))).toHaveLength(1);
  });

  it('goes the other way after as long as all tries take together', async () => {
    const { there } = await reminded(withEmail, unasked);
    await there.pass('PT43M');
    expect(await messagesOf(there, 'shift-reminder')).toEqual([
      expect.objectContaining({ state: 'failed', channel: 'sms', reason: 'provider-spared' }),
      expect.objectContaining({ channel: 'email' }),
    ]);
    expect(await openTasks(there)).toEqual([]);
  });

  it('is somebody’s then when there is no other way', async () => {
    const { there } = await reminded({}, unasked);
    await there.pass('PT43M');
    expect(await messagesOf(there, 'shift-reminder')).toEqual([
      expect.objectContaining({ state: 'failed', reason: 'provider-spared' }),
    ]);
    expect(await openTasks(there)).toEqual([
      expect.objectContaining({ kind: 'message-not-delivered', staffId: there.mette.id }),
    ]);
  });

  it('waits anew after one was asked', async () => {
    const { there } = await reminded(withEmail, unasked);
    await there.pass('PT30M');
    there.gateway.answer = refused('http-503', false);
    await there.pass('PT20S');
    there.gateway.answer = unasked;
    await there.pass('PT30M');
    expect(await messagesOf(there, 'shift-reminder')).toEqual([expect.objectContaining({ state: 'queued' })]);
  });

  it('of a ladder waits half a minute in all, then somebody else does it', async () => {
    const there = await village();
    const [first] = await there.atWork();
    await there.until(first!.startsAt);
    there.gateway.answer = unasked;
    await there.pass('PT15M');
    const [asked] = await messagesOf(there, 'not-seen-citizen');
    expect(asked).toMatchObject({ state: 'queued' });
    await there.pass('PT31S');
    expect(await messagesOf(there, 'not-seen-citizen')).toEqual([
      expect.objectContaining({ state: 'failed', reason: 'provider-spared' }),
    ]);
    expect(await openTasks(there)).toContainEqual(
      expect.objectContaining({ kind: 'step-by-hand', shiftId: first!.id }),
    );
  });
});

it('a message of a ladder for which nobody was asked looks again within five seconds', async () => {
  const there = await village();
  const [first] = await there.atWork();
  await there.until(first!.startsAt);
  there.gateway.answer = {
    result: 'refused',
    permanent: false,
    reason: 'provider-spared',
    retryAfterSeconds: 15,
    unasked: true,
  };
  await there.pass('PT15M');
  there.gateway.answer = sent;
  await there.pass('PT6S');
  expect(await messagesOf(there, 'not-seen-citizen')).toMatchObject([{ state: 'sent' }]);
});

it('a reminder that a colleague sends again does go out', async () => {
  const { there } = await reminded({}, { result: 'uncertain', reason: 'timeout' });
  const [message] = await messagesOf(there, 'shift-reminder');
  there.gateway.answer = sent;
  await there.use(SendAgain).execute(message!.id, there.as(there.mette));
  await there.pass('PT1M');
  expect(there.texts(there.jonas).filter((text) => text.includes('Vi ses'))).toHaveLength(1);
});

it('a provider that is paused is told to the gateway with each message', async () => {
  const there = await village();
  there.transactor.pausedProviders.push('gatewayapi');
  const asked: string[][] = [];
  const send = there.gateway.send.bind(there.gateway);
  there.gateway.send = ((message: Parameters<typeof send>[0], conditions: { paused: Set<string> }) => {
    asked.push([...conditions.paused]);
    return send(message);
  }) as typeof there.gateway.send;
  await there.offered();
  await there.pass('PT1S');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every(([first]) => first === 'gatewayapi')).toBe(true);
});
