import type { Queue, Worker } from 'bullmq';
import { gathered, type GatheredCall } from './gathered.js';
import { openBackend, type Backend, type QueueSettings } from './backend.js';
import {
  concurrencyOf,
  dueJobIdsOf,
  queueNames,
  queueOf,
  type QueueName,
  type WakeUp,
  type WakeUpCall,
} from './contract.js';

/** How long the queue may take to accept wake-ups before the relay takes them back. */
const PATIENCE_MS = 5_000;

/** All queues of an installation: wake-ups go in, workers are woken. */
export class QueueSet {
  private readonly backend: Backend;
  private readonly queues = new Map<QueueName, Queue<WakeUp>>();
  private workers: Worker<WakeUp>[] = [];

  constructor(settings: QueueSettings) {
    this.backend = openBackend(settings);
  }

  get kind(): 'redis' | 'postgres' {
    return this.backend.kind;
  }

  /** @throws when the queue does not take them in time; some may be in it, which does no harm. */
  async add(calls: readonly WakeUpCall[]): Promise<void> {
    await inTime(this.backend.ready(), PATIENCE_MS);
    const byQueue = new Map<QueueName, GatheredCall[]>();
    for (const call of gathered(calls)) {
      const name = queueOf[call.job];
      byQueue.set(name, [...(byQueue.get(name) ?? []), call]);
    }
    const adding = [...byQueue].map(([name, some]) => this.queue(name).addBulk(some.map(asJob)));
    await inTime(Promise.all(adding), PATIENCE_MS);
  }

  /** Starts one worker a queue. `wake` is called for each wake-up; what it throws is kept by the queue. */
  start(wake: (dueJobIds: readonly string[]) => Promise<void>): void {
    this.workers = queueNames.map((name) =>
      this.backend.worker(name, ({ data }) => wake(dueJobIdsOf(data)), concurrencyOf[name]),
    );
  }

  async ping(): Promise<void> {
    await inTime(this.backend.ready(), 2_000);
    await inTime(this.backend.ping(), 2_000);
  }

  /** How many wake-ups each queue holds, by their state. @throws when the queue does not answer in time */
  async depths(): Promise<{ queue: QueueName; state: string; wakeUps: number }[]> {
    await inTime(this.backend.ready(), 2_000);
    const asked = queueNames.map(async (name) => {
      const counts = await this.queue(name).getJobCounts('wait', 'active', 'delayed', 'failed');
      return Object.entries(counts).map(([state, wakeUps]) => ({ queue: name, state, wakeUps }));
    });
    return (await inTime(Promise.all(asked), 2_000)).flat();
  }

  /** Lets what runs finish, takes nothing new. */
  async close(): Promise<void> {
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
    await inTime(Promise.allSettled([...this.queues.values()].map((queue) => queue.close())), 2_000).catch(
      () => undefined,
    );
    await this.backend.close();
  }

  private queue(name: QueueName): Queue<WakeUp> {
    const queue = this.queues.get(name) ?? this.backend.queue(name);
    this.queues.set(name, queue);
    return queue;
  }
}

const asJob = ({ job, jobId, delayMs, wakeUp }: GatheredCall) => ({
  name: job,
  data: wakeUp,
  opts: { jobId, delay: delayMs },
});

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
