import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DueJobName } from '#domain';
import { isDatabaseGone, type ClaimedJob, type Dispatch } from '#persistence';
import type { Handler } from './handlers.js';
import { LatenessHistogram } from './lateness-histogram.js';
import { workingOn } from './log-context.js';

/**
 * A claim is kept for as long as its job runs, and free this long after its process died: with the sweeper's look every
 * three seconds a step is some nine seconds late, where 15 are promised (P2). A process that stands still for longer may find its job done by
 * another; whatever a job does asks the database first.
 */
const CLAIM_SECONDS = 6;
const KEEP_EVERY_MS = 2_000;
/** Seconds before each new try of a job that failed; after the last one a person looks at it. */
const PATIENCE_SECONDS = [1, 5, 15, 60, 300, 900, 3600];
/** The database was away: that says nothing about the job, and a ladder has no minutes to wait. */
const DATABASE_BACK_SECONDS = 1;
/**
 * So long a wake-up waits for a database that is away, instead of being used up: else a queue full of them is empty within
 * a moment, and all of it is left to the sweeper. Less than a claim lasts.
 */
const BACK_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 250;
/** Begun so often and never ended, it takes its workers with it: it gets no more of them until a person has looked. */
const MOST_BEGINNINGS = 50;
/** A wake-up that comes a little early (clocks differ) waits; one that comes much too early is left to the relay. */
const EARLY_MS = 5_000;

/**
 * Does one due job: claims it in PostgreSQL, calls its handler, keeps how it ended. Whoever wakes it, queue or
 * sweeper, once or ten times, it is done once.
 */
export class DueJobRunner {
  private readonly running = new Set<Promise<unknown>>();
  private readonly claimed = new Set<ClaimedJob>();
  private keeping: NodeJS.Timeout | undefined;
  counts = { done: 0, failed: 0, retried: 0, maxLatenessMs: 0, lateness: new LatenessHistogram() };

  constructor(
    private readonly dispatch: Dispatch,
    private readonly handlers: Record<DueJobName, Handler>,
    private readonly log: Logger,
  ) {}

  async run(dueJobId: string): Promise<void> {
    const work = this.claimAndDo(dueJobId);
    this.running.add(work);
    try {
      await work;
    } finally {
      this.running.delete(work);
    }
  }

  /** Resolves when what runs now has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.running]);
  }

  private async claimAndDo(dueJobId: string): Promise<void> {
    const job = await whenItIsBack(() => this.claim(dueJobId));
    if (!job) return;
    const fields = { attempt: job.attempts, latenessMs: job.latenessMs };
    this.counts.lateness.observe(job.latenessMs);
    this.counts.maxLatenessMs = Math.max(this.counts.maxLatenessMs, job.latenessMs);
    const { municipalityId } = job;
    await workingOn({ job: job.job, dueJobId, municipalityId }, () => this.work(job, fields));
  }

  private async work(job: ClaimedJob, fields: object): Promise<void> {
    this.keep(job);
    try {
      if (neverEnds(job)) throw new NeverEnds();
      await this.handlers[job.job](job.municipalityId, job.subjectId);
      await whenItIsBack(() => this.dispatch.finish(job));
      this.counts.done += 1;
      this.log.debug(fields, 'done');
    } catch (error) {
      await this.failed(job, error, fields);
    } finally {
      this.letGo(job);
    }
  }

  private keep(job: ClaimedJob): void {
    this.claimed.add(job);
    this.keeping ??= setInterval(() => {
      // The database is away: then nobody else can claim either, and the next time comes soon.
      this.dispatch.keepClaims([...this.claimed], CLAIM_SECONDS).catch(() => undefined);
    }, KEEP_EVERY_MS);
  }

  private letGo(job: ClaimedJob): void {
    this.claimed.delete(job);
    if (this.claimed.size > 0) return;
    clearInterval(this.keeping);
    this.keeping = undefined;
  }

  private async claim(dueJobId: string): Promise<ClaimedJob | undefined> {
    const job = await this.dispatch.claim(dueJobId, CLAIM_SECONDS);
    if (job) return job;
    const wait = await this.dispatch.millisecondsUntilDue(dueJobId);
    if (wait === undefined || wait > EARLY_MS) return undefined;
    await sleep(wait);
    return this.dispatch.claim(dueJobId, CLAIM_SECONDS);
  }

  private async failed(job: ClaimedJob, error: unknown, fields: object): Promise<void> {
    const isOwnFault = !isDatabaseGone(error);
    const patience = isOwnFault ? PATIENCE_SECONDS[job.failures] : DATABASE_BACK_SECONDS;
    const wait = neverEnds(job) ? undefined : patience;
    const reason = { kind: error instanceof Error ? error.name : 'unknown', code: codeOf(error) };
    if (wait === undefined) {
      this.counts.failed += 1;
      this.log.error({ ...fields, ...reason }, 'given up; a person has to look at it');
      await whenItIsBack(() => this.dispatch.giveUp(job, error));
      return;
    }
    this.counts.retried += 1;
    this.log.warn({ ...fields, ...reason, againInSeconds: wait }, 'failed, will be tried again');
    await whenItIsBack(() => this.dispatch.retryLater(job, error, { inSeconds: wait, isOwnFault }));
  }
}

/** A stable code only: messages can quote what a person wrote. */
const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

async function whenItIsBack<R>(ask: () => Promise<R>): Promise<R> {
  for (const end = performance.now() + BACK_WITHIN_MS; ; await sleep(LOOK_EVERY_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isDatabaseGone(error) || performance.now() > end) throw error;
    }
  }
}

const neverEnds = ({ unended }: ClaimedJob): boolean => unended > MOST_BEGINNINGS;

class NeverEnds extends Error {
  override readonly name = 'NeverEnds';
}
