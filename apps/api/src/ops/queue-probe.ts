import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { QueueHealth } from './health.js';

const EVERY_MS = 5_000;

/** How many wake-ups a queue holds in one state. */
export interface QueueDepth {
  queue: string;
  state: string;
  wakeUps: number;
}

/** What a queue can be asked. */
export interface Pinged {
  /** Rejects when wake-ups cannot be taken. */
  ping(): Promise<void>;
  depths(): Promise<QueueDepth[]>;
  close(): Promise<void>;
}

/** Asks the queue now and then, so that a probe of a balancer never waits for a Redis that does not answer. */
export class QueueProbe extends QueueHealth implements OnModuleInit, OnModuleDestroy {
  private up = true;
  private latest: QueueDepth[] = [];
  private asking: NodeJS.Timeout | undefined;

  constructor(private readonly queue: Pinged) {
    super();
  }

  async onModuleInit(): Promise<void> {
    await this.ask();
    this.asking = setInterval(() => void this.ask(), EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.asking);
    await this.queue.close();
  }

  async isUp(): Promise<boolean> {
    return this.up;
  }

  /** Of the last look; nothing while it does not answer. */
  get depths(): readonly QueueDepth[] {
    return this.up ? this.latest : [];
  }

  private async ask(): Promise<void> {
    this.up = await this.queue.ping().then(
      () => true,
      () => false,
    );
    if (this.up) this.latest = await this.queue.depths().catch(() => []);
  }
}

/** Without Redis the queues live in the database, which is asked anyway. */
export class QueueInDatabase extends QueueHealth {
  async isUp(): Promise<boolean> {
    return true;
  }

  readonly depths = [];
}
