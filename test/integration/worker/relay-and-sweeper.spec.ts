import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { dueJobs, type DueJobName } from '#domain';
import {
  createDataSource,
  Dispatch,
  MunicipalityRegister,
  TimeOrderedIds,
  TypeormTransactor,
} from '#persistence';
import { QueueSet } from '#queues';
import { DueJobRunner } from '../../../apps/worker/src/due-job-runner.js';
import type { Handler } from '../../../apps/worker/src/handlers.js';
import { Relay } from '../../../apps/worker/src/relay.js';
import { Sweeper } from '../../../apps/worker/src/sweeper.js';
import { Regular } from '../../../apps/worker/src/timetable.js';
import { municipality } from '../../contracts/rows.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';
import { RedisServer } from '../../support/redis-server.js';
import { until } from '../../support/until.js';

const log = pino({ level: 'silent' });

describe.each(['postgres', 'redis'] as const)('work on its way, over %s', (kind) => {
  let database: TestDatabase;
  let redis: RedisServer;
  let dispatch: Dispatch;
  let transactor: TypeormTransactor;
  let closeDataSource: () => Promise<void>;
  const here = municipality();

  let done: { job: DueJobName; subjectId: string }[];
  let handle: Handler;
  let running: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await RedisServer.start();
    dispatch = new Dispatch({ url: database.dispatchUrl, poolSize: 10 });
    const dataSource = await createDataSource({ url: database.appUrl }, 'app').initialize();
    closeDataSource = () => dataSource.destroy();
    transactor = new TypeormTransactor(dataSource, new TimeOrderedIds());
    await new MunicipalityRegister(dataSource).found(here);
  });
  afterAll(async () => {
    await dispatch.close();
    await closeDataSource();
    await database.drop();
    await redis.stop();
  });
  beforeEach(() => {
    done = [];
    handle = async () => undefined;
  });
  afterEach(async () => {
    for (const part of running) await part.stop();
    running = [];
  });

  function work(parts: { relay?: boolean; workers?: boolean; sweeper?: boolean }) {
    const queues = new QueueSet({
      databaseUrl: database.appUrl,
      ...(kind === 'redis' && { redisUrl: redis.url }),
    });
    const handlers = Object.fromEntries(
      dueJobs.map((job) => [
        job,
        async (municipalityId: string, subjectId: string) => {
          await handle(municipalityId, subjectId);
          done.push({ job, subjectId });
        },
      ]),
    ) as Record<DueJobName, Handler>;
    const runner = new DueJobRunner(dispatch, handlers, transactor, log);
    const relay = new Relay(dispatch, queues, log);
    const sweeper = new Sweeper(dispatch, runner, log, () => relay.queueIsDown);
    if (parts.workers) queues.start((ids) => runner.run(ids));
    if (parts.relay) relay.start();
    const sweeping = new Regular('sweep', (signal) => sweeper.sweep(signal), dispatch, log);
    if (parts.sweeper) sweeping.start();
    running.push({
      stop: async () => {
        await relay.stop();
        await sweeping.stop();
        await queues.close();
        await runner.settled();
      },
    });
    return { runner, relay, sweeper };
  }

  const wake = (job: DueJobName, subjectId: string, inMilliseconds = 0) =>
    transactor.inMunicipality(here.id, async (unit) =>
      unit.wake(job, subjectId, (await unit.now()).add({ milliseconds: inMilliseconds })),
    );

  it('an event becomes its reaction, once', async () => {
    work({ relay: true, workers: true });
    const smallJobId = randomUUID();
    await transactor.inMunicipality(here.id, (unit) =>
      unit.record({ type: 'SmallJobPublished', smallJobId }),
    );
    await until('the work is done', () => done.length > 0);
    await sleep(300);
    expect(done).toEqual([{ job: 'match.rank', subjectId: smallJobId }]);
  });

  it('what was rolled back never happens', async () => {
    work({ relay: true, workers: true });
    const smallJobId = randomUUID();
    const failing = transactor.inMunicipality(here.id, async (unit) => {
      await unit.record({ type: 'SmallJobPublished', smallJobId });
      await unit.wake('offer.expire', smallJobId);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await sleep(1_500);
    expect(done).toEqual([]);
  });

  it('a due job is done at its time, not before', async () => {
    work({ relay: true, workers: true });
    const subjectId = randomUUID();
    const due = Date.now() + 1_200;
    await wake('shift.check-evidence', subjectId, 1_200);
    await until('the work is done', () => done.length > 0);
    expect(Date.now()).toBeGreaterThanOrEqual(due - 50);
    expect(Date.now()).toBeLessThan(due + 5_000);
  });

  it('three relays and three workers do two hundred jobs once each', async () => {
    for (let at = 0; at < 3; at++) work({ relay: true, workers: true });
    const subjects = Array.from({ length: 200 }, () => randomUUID());
    await transactor.inMunicipality(here.id, async (unit) => {
      for (const subjectId of subjects) await unit.wake('escalation.take-step', subjectId);
    });
    await until('the work is done', () => done.length >= 200);
    await sleep(500);
    expect(done.map(({ subjectId }) => subjectId).sort()).toEqual([...subjects].sort());
  });

  it('a handler that fails is tried again, later', async () => {
    const { runner } = work({ relay: true, workers: true });
    let tries = 0;
    handle = async () => {
      tries += 1;
      if (tries < 2) throw new Error('not now');
    };
    await wake('offer.remind', randomUUID());
    await until('the work is done', () => runner.counts.done > 0);
    expect(tries).toBe(2);
    expect(runner.counts).toMatchObject({ done: 1, retried: 1, failed: 0 });
  });

  it('what the queue never heard of is found by the sweeper, done once, and counted', async () => {
    const subjectId = randomUUID();
    await wake('match.lapse', subjectId, -11_000);
    const { sweeper } = work({ sweeper: true });
    await until('the work is done', () => done.length > 0);
    expect(done).toEqual([{ job: 'match.lapse', subjectId }]);
    expect(sweeper.counts.repaired).toBe(1);
  });

  it('in a fault-free run the sweeper repairs nothing', async () => {
    const { sweeper } = work({ relay: true, workers: true, sweeper: true });
    for (let at = 0; at < 20; at++) await wake('offer.expire', randomUUID(), at * 50);
    await until('the work is done', () => done.length >= 20);
    await sleep(6_000);
    expect(sweeper.counts).toMatchObject({ repaired: 0 });
    expect(sweeper.counts.sweeps).toBeGreaterThan(0);
  }, 40_000);

  if (kind === 'redis') {
    it('with Redis dead the work is done all the same, through the sweeper, and Redis may come back empty', async () => {
      const { relay, sweeper } = work({ relay: true, workers: true, sweeper: true });
      await redis.down('SIGKILL');
      const subjectId = randomUUID();
      await wake('message.deliver', subjectId);
      await until('the work is done', () => done.some((one) => one.subjectId === subjectId));
      expect(sweeper.counts.repaired).toBeGreaterThan(0);
      expect(relay.counts.refused).toBeGreaterThan(0);
      await redis.up();
      const after = randomUUID();
      await wake('message.deliver', after);
      await until('the work is done', () => done.some((one) => one.subjectId === after));
      expect(done.filter((one) => one.subjectId === subjectId)).toHaveLength(1);
    }, 90_000);
  }
});
