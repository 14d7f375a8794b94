import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { TakeStep } from '#use-cases';
import { concurrencyOf } from '#queues';
import { UseCasesOver } from '../../browser/support/use-cases-over.js';
import { SECRET_KEY, type Installed } from './installed.js';
import type { OpenCases } from './open-cases.js';

/** The use case asks the database for the time and does nothing early, and nobody would wake it again. */
const EARLY_MS = 5;
/** As many connections as a worker of ours has. */
const POOL = 10;

export interface BareQueue {
  close(): Promise<void>;
}

/** The same steps as delayed jobs of BullMQ and nothing else: no row that remembers them, no claim, no sweeper. */
export async function bareQueue(
  { addresses, redis }: Installed,
  { municipalityId, stepIds }: OpenCases,
  at: Date,
): Promise<BareQueue> {
  const useCases = await UseCasesOver.open(addresses.apiUrl, SECRET_KEY, POOL);
  const takeStep = useCases.make(TakeStep);
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = new Queue('bare', { connection });
  await queue.addBulk(
    stepIds.map((stepId, n) => ({
      name: 'take',
      data: { stepId },
      opts: {
        delay: Math.max(0, at.getTime() + (n * 1000) / stepIds.length + EARLY_MS - Date.now()),
        removeOnComplete: true,
      },
    })),
  );
  const worker = new Worker<{ stepId: string }>(
    'bare',

    ({ data }) => takeStep.execute(municipalityId, data.stepId),
    { connection, concurrency: concurrencyOf.escalations },
  );
  await worker.waitUntilReady();
  return {
    close: async () => {
      await worker.close();
      await queue.close();
      connection.disconnect();
      await useCases.close();
    },
  };
}
