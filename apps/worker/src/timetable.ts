import type { Logger } from 'pino';
import type { Dispatch } from '#persistence';
import { isDoneForAll, schedules, scheduleNames, type Schedule, type ScheduleName } from '#use-cases';
import { workingOn } from './log-context.js';

/** What a run has counted; `repaired` is added up over all runs. */
export type Counts = Record<string, number>;
/** Whoever ends aborts the signal: what has begun is finished, and nothing more begins. */
export type Scheduled = (signal: AbortSignal) => Promise<Counts | void>;

type Runs = Pick<Dispatch, 'doneSecondsAgo' | 'beginRun' | 'endRun'>;

/** One scheduled thing: at its times, one run at a time, each written down. */
export class Regular {
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | undefined;
  private readonly ending = new AbortController();

  constructor(
    private readonly name: ScheduleName,
    private readonly work: Scheduled,
    private readonly runs: Runs,
    private readonly log: Logger,
  ) {}

  start(): void {
    const { firstAfterSeconds, everySeconds } = schedules[this.name];
    const run = (): void => {
      this.running ??= this.run().finally(() => (this.running = undefined));
    };
    this.timers = [setTimeout(run, firstAfterSeconds * 1_000), setInterval(run, everySeconds * 1_000)];
  }

  async stop(): Promise<void> {
    this.ending.abort();
    this.timers.forEach((timer) => clearTimeout(timer));
    await this.running;
  }

  private run(): Promise<void> {
    const schedule: Schedule = schedules[this.name];
    return workingOn({ scheduled: this.name }, async () => {
      try {
        if (schedule.onceForAll && isDoneForAll(schedule, await this.runs.doneSecondsAgo(this.name))) return;
        await this.runs.beginRun(this.name);
        const counts = (await this.work(this.ending.signal)) ?? {};
        await this.runs.endRun(this.name, { outcome: 'done', counts });
      } catch (error) {
        this.log.warn({ kind: (error as Error).name }, 'what is scheduled did not finish; it is done again');
        await this.runs.endRun(this.name, { outcome: 'failed', counts: {} }).catch(() => undefined);
      }
    });
  }
}

/** Everything that is scheduled; a name without its work does not compile. */
export class Timetable {
  private readonly all: Regular[];

  constructor(
    readonly work: Record<ScheduleName, Scheduled>,
    runs: Runs,
    log: Logger,
  ) {
    this.all = scheduleNames.map((name) => new Regular(name, work[name], runs, log));
  }

  start(): void {
    for (const regular of this.all) regular.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((regular) => regular.stop()));
  }
}
