import type { Logger } from 'pino';
import type { Dispatch, Listening } from '#persistence';
import { reactionsTo, type QueueSet } from '#queues';

/** The bell rings at once; without it the relay looks this often. */
const LOOK_EVERY_MS = 1_000;
/**
 * Jobs due within this time go into the queue with a delay; later ones stay rows until then. Short, since most of what is
 * asked for in half a minute (has this message come back?) is taken back long before.
 */
const AHEAD_SECONDS = 10;
const BATCH = 500;
/** Where little is due one does not hear soon that it takes wake-ups again. */
const KNOWN_FOR_MS = 10_000;

/**
 * Carries work from PostgreSQL to the queue: events become due jobs, and jobs that are due soon become
 * wake-ups. Any number of relays may run; rows that one works on are passed over by the others.
 */
export class Relay {
  private timer: NodeJS.Timeout | undefined;
  private listening: Listening | undefined;
  private passing: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private queueDown = false;
  /** When it last took none, by the steady clock. */
  private refusedAt = -Infinity;
  counts = { routed: 0, enqueued: 0, refused: 0 };

  constructor(
    private readonly dispatch: Dispatch,
    private readonly queues: QueueSet,
    private readonly log: Logger,
  ) {}

  start(): void {
    // While it takes nothing here others may have more luck: what the bell brings is theirs, a look a second is enough.
    this.listening = this.dispatch.listen(() => !this.queueDown && this.ring());
    this.timer = setInterval(() => this.ring(), LOOK_EVERY_MS);
  }

  /** As far as this process knows: it took no wake-ups when it was last given some, a moment ago. */
  get queueIsDown(): boolean {
    return this.queueDown && performance.now() - this.refusedAt < KNOWN_FOR_MS;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.listening?.stop();
    await this.passing;
  }

  /** One pass at a time; a ring during a pass asks for one more. */
  private ring(): void {
    if (this.stopped) return;
    if (this.passing) {
      this.again = true;
      return;
    }
    this.passing = this.pass().finally(() => {
      this.passing = undefined;
      if (this.again) {
        this.again = false;
        this.ring();
      }
    });
  }

  private async pass(): Promise<void> {
    try {
      await this.route();
      await this.enqueue();
    } catch (error) {
      this.log.warn({ kind: (error as Error).name }, 'the relay could not pass; it looks again');
    }
  }

  private async route(): Promise<void> {
    let routed: number;
    do {
      routed = await this.dispatch.takeUnroutedEvents(BATCH, ({ event }) => reactionsTo(event));
      this.counts.routed += routed;
    } while (routed === BATCH);
  }

  private async enqueue(): Promise<void> {
    for (;;) {
      const taken = await this.dispatch.takeDueSoon({ withinSeconds: AHEAD_SECONDS, limit: BATCH });
      if (taken.jobs.length === 0) return;
      try {
        await this.queues.add(taken.jobs.map(({ id, ...call }) => ({ dueJobId: id, ...call })));
      } catch (error) {
        await taken.putBack();
        this.counts.refused += taken.jobs.length;
        if (!this.queueDown)
          this.log.error(
            { kind: (error as Error).name },
            'the queue takes no wake-ups; the sweeper does what is due',
          );
        this.queueDown = true;
        this.refusedAt = performance.now();
        return;
      }
      if (this.queueDown) this.log.info('the queue takes wake-ups again');
      this.queueDown = false;
      this.counts.enqueued += taken.jobs.length;
      if (taken.jobs.length < BATCH) return;
    }
  }
}
