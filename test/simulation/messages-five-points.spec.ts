import { describe, expect, it } from '@jest/globals';
import type { Message } from '#domain';
import { DeliverMessage, SendAgain, type MessageGateway } from '#use-cases';
import { Village } from './village.js';

type Send = MessageGateway['send'];

const messageNow = (village: Village, { id }: { id: string }): Promise<Message> =>
  village.inside(async (unit) => (await unit.messages.find(id))!);
const openTasks = (village: Village, { id }: { id: string }) =>
  village.inside((unit) => unit.tasks.list({ messageId: id, doneAt: { isNull: true } }));

async function written(): Promise<{ village: Village; message: Message; sentTimes: () => number }> {
  const village = await Village.found();
  await village.offered();
  await village.inside((unit) => unit.messages.remove({ receiver: 'company' }));
  const message = await village.inside(async (unit) => (await unit.messages.first({ template: 'offer' }))!);
  const sentTimes = () => village.to(village.jonas).filter(({ id }) => id === message.id).length;
  return { village, message, sentTimes };
}

/** Dies at one of the five points of P3, and what is to be found a minute later. */
const points: [string, (village: Village) => () => void, Partial<Message>, number][] = [
  ['before the claim', atTransaction(1), { state: 'sent', attempts: 1 }, 1],
  ['after the claim', atCall('before'), { state: 'uncertain', reason: 'worker-died', attempts: 1 }, 0],
  [
    'when the request has left',
    atCall('after'),
    { state: 'uncertain', reason: 'worker-died', attempts: 1 },
    1,
  ],
  [
    'with the answer, before it is kept',
    atTransaction(2),
    { state: 'uncertain', reason: 'worker-died', attempts: 1 },
    1,
  ],
  ['after it is kept', () => () => undefined, { state: 'sent', attempts: 1 }, 1],
];

function atTransaction(which: number) {
  return (village: Village) => {
    const { transactor } = village;
    const real = transactor.inMunicipality.bind(transactor);
    let count = 0;
    transactor.inMunicipality = async (...call) => {
      count += 1;
      if (count === which) throw new Error('killed');
      return real(...call);
    };
    return () => {
      transactor.inMunicipality = real;
    };
  };
}

function atCall(when: 'before' | 'after') {
  return (village: Village) => {
    const { gateway } = village;
    const real = gateway.send.bind(gateway);
    gateway.send = async (message) => {
      if (when === 'after') await real(message);
      throw new Error('killed');
    };
    return () => {
      gateway.send = real;
    };
  };
}

describe('a worker that dies', () => {
  it.each(points)(
    '%s: nothing is sent twice, and nobody is left in the dark',
    async (_point, dies, found, times) => {
      const { village, message, sentTimes } = await written();
      const deliver = () => village.use(DeliverMessage).execute(village.municipality.id, message.id);
      const recovers = dies(village);
      await deliver().catch((error: Error) => expect(error.message).toBe('killed'));
      recovers();
      // The job comes again, as often as it likes.
      for (let again = 0; again < 3; again++) await deliver();
      await village.pass('PT1M');
      expect(await messageNow(village, message)).toMatchObject(found);
      expect(sentTimes()).toBe(times);
      expect(await openTasks(village, message)).toHaveLength(found.state === 'uncertain' ? 1 : 0);
      await village.pass('PT20H');
      expect(sentTimes()).toBe(times);
      if (found.state === 'uncertain') expect(await messageNow(village, message)).toMatchObject(found);
    },
  );
});

describe('a worker that stands still after its claim', () => {
  /** A gateway that looks at the deadline, as the real one does, after the process has slept. */
  async function frozen(
    clock: 'steady' | 'wall',
    sleepsMs: number,
    meanwhile: (village: Village) => Promise<void>,
  ) {
    const scene = await written();
    const { village, message } = scene;
    const times = { steady: 0, wall: 0 };
    const deliver = village.use(DeliverMessage);
    deliver.clocks = { steady: () => times.steady, wall: () => times.wall };
    const send = village.gateway.send.bind(village.gateway);
    const late: Send = async (outgoing, { deadline }) => {
      if (outgoing.id !== message.id) return send(outgoing);
      times[clock] += sleepsMs;
      village.transactor.clock.advance(asDuration(sleepsMs));
      await meanwhile(village);
      if (deadline.remainingMs() > 0) return send(outgoing);
      return { result: 'refused', permanent: false, reason: 'too-late', retryAfterSeconds: null };
    };
    village.gateway.send = late as typeof village.gateway.send;
    await deliver.execute(village.municipality.id, message.id);
    village.gateway.send = send;
    return scene;
  }

  it.each(['steady', 'wall'] as const)('for a minute (%s clock) sends nothing', async (clock) => {
    const { village, message, sentTimes } = await frozen(clock, 60_000, (there) => there.pass('PT1S'));
    expect(sentTimes()).toBe(0);
    // The colleague was told that nobody knows; now it is known.
    expect(await messageNow(village, message)).toMatchObject({
      state: 'failed',
      reason: 'too-late',
      claimedAt: null,
    });
    expect(await openTasks(village, message)).toEqual([
      expect.objectContaining({ kind: 'message-not-delivered', note: 'offer (sms): too-late' }),
    ]);
    await village.pass('PT20H');
    expect(sentTimes()).toBe(0);
  });

  it('while a colleague sends it again: the citizen has it once, and nobody is asked twice', async () => {
    const { village, message, sentTimes } = await frozen('steady', 60_000, async (there) => {
      await there.pass('PT1S');
      const [lost] = await there.inside((unit) => unit.messages.list({ state: 'uncertain' }));
      await there.use(SendAgain).execute(lost!.id, there.as(there.mette));
    });
    await village.pass('PT5M');
    expect(sentTimes()).toBe(0);
    expect(village.texts(village.jonas).filter((text) => text.includes('/o/'))).toHaveLength(1);
    expect(await openTasks(village, message)).toEqual([]);
  });

  it('for a moment only sends it as ever', async () => {
    const { village, message, sentTimes } = await frozen('steady', 14_000, async () => undefined);
    expect(sentTimes()).toBe(1);
    expect(await messageNow(village, message)).toMatchObject({ state: 'sent' });
  });

  it('for a little too long, before anybody noticed, tries once more by itself', async () => {
    const { village, message, sentTimes } = await frozen('steady', 16_000, async () => undefined);
    expect(await messageNow(village, message)).toMatchObject({ state: 'queued', reason: 'too-late' });
    village.use(DeliverMessage).clocks = { steady: () => 0, wall: () => 0 };
    await village.pass('PT1M');
    expect(sentTimes()).toBe(1);
    expect(await openTasks(village, message)).toEqual([]);
  });
});

const asDuration = (milliseconds: number): string => `PT${milliseconds / 1000}S`;
