import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dueJobs } from '#domain';
import { jobIdOf, migrateQueues, queueNames, queueOf, QueueSet, type WakeUpCall } from '#queues';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';
import { RedisServer } from '../../support/redis-server.js';
import { until } from '../../support/until.js';

const call = (over: Partial<WakeUpCall> = {}): WakeUpCall => ({
  dueJobId: randomUUID(),
  municipalityId: 'here',
  job: 'message.deliver',
  delayMs: 0,
  attempts: 0,
  ...over,
});

describe.each(['postgres', 'redis'] as const)('queues on %s', (kind) => {
  let database: TestDatabase;
  let redis: RedisServer;
  let sets: QueueSet[] = [];
  let woken: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await RedisServer.start();
  });
  afterAll(async () => {
    await database.drop();
    await redis.stop();
  });
  afterEach(async () => {
    await Promise.all(sets.map((set) => set.close()));
    sets = [];
    woken = [];
  });

  function open(start = true): QueueSet {
    const set = new QueueSet({
      databaseUrl: database.appUrl,
      ...(kind === 'redis' && { redisUrl: redis.url }),
    });
    sets.push(set);
    if (start) set.start(async (ids) => void woken.push(...ids));
    return set;
  }

  it('wakes a worker for every call, in every queue', async () => {
    const set = open();
    const calls = dueJobs.map((job) => call({ job }));
    await set.add(calls);
    await until('the calls are woken', () => woken.length >= calls.length);
    expect(new Set(woken)).toEqual(new Set(calls.map(({ dueJobId }) => dueJobId)));
    expect(set.kind).toBe(kind);
  });

  it('does not wake before the delay has passed', async () => {
    const later = call({ delayMs: 700 });
    const begun = Date.now();
    await open().add([later]);
    await until('the calls are woken', () => woken.includes(later.dueJobId));
    expect(Date.now() - begun).toBeGreaterThanOrEqual(650);
  });

  it('takes the same call twice as one', async () => {
    const one = call({ delayMs: 300 });
    const set = open();
    await set.add([one, one]);
    await set.add([one]);
    await until('the calls are woken', () => woken.length > 0);
    await sleep(600);
    expect(woken).toEqual([one.dueJobId]);
  });

  it('takes a repeat after a failed attempt as a new call', async () => {
    const first = call();
    const set = open();
    await set.add([first]);
    await until('the calls are woken', () => woken.length === 1);
    await set.add([{ ...first, attempts: 1 }]);
    await until('the calls are woken', () => woken.length === 2);
  });

  it('lets two processes share the work without doing it twice', async () => {
    open();
    const set = open();
    const calls = Array.from({ length: 60 }, () => call({ job: 'escalation.take-step' }));
    await set.add(calls);
    await until('the calls are woken', () => woken.length >= 60);
    await sleep(300);
    expect(woken).toHaveLength(60);
  });

  it('keeps what was added while no worker was there', async () => {
    const waiting = call({ job: 'shift.check-evidence' });
    await open(false).add([waiting]);
    await sleep(200);
    expect(woken).toEqual([]);
    open();
    await until('the calls are woken', () => woken.includes(waiting.dueJobId));
  });
});

it('migrates again after the queues have been used, and they go on', async () => {
  const database = await createTestDatabase();
  const set = new QueueSet({ databaseUrl: database.appUrl });
  const woken: string[] = [];
  try {
    const before = dueJobs.map((job) => call({ job, delayMs: 500 }));
    await set.add(before);
    await migrateQueues(database.ownerUrl);
    const after = call();
    await set.add([after]);
    set.start(async (ids) => void woken.push(...ids));
    await until('the calls are woken', () => woken.length > before.length);
    expect(new Set(woken)).toEqual(new Set([...before, after].map(({ dueJobId }) => dueJobId)));
  } finally {
    await set.close();
    await database.drop();
  }
});

describe('without Redis', () => {
  it('refuses to add within seconds instead of hanging, and takes calls again when it is back', async () => {
    const redis = await RedisServer.start();
    const set = new QueueSet({ databaseUrl: 'postgres://nowhere', redisUrl: redis.url });
    try {
      await set.add([call({ delayMs: 60_000 })]);
      await redis.down('SIGKILL');
      const begun = Date.now();
      await expect(set.add([call()])).rejects.toThrow();
      expect(Date.now() - begun).toBeLessThan(7_000);
      await expect(set.ping()).rejects.toThrow();
      await redis.up();
      await expect(retry(() => set.add([call({ delayMs: 60_000 })]))).resolves.toBeUndefined();
    } finally {
      await set.close();
      await redis.stop();
    }
  });
});

async function retry(work: () => Promise<void>): Promise<void> {
  for (let at = 0; at < 40; at++) {
    try {
      return await work();
    } catch {
      await sleep(250);
    }
  }
  return work();
}

describe('the contract', () => {
  it('gives every job a queue that exists, and every queue a job', () => {
    expect(new Set(dueJobs.map((job) => queueOf[job]))).toEqual(new Set(queueNames));
  });

  it('makes job ids that BullMQ takes: no colon, not a number', () => {
    expect(jobIdOf(call())).toMatch(/^due-[0-9a-f-]{36}-0$/);
  });
});
