import type { Logger } from 'pino';
import type { Dispatch } from '#persistence';
import type { DueJobRunner } from './due-job-runner.js';

const SWEEP_EVERY_MS = 5_000;
/** What is this late was not woken: the queue lost it, is down, or its worker died. */
const OVERDUE_SECONDS = 10;
const BATCH = 200;
const AT_ONCE = 8;

/**
 * Finds what a lost wake-up missed and does it right here, without the queue. One process sweeps at a time.
 * What it repairs is counted: in a day without faults the count stays zero.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private stopped = false;
  counts = { sweeps: 0, repaired: 0 };

  constructor(
    private readonly dispatch: Dispatch,
    private readonly runner: DueJobRunner,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.sweeping ??= this.sweep().finally(() => (this.sweeping = undefined));
    }, SWEEP_EVERY_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    try {
      await this.dispatch.withSweeperLock(() => this.repair());
    } catch (error) {
      this.log.warn({ kind: (error as Error).name }, 'the sweep did not finish; the next one goes on');
    }
  }

  private async repair(): Promise<void> {
    this.counts.sweeps += 1;
    let found: number;
    do {
      const overdue = await this.dispatch.overdue({ olderThanSeconds: OVERDUE_SECONDS, limit: BATCH });
      found = overdue.length;
      if (found === 0) break;
      this.counts.repaired += found;
      this.log.warn(
        { repaired: found, jobs: [...new Set(overdue.map(({ job }) => job))] },
        'repairing what was not woken',
      );
      const ids = overdue.map(({ id }) => id);
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.work(ids)));
    } while (found === BATCH && !this.stopped);
  }

  private async work(ids: string[]): Promise<void> {
    for (let id = ids.shift(); id !== undefined && !this.stopped; id = ids.shift()) {
      await this.runner
        .run(id)
        .catch((error: unknown) => this.log.warn({ kind: (error as Error).name }, 'a repair failed'));
    }
  }
}
