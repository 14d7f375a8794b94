import type { INestApplicationContext } from '@nestjs/common';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { Dispatch } from '#persistence';
import { ChannelGateway } from '#notifications';
import { QueueSet } from '#queues';
import { Transactor } from '#use-cases';
import type { WorkerConfig } from './config.js';
import { CrashingDispatch, CrashingTransactor, underTheirNames } from './crash-points/index.js';
import { DueJobRunner } from './due-job-runner.js';
import { handlersWith } from './handlers.js';
import { Relay } from './relay.js';
import { scheduledWork, type Scheduling } from './scheduled-work.js';
import { Timetable } from './timetable.js';

/** What runs may finish; then the process ends anyway, and claims run out for others to take over. */
const DRAIN_MS = 20_000;

/** Starts relay, queue workers and sweeper, and ends them in the right order on SIGTERM. */
export class WorkerLife {
  private readonly dispatch: Dispatch;
  private readonly queues: QueueSet;
  private readonly runner: DueJobRunner;
  private readonly relay: Relay;
  private readonly scheduling: Scheduling;
  private readonly timetable: Timetable;
  private ending: Promise<void> | undefined;

  constructor(
    private readonly config: WorkerConfig,
    private readonly context: INestApplicationContext,
    private readonly log: Logger,
  ) {
    const {
      DATABASE_DISPATCH_URL,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      QUEUE_PREFIX: prefix,
      crashPoints,
    } = config;
    const dispatch = { url: DATABASE_DISPATCH_URL, poolSize: 10 };
    this.dispatch = crashPoints ? new CrashingDispatch(dispatch, crashPoints) : new Dispatch(dispatch);
    this.queues = new QueueSet({ databaseUrl, prefix, ...(redisUrl && { redisUrl }) });
    const handlers = handlersWith((useCase) => context.get(useCase as never));
    const transactor = context.get<Transactor>(Transactor);
    this.runner = new DueJobRunner(
      this.dispatch,
      crashPoints ? underTheirNames(handlers) : handlers,
      crashPoints ? new CrashingTransactor(transactor, crashPoints) : transactor,
      log,
    );
    this.relay = new Relay(this.dispatch, this.queues, log);
    const { dispatch: desk, runner } = this;
    const beat = (): Promise<void> => this.beat();
    const queueIsDown = (): boolean => this.relay.queueIsDown;
    this.scheduling = scheduledWork({ config, context, dispatch: desk, runner, queueIsDown, beat, log });
    this.timetable = new Timetable(this.scheduling.work, desk, log);
  }

  begin(): void {
    this.queues.start((dueJobIds) => this.runner.run(dueJobIds));
    this.relay.start();
    this.timetable.start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void this.end());
    // The launcher of a demo is gone: nothing of it stays behind.
    if (this.config.isDemo && process.connected) process.once('disconnect', () => void this.end());
    process.on('unhandledRejection', (error) => {
      this.log.fatal({ kind: error instanceof Error ? error.name : 'unknown' }, 'unhandled rejection');
      process.exit(1);
    });
    this.log.info({ queues: this.queues.kind }, 'working');
    if (process.send) process.send('working');
  }

  private end(): Promise<void> {
    this.ending ??= this.drain();
    return this.ending;
  }

  private async drain(): Promise<void> {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    await this.relay.stop();
    await this.timetable.stop();
    await this.queues.close();
    await this.runner.settled();
    await this.context.close();
    await this.dispatch.close();
    this.log.info('ended');
    process.exit(0);
  }

  /** How this worker has met the providers: 0 well, 1 trying again, 2 left alone for a while. */
  private circuits(): Record<string, number> {
    const levels = { closed: 0, 'half-open': 1, open: 2 } as const;
    const states = this.context.get(ChannelGateway).states();
    return Object.fromEntries(
      states.map(({ provider, circuit }) => [`circuit-${provider}`, levels[circuit]]),
    );
  }

  /** Says that this worker is alive and what it has counted; whoever watches misses it within minutes. */
  private async beat(): Promise<void> {
    const { lateness, ...runs } = this.runner.counts;
    const { routed, enqueued, refused } = this.relay.counts;
    const { sweeper, matchingProof } = this.scheduling;
    const { sweeps, repaired } = sweeper.counts;
    const work = { ...runs, ...lateness.counts, routed, enqueued, refused, sweeps, repaired };
    const counts = { ...work, ...matchingProof.counts, ...this.circuits() };
    await this.dispatch.beat(`worker ${hostname()} ${process.pid}`, counts);
  }
}
