import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DueJobName } from '#domain';
import { mostTogether } from '#queues';
import type { Transactor } from '#use-cases';
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

/** Of those that were to be done together and are done alone, so many at a time. */
const AT_ONCE = 4;

/**
 * Does due jobs: claims them in PostgreSQL, calls their handlers, keeps how they ended. Whoever wakes them, queue or
 * sweeper, once or ten times, they are done once.
 *
 * Those that were woken together share a transaction where their kind allows it (ADR 0029). When one of them fails nothing
 * of it is kept, and each is done alone. So is what was begun before and never ended: it may be what took the worker with
 * it, and the others shall not pay for it.
 */
export class DueJobRunner {
  private readonly running = new Set<Promise<unknown>>();
  private readonly claimed = new Set<ClaimedJob>();
  private keeping: NodeJS.Timeout | undefined;
  counts = { done: 0, failed: 0, retried: 0, maxLatenessMs: 0, lateness: new LatenessHistogram() };

  constructor(
    private readonly dispatch: Dispatch,
    private readonly handlers: Record<DueJobName, Handler>,
    private readonly transactor: Pick<Transactor, 'together'>,
    private readonly log: Logger,
  ) {}

  async run(dueJobIds: readonly string[]): Promise<void> {
    const work = this.claimAndDo(dueJobIds);
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

  private async claimAndDo(dueJobIds: readonly string[]): Promise<void> {
    const claimed = await whenItIsBack(() => this.dispatch.claim(dueJobIds, CLAIM_SECONDS));
    const missing = dueJobIds.filter((id) => !claimed.some((job) => job.id === id));
    await allOf([this.doClaimed(claimed), ...(missing.length > 0 ? [this.comeBackFor(missing)] : [])]);
  }

  /** For those that were woken a little early. */
  private async comeBackFor(dueJobIds: readonly string[]): Promise<void> {
    const waits = await whenItIsBack(() => this.dispatch.millisecondsUntilDue(dueJobIds));
    const soon = waits.filter(({ wait }) => wait <= EARLY_MS);
    if (soon.length === 0) return;
    await sleep(Math.max(...soon.map(({ wait }) => wait)));
    const ids = soon.map(({ id }) => id);
    await this.doClaimed(await whenItIsBack(() => this.dispatch.claim(ids, CLAIM_SECONDS)));
  }

  private async doClaimed(jobs: readonly ClaimedJob[]): Promise<void> {
    for (const job of jobs) {
      this.counts.lateness.observe(job.latenessMs);
      this.counts.maxLatenessMs = Math.max(this.counts.maxLatenessMs, job.latenessMs);
    }
    this.keep(jobs);
    try {
      const left = await allOf(groupsOf(jobs).map((group) => this.together(group)));
      await this.oneByOne(left.flat());
    } finally {
      this.letGo(jobs);
    }
  }

  /** @returns what is still to be done: all of it where one of them failed, and whatever goes alone */
  private async together(jobs: readonly ClaimedJob[]): Promise<readonly ClaimedJob[]> {
    const [{ municipalityId }, ...others] = jobs as [ClaimedJob, ...ClaimedJob[]];
    if (others.length === 0) return jobs;
    try {
      const works = jobs.map((job) => () => this.named(job, () => this.handle(job)));
      await this.transactor.together(municipalityId, works);
    } catch (error) {
      this.log.warn({ jobs: jobs.length, ...whatFailed(error) }, 'failed together, each is done alone');
      return jobs;
    }
    // Where this does not come through, they are begun once more, and find that there is nothing to do.
    await whenItIsBack(() => this.dispatch.finish(jobs));
    this.counts.done += jobs.length;
    for (const job of jobs) await this.named(job, async () => this.log.debug(fieldsOf(job), 'done'));
    return [];
  }

  private async oneByOne(jobs: readonly ClaimedJob[]): Promise<void> {
    const waiting = [...jobs];
    const work = async (): Promise<void> => {
      for (let job = waiting.shift(); job; job = waiting.shift())
        await this.named(job, () => this.alone(job));
    };
    await allOf(Array.from({ length: AT_ONCE }, work));
  }

  private named<R>({ id, job, municipalityId }: ClaimedJob, work: () => Promise<R>): Promise<R> {
    return workingOn({ job, dueJobId: id, municipalityId }, work);
  }

  private handle({ job, municipalityId, subjectId }: ClaimedJob): Promise<void> {
    return this.handlers[job](municipalityId, subjectId);
  }

  private async alone(job: ClaimedJob): Promise<void> {
    try {
      if (neverEnds(job)) throw new NeverEnds();
      await this.handle(job);
      await whenItIsBack(() => this.dispatch.finish([job]));
      this.counts.done += 1;
      this.log.debug(fieldsOf(job), 'done');
    } catch (error) {
      await this.failed(job, error);
    }
  }

  private keep(jobs: readonly ClaimedJob[]): void {
    for (const job of jobs) this.claimed.add(job);
    this.keeping ??= setInterval(() => {
      // The database is away: then nobody else can claim either, and the next time comes soon.
      this.dispatch.keepClaims([...this.claimed], CLAIM_SECONDS).catch(() => undefined);
    }, KEEP_EVERY_MS);
  }

  private letGo(jobs: readonly ClaimedJob[]): void {
    for (const job of jobs) this.claimed.delete(job);
    if (this.claimed.size > 0) return;
    clearInterval(this.keeping);
    this.keeping = undefined;
  }

  private async failed(job: ClaimedJob, error: unknown): Promise<void> {
    const fields = fieldsOf(job);
    const isOwnFault = !isDatabaseGone(error);
    const patience = isOwnFault ? PATIENCE_SECONDS[job.failures] : DATABASE_BACK_SECONDS;
    const wait = neverEnds(job) ? undefined : patience;
    const reason = whatFailed(error);
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

/** Also when one of them fails the others are waited for: their claims are kept until they have ended. @throws what the first one threw */
async function allOf<T>(works: readonly (Promise<T> | T)[]): Promise<T[]> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

const fieldsOf = ({ attempts, latenessMs }: ClaimedJob) => ({ attempt: attempts, latenessMs });

function groupsOf(jobs: readonly ClaimedJob[]): ClaimedJob[][] {
  const groups = new Map<string, ClaimedJob[]>();
  for (const job of jobs) {
    const place = goesTogether(job) ? `${job.municipalityId} ${job.job}` : job.id;
    groups.set(place, [...(groups.get(place) ?? []), job]);
  }
  return [...groups.values()];
}

/** Begun for the first time, or ended every time it was. */
const goesTogether = ({ job, unended }: ClaimedJob): boolean =>
  mostTogether[job] !== undefined && unended <= 1;

const whatFailed = (error: unknown) => ({
  kind: error instanceof Error ? error.name : 'unknown',
  code: codeOf(error),
});

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
