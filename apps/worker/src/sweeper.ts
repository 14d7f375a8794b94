import type { Logger } from 'pino';
import type { Dispatch } from '#persistence';
import { dueJobIdsOf, gathered, type WakeUp } from '#queues';
import type { DueJobRunner } from './due-job-runner.js';

/** What is this late was not woken: the queue lost it, is down, or its worker died. */
const OVERDUE_SECONDS = 5;
/** While the queue takes nothing, nothing is woken: there is little to wait for. */
const UNWOKEN_SECONDS = 1;
const BATCH = 200;
const AT_ONCE = 8;
/** Then the sweep says that it is alive, and the next one goes on. */
const LONGEST_MS = 30_000;

/**
 * Finds what a lost wake-up missed and does it right here, without the queue. Any number may sweep: each job is handed
 * to one of them.
 * What it repairs is counted: in a day without faults the count stays zero.
 */
export class Sweeper {
  counts = { sweeps: 0, repaired: 0 };

  constructor(
    private readonly dispatch: Dispatch,
    private readonly runner: DueJobRunner,
    private readonly log: Logger,
    private readonly queueIsDown: () => boolean = () => false,
  ) {}

  async sweep(signal: AbortSignal): Promise<{ repaired: number }> {
    this.counts.sweeps += 1;
    const begun = performance.now();
    let repaired = 0;
    let found: number;
    do {
      const overdue = await this.dispatch.overdue({
        olderThanSeconds: this.queueIsDown() ? UNWOKEN_SECONDS : OVERDUE_SECONDS,
        againAfterSeconds: OVERDUE_SECONDS,
        limit: BATCH,
      });
      found = overdue.length;
      if (found === 0) break;
      repaired += found;
      this.counts.repaired += found;
      this.log.warn(
        { repaired: found, jobs: [...new Set(overdue.map(({ job }) => job))] },
        'repairing what was not woken',
      );
      const calls = overdue.map(({ id, ...job }) => ({ dueJobId: id, ...job, delayMs: 0 }));
      const wakeUps = gathered(calls).map(({ wakeUp }) => wakeUp);
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.work(wakeUps, signal)));
    } while (found === BATCH && !signal.aborted && performance.now() - begun < LONGEST_MS);
    return { repaired };
  }

  private async work(wakeUps: WakeUp[], signal: AbortSignal): Promise<void> {
    for (let next = wakeUps.shift(); next && !signal.aborted; next = wakeUps.shift()) {
      await this.runner
        .run(dueJobIdsOf(next))
        .catch((error: unknown) => this.log.warn({ kind: (error as Error).name }, 'a repair failed'));
    }
  }
}
