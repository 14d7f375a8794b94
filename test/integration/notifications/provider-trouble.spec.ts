import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Message } from '#domain';
import {
  ChannelGateway,
  GatewayApiSms,
  HandlebarsMessageWriter,
  InMobileSms,
  SmsProviders,
  SmtpEmail,
} from '#notifications';
import { StoredProviderPauses, TimeOrderedIds } from '#persistence';
import {
  DayCaps,
  DeliverMessage,
  HandleUndelivered,
  KeepOutcome,
  Links,
  OtherChannel,
  PauseProvider,
  ResumeProvider,
  SettleMessage,
} from '#use-cases';
import type { Workplace } from '../../contracts/workplace.js';
import { ReadableSecrets } from '../../fakes/index.js';
import { until } from '../../support/until.js';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';

/** P17 and P3 with real connections: providers that misbehave, real PostgreSQL, and a pool of two. */
const POOL = 2;
const TIMEOUT_MS = 600;

let database: OpenDatabase;
let place: Workplace;
beforeAll(async () => {
  database = await openDatabase(POOL);
  place = await database.workplace();
});
afterAll(() => database.close());

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Listening {
  url: string;
  calls: string[];
}
const addressOf = async (server: Server | HttpServer): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};
/** A provider that answers as it is told, and remembers whose messages came to it. */
async function provider(answer: (response: ServerResponse, id: string) => void): Promise<Listening> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const body = JSON.parse(text) as { userref?: string; messages?: { messageId: string }[] };
      const id = body.userref ?? body.messages![0]!.messageId;
      calls.push(id);
      answer(response, id);
    });
  });
  const url = `http://${await addressOf(server)}`;
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, calls };
}
const takes = (): Promise<Listening> =>
  provider((response, id) =>
    response.end(
      JSON.stringify({ ids: [1], results: [{ messageId: id, numberDetails: { isValidMsisdn: true } }] }),
    ),
  );
const answers = (status: number, headers: Record<string, string> = {}) =>
  provider((response) => void response.writeHead(status, headers).end('{}'));
/** Something that is not HTTP at all: a port that cuts, or stays silent. */
async function rude(onConnect: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onConnect(socket);
  });
  const address = await addressOf(server);
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return address;
}

function deliveryBy(first: string, second?: string, timeoutMs = TIMEOUT_MS, circuit?: { resetMs: number }) {
  const providers = [
    new GatewayApiSms({ url: first, token: 't', sender: '4520999999', timeoutMs }),
    ...(second
      ? [
          new InMobileSms({
            url: second,
            token: 't',
            sender: '4520999999',
            receiptsUrl: 'https://smaajob.example/webhooks/sms/inmobile',
            receiptSecret: 's'.repeat(20),
            timeoutMs,
          }),
        ]
      : []),
  ];
  const sms = new SmsProviders(providers, circuit);
  const email = new SmtpEmail({ url: 'smtp://127.0.0.1:9', from: 'a@b.example', timeoutMs });
  closing.push(() => {
    sms.close();
    email.close();
  });
  const ids = new TimeOrderedIds();
  const conditions = { quietHoursKept: false };
  const undelivered = new HandleUndelivered(ids, new OtherChannel(ids, new ReadableSecrets(), conditions));
  const links = { answerPage: () => 'https://smaajob.example/o/x', page: () => '' } as unknown as Links;
  const deliver = new DeliverMessage(
    database.transactor,
    new HandlebarsMessageWriter(),
    new ChannelGateway(sms, email),
    new ReadableSecrets(),
    links,
    undelivered,
    conditions,
    new KeepOutcome(undelivered),
    new DayCaps(ids),
  );
  return { deliver, settle: new SettleMessage(database.transactor, undelivered), sms };
}

async function written(times = 1): Promise<Message[]> {
  const ids = new TimeOrderedIds();
  const data = { firstName: 'Jonas', contact: 'Mette', contactPhone: '20123456', calls: 'i dag kl. 10' };
  const messages = Array.from({ length: times }, () =>
    place.rows.message({
      id: ids.next(),
      template: 'will-call',
      citizenId: null,
      staffId: place.staff.id,
      receiver: 'staff',
      dedupeKey: ids.next(),
      data,
    }),
  );
  await place.inside((unit) => unit.messages.insertMany(messages));
  return messages;
}
const now = ({ id }: Message): Promise<Message> =>
  place.inside(async (unit) => (await unit.messages.find(id))!);
/** As if its wait were over. */
const due = (message: Message): Promise<void> =>
  place.inside(async (unit) =>
    unit.messages.update({ ...(await unit.messages.lock(message.id))!, notBefore: message.createdAt }),
  );
async function deliverOne(
  first: string,
  second?: string,
): Promise<{ message: Message; ms: number; id: string }> {
  const [message] = await written();
  const { deliver } = deliveryBy(first, second);
  const begun = Date.now();
  await deliver.execute(place.municipalityId, message!.id);
  return { message: await now(message!), ms: Date.now() - begun, id: message!.id };
}

describe('the first provider is in trouble, and the second takes the message within the time', () => {
  test.each([
    ['429 with Retry-After', () => answers(429, { 'retry-after': '3600' }).then(({ url }) => url)],
    ['503', () => answers(503).then(({ url }) => url)],
    ['401', () => answers(401).then(({ url }) => url)],
    ['a TLS handshake that is cut', () => rude((socket) => socket.destroy()).then((at) => `https://${at}`)],
    ['a TLS handshake that never ends', () => rude(() => undefined).then((at) => `https://${at}`)],
    ['nobody there', async () => 'http://127.0.0.1:9'],
  ])('%s', async (_what, trouble) => {
    const second = await takes();
    const { message, ms, id } = await deliverOne(await trouble(), second.url);
    expect(message).toMatchObject({
      state: 'sent',
      provider: 'inmobile',
      providerReference: id,
      reason: null,
    });
    expect(second.calls).toEqual([id]);
    expect(ms).toBeLessThan(30_000);
  });
});

describe('the first provider may have taken it, and the second never hears of it', () => {
  test.each([
    ['it hangs', () => provider(() => undefined).then(({ url }) => url), 'timeout'],
    ['500', () => answers(500).then(({ url }) => url), 'http-500'],
    [
      'it cuts after the request',
      () => provider((response) => void response.destroy()).then(({ url }) => url),
      'connection-lost',
    ],
    [
      'the socket is half open',
      () => rude((socket) => void socket.resume()).then((at) => `http://${at}`),
      'timeout',
    ],
  ])('%s', async (_what, trouble, reason) => {
    const second = await takes();
    const { message } = await deliverOne(await trouble(), second.url);
    expect(message).toMatchObject({ state: 'uncertain', reason, provider: 'gatewayapi' });
    expect(second.calls).toEqual([]);
    expect(await place.inside((unit) => unit.tasks.count({ messageId: message.id }))).toBe(1);
  });
});

describe('alone, a provider in trouble', () => {
  test('with 429 is asked again when it says, and no earlier', async () => {
    const { message } = await deliverOne((await answers(429, { 'retry-after': '900' })).url);
    expect(message).toMatchObject({ state: 'queued', reason: 'http-429', claimedAt: null });
    expect(message.notBefore.since(message.stateAt).total('seconds')).toBe(900);
  });

  test('that is spared uses up no try: the message waits for it, however long, and goes when it is back', async () => {
    let status = 503;
    const gateway = await provider((response) =>
      response.writeHead(status).end(JSON.stringify({ ids: [1] })),
    );
    const { deliver, sms } = deliveryBy(gateway.url, undefined, TIMEOUT_MS, { resetMs: 4_000 });
    const [waiting, ...openers] = await written(4);
    for (const { id } of openers) await deliver.execute(place.municipalityId, id);
    expect(sms.states()).toEqual([{ provider: 'gatewayapi', circuit: 'open' }]);

    for (let times = 0; times < 8; times++) {
      await deliver.execute(place.municipalityId, waiting!.id);
      const spared = await now(waiting!);
      expect(spared).toMatchObject({ state: 'queued', reason: 'provider-spared', unasked: times + 1 });
      const seconds = spared.notBefore.since(spared.stateAt).total('seconds');
      expect([seconds >= 2, seconds <= 4]).toEqual([true, true]);
      await due(waiting!);
    }
    expect(gateway.calls).not.toContain(waiting!.id);
    expect(await place.inside((unit) => unit.tasks.count({ messageId: waiting!.id }))).toBe(0);

    status = 200;
    await until('one call may try', async () => sms.states()[0]!.circuit === 'half-open');
    await deliver.execute(place.municipalityId, waiting!.id);
    expect(await now(waiting!)).toMatchObject({ state: 'sent', attempts: 9, unasked: 8 });
    expect(gateway.calls.filter((id) => id === waiting!.id)).toHaveLength(1);
  });

  test('that is paused by a person is not asked from the next message on, and asked again when it is resumed', async () => {
    const first = await takes();
    const pauses = new StoredProviderPauses(database.dataSource);
    expect(await new PauseProvider(pauses).execute('gatewayapi', 'Anne', 'udfald')).toBe(true);
    expect(await new PauseProvider(pauses).execute('gatewayapi', 'Bo')).toBe(false);
    expect(await pauses.list()).toEqual([
      expect.objectContaining({
        provider: 'gatewayapi',
        pausedBy: 'Anne',
        reason: 'udfald',
        resumedAt: null,
      }),
    ]);
    const held = await deliverOne(first.url);
    expect(held.message).toMatchObject({
      state: 'queued',
      reason: 'provider-paused',
      provider: null,
      attempts: 1,
      unasked: 1,
    });
    const second = await takes();
    expect((await deliverOne(first.url, second.url)).message).toMatchObject({
      state: 'sent',
      provider: 'inmobile',
    });
    expect(first.calls).toEqual([]);
    expect(await new ResumeProvider(pauses).execute('gatewayapi', 'Bo')).toBe(true);
    expect(await new ResumeProvider(pauses).execute('gatewayapi', 'Bo')).toBe(false);
    expect((await deliverOne(first.url, second.url)).message).toMatchObject({
      state: 'sent',
      provider: 'gatewayapi',
    });
    await expect(new PauseProvider(pauses).execute('nokia', 'Bo')).rejects.toThrow('provider.unknown');
  });
});

test('forty calls that hang hold no connection of a pool of two', async () => {
  const held: ServerResponse[] = [];
  const hangs = await provider((response) => void held.push(response));
  const { deliver } = deliveryBy(hangs.url, undefined, 20_000);
  const messages = await written(40);
  const all = Promise.all(messages.map(({ id }) => deliver.execute(place.municipalityId, id)));
  while (held.length < messages.length) await new Promise((resolve) => setTimeout(resolve, 20));
  const [row] = await database.really<{ busy: number }>(
    `SELECT count(*)::int AS busy FROM pg_stat_activity
     WHERE datname = current_database() AND usename <> current_user AND state <> 'idle'`,
  );
  expect(row!.busy).toBe(0);
  // As many at once as the pool has connections: with one of them held, this would wait for ever.
  expect((await Promise.all(messages.map(now))).every(({ state }) => state === 'sending')).toBe(true);
  for (const response of held) response.destroy();
  await all;
  expect((await Promise.all(messages.map(now))).every(({ state }) => state === 'uncertain')).toBe(true);
  expect(hangs.calls).toHaveLength(messages.length);
}, 40_000);
