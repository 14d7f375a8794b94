import { once } from 'node:events';
import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueName, WakeUp } from './contract.js';

export interface QueueSettings {
  /** Redis when given; otherwise the queues live in PostgreSQL. */
  redisUrl?: string;
  /** The app role's address, for queues in PostgreSQL. */
  databaseUrl: string;
  /** Keeps two installations on one Redis apart. */
  prefix?: string;
  poolSize?: number;
}

export interface Backend {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): Queue<WakeUp>;
  worker(name: QueueName, work: Processor<WakeUp>, concurrency: number): Worker<WakeUp>;
  /** Resolves when wake-ups can be taken; a queue is only made then. */
  ready(): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The schema that BullMQ keeps its tables in. */
const SCHEMA = 'bullmq';

/**
 * A worker that dies is noticed within seconds, and a job whose worker died often is not thrown away: the row
 * in PostgreSQL decides when to give up, not the queue.
 */
const workerOptions = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 20 };

/** Failed wake-ups are kept for a while to look at; the due job itself stays in PostgreSQL. */
const jobOptions = {
  removeOnComplete: true,
  removeOnFail: { age: 7 * 24 * 3600, count: 5_000 },
  attempts: 1,
};

export const openBackend = (settings: QueueSettings): Backend =>
  settings.redisUrl ? redisBackend(settings.redisUrl, settings) : postgresBackend(settings);

/** A worker asks Redis for work and waits at most ten seconds for it: whoever hears nothing for so long is alone. */
const SILENCE_MS = { producer: 5_000, consumer: 20_000 };

function redisBackend(redisUrl: string, { prefix = 'fodfaeste' }: QueueSettings): Backend {
  // The relay must not hang when Redis is gone (it takes work back and tries again); workers wait for ever.
  const producer = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 3_000,
    socketTimeout: SILENCE_MS.producer,
  });
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null, socketTimeout: SILENCE_MS.consumer });
  // ioredis reconnects by itself; without listeners a lost connection would end the process.
  producer.on('error', () => undefined);
  consumer.on('error', () => undefined);
  return {
    kind: 'redis',
    queue: (name) =>
      quiet(new Queue<WakeUp>(name, { connection: producer, prefix, defaultJobOptions: jobOptions })),
    worker: (name, work, concurrency) =>
      quiet(new Worker<WakeUp>(name, work, { connection: consumer, prefix, concurrency, ...workerOptions })),
    ready: async () => {
      if (producer.status !== 'ready') await once(producer, 'ready');
    },
    ping: async () => void (await producer.ping()),
    close: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

function postgresBackend({ databaseUrl, poolSize = 30 }: QueueSettings): Backend {
  // Each worker keeps one connection for LISTEN, so a small pool would process nothing, silently.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    options: `-c search_path=${SCHEMA}`,
    application_name: 'fodfaeste-queues',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // Every queue and worker listens for its errors.
  pool.setMaxListeners(50);
  const { Queue: PgQueue, Worker: PgWorker } = withBackend(createPostgresBackend);
  return {
    kind: 'postgres',
    queue: (name) =>
      quiet(
        new PgQueue<WakeUp>(name, {
          connection: pool,
          defaultJobOptions: jobOptions,
        }) as unknown as Queue<WakeUp>,
      ),
    worker: (name, work, concurrency) =>
      quiet(
        new PgWorker<WakeUp>(name, work, {
          connection: pool,
          concurrency,
          ...workerOptions,
        }) as unknown as Worker<WakeUp>,
      ),
    ready: async () => undefined,
    ping: async () => void (await pool.query('SELECT 1')),
    close: () => pool.end(),
  };
}

/** Errors of the connection are told by the calls that fail; an event without a listener would end the process. */
function quiet<E extends { on(event: 'error', listener: () => void): unknown }>(emitter: E): E {
  emitter.on('error', () => undefined);
  return emitter;
}

/**
 * Makes BullMQ's tables in PostgreSQL, and lets the app role use them. Safe to run again. The role may also
 * create in this one schema: BullMQ makes a sequence for each queue when it is first used.
 */
export async function migrateQueues(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO fodfaeste_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO fodfaeste_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO fodfaeste_app;
      DO $$ DECLARE own regclass; BEGIN
        -- Those that the app role made itself are its own already, and not ours to grant.
        FOR own IN SELECT oid FROM pg_class
          WHERE relkind = 'S' AND relnamespace = '${SCHEMA}'::regnamespace AND relowner = current_user::regrole
        LOOP EXECUTE format('GRANT USAGE, SELECT, UPDATE ON SEQUENCE %s TO fodfaeste_app', own); END LOOP;
      END $$;`);
  } finally {
    await client.end();
  }
}
