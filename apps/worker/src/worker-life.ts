import type { INestApplicationContext } from '@nestjs/common';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { Dispatch, DoneJobs, IdempotentRequests, KeptForms, Sessions, StoredSignInCodes } from '#persistence';
import { QueueSet } from '#queues';
import {
  ForgetMatchingChanges,
  ForgetOldImports,
  ForgetOldTexts,
  ForgetRankings,
  ForgetStaleDrafts,
  OpenAllDoors,
  ProveMatching,
} from '#use-cases';
import type { WorkerConfig } from './config.js';
import { DueJobRunner } from './due-job-runner.js';
import { handlersWith } from './handlers.js';
import { Housekeeping } from './housekeeping.js';
import { MatchingProof } from './matching-proof.js';
import { Relay } from './relay.js';
import { SignInHousekeeping } from './sign-in-housekeeping.js';
import { Sweeper } from './sweeper.js';

const BEAT_EVERY_MS = 5_000;
/** What runs may finish; then the process ends anyway, and claims run out for others to take over. */
const DRAIN_MS = 20_000;

/** Starts relay, queue workers and sweeper, and ends them in the right order on SIGTERM. */
export class WorkerLife {
  private readonly dispatch: Dispatch;
  private readonly queues: QueueSet;
  private readonly runner: DueJobRunner;
  private readonly relay: Relay;
  private readonly sweeper: Sweeper;
  private readonly housekeeping: Housekeeping;
  private readonly signInHousekeeping: SignInHousekeeping;
  private readonly matchingProof: MatchingProof;
  private beating: NodeJS.Timeout | undefined;
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
    } = config;
    this.dispatch = new Dispatch({ url: DATABASE_DISPATCH_URL, poolSize: 10 });
    this.queues = new QueueSet({ databaseUrl, prefix, ...(redisUrl && { redisUrl }) });
    this.runner = new DueJobRunner(
      this.dispatch,
      handlersWith((useCase) => context.get(useCase as never)),
      log,
    );
    this.relay = new Relay(this.dispatch, this.queues, log);
    this.sweeper = new Sweeper(this.dispatch, this.runner, log);
    this.signInHousekeeping = new SignInHousekeeping({
      dispatch: this.dispatch,
      openAllDoors: context.get(OpenAllDoors),
      sessions: context.get(Sessions),
      keptForms: context.get(KeptForms),
      codes: context.get(StoredSignInCodes),
      log,
    });
    this.housekeeping = new Housekeeping(
      this.dispatch,
      context.get(ForgetOldTexts),
      context.get(ForgetStaleDrafts),
      context.get(ForgetRankings),
      context.get(ForgetMatchingChanges),
      context.get(ForgetOldImports),
      context.get(IdempotentRequests),
      context.get(DoneJobs),
      log,
    );
    this.matchingProof = new MatchingProof(this.dispatch, context.get(ProveMatching), log);
  }

  begin(): void {
    this.queues.start((dueJobId) => this.runner.run(dueJobId));
    this.relay.start();
    this.sweeper.start();
    this.housekeeping.start();
    this.signInHousekeeping.start();
    this.matchingProof.start();
    this.beating = setInterval(() => void this.beat(), BEAT_EVERY_MS);
    void this.beat();
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
    clearInterval(this.beating);
    await this.relay.stop();
    await this.sweeper.stop();
    await this.housekeeping.stop();
    await this.signInHousekeeping.stop();
    await this.matchingProof.stop();
    await this.queues.close();
    await this.runner.settled();
    await this.context.close();
    await this.dispatch.close();
    this.log.info('ended');
    process.exit(0);
  }

  /** Says that this worker is alive and what it has counted; whoever watches misses it within minutes. */
  private async beat(): Promise<void> {
    const { done, failed, retried, maxLatenessMs } = this.runner.counts;
    const { routed, enqueued, refused } = this.relay.counts;
    const { sweeps, repaired } = this.sweeper.counts;
    const work = { done, failed, retried, maxLatenessMs, routed, enqueued, refused, sweeps, repaired };
    const counts = { ...work, ...this.matchingProof.counts };
    await this.dispatch.beat(`worker ${hostname()} ${process.pid}`, counts).catch(() => undefined);
  }
}
