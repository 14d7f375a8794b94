import { setTimeout as sleep } from 'node:timers/promises';
import type { OnModuleDestroy } from '@nestjs/common';
import type { DatabaseHealth, QueueHealth } from './health.js';

export type Check = 'ok' | 'failed' | 'unknown';

export interface ReadinessReport {
  status: 'ready' | 'degraded' | 'not-ready';
  checks: { process: Check; database: Check; migrations: Check; queue: Check };
}

const TIMEOUT_MS = 2_000;
/** Asked by anybody, so the database is asked at most this often. */
const GOOD_FOR_MS = 500;

/** Whether traffic should come here. */
export class Readiness implements OnModuleDestroy {
  private draining = false;
  private latest: { at: number; report: Promise<ReadinessReport> } | undefined;

  constructor(
    private readonly database: DatabaseHealth,
    private readonly queue: QueueHealth,
    /** How long the listener stays open after readiness went down, so that the balancer sees it in time. */
    private readonly drainMs: number,
  ) {}

  /** Shutting down begins here; Nest closes the listener when this is done. */
  async onModuleDestroy(): Promise<void> {
    this.draining = true;
    this.latest = undefined;
    await sleep(this.drainMs);
  }

  get isDraining(): boolean {
    return this.draining;
  }

  report(): Promise<ReadinessReport> {
    if (!this.latest || Date.now() - this.latest.at > GOOD_FOR_MS)
      this.latest = { at: Date.now(), report: this.ask() };
    return this.latest.report;
  }

  private async ask(): Promise<ReadinessReport> {
    const [database, queue] = await Promise.all([this.askDatabase(), this.askQueue()]);
    const checks = { process: this.draining ? 'failed' : 'ok', ...database, queue } as const;
    return { status: statusOf(checks), checks };
  }

  private async askDatabase(): Promise<{ database: Check; migrations: Check }> {
    try {
      const current = await inTime(this.database.migrationsAreCurrent());
      return { database: 'ok', migrations: current ? 'ok' : 'failed' };
    } catch {
      return { database: 'failed', migrations: 'unknown' };
    }
  }

  private async askQueue(): Promise<Check> {
    try {
      return (await inTime(this.queue.isUp())) ? 'ok' : 'failed';
    } catch {
      return 'failed';
    }
  }
}

function statusOf(checks: ReadinessReport['checks']): ReadinessReport['status'] {
  const needed = [checks.process, checks.database, checks.migrations];
  if (needed.some((check) => check !== 'ok')) return 'not-ready';
  return checks.queue === 'failed' ? 'degraded' : 'ready';
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
