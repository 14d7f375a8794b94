import pg from 'pg';
import type { ClaimedJob, DueJob, DueJobRequest } from './due-job.js';
import { takeDueSoon, type TakenJobs } from './enqueue-due-jobs.js';
import { listenForWork } from './listen-for-work.js';
import type { Listening } from './listen-on.js';
import { routeEvents, type UnroutedEvent } from './route-events.js';
import { takeOverdue, withSweeperLock } from './sweep.js';
import { beat, heartbeats, readGauges, type Gauges, type Heartbeat } from './vital-signs.js';
import { claim, finish, giveUp, millisecondsUntilDue, retryLater } from './work-on-due-jobs.js';

/**
 * What relay, worker and sweeper see of every municipality: which work is due, never what it is about. Signs
 * in with a role that can read ids, names of jobs and times, and nothing else.
 */
export class Dispatch {
  private readonly pool: pg.Pool;

  constructor({ url, poolSize = 5 }: { url: string; poolSize?: number }) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'fodfaeste-dispatch',
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    });
    // A connection that the database closed, in use or not, must not end the process: whoever uses it is told
    // by the failing query, and the next one opens another.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** @returns how many events were routed. */
  takeUnroutedEvents(limit: number, expand: (event: UnroutedEvent) => DueJobRequest[]): Promise<number> {
    return routeEvents(this.pool, limit, expand);
  }

  takeDueSoon(wish: { withinSeconds: number; limit: number }): Promise<TakenJobs> {
    return takeDueSoon(this.pool, wish);
  }

  /** @returns undefined when it is not due, done, given up, or somebody else's. */
  claim(id: string, seconds: number): Promise<ClaimedJob | undefined> {
    return claim(this.pool, id, seconds);
  }

  /** Asked when `claim` gave nothing: a number means that the worker came too early. */
  millisecondsUntilDue(id: string): Promise<number | undefined> {
    return millisecondsUntilDue(this.pool, id);
  }

  /** The three ways a run ends. @returns false when the claim was lost to another run meanwhile. */
  finish(job: ClaimedJob): Promise<boolean> {
    return finish(this.pool, job);
  }

  retryLater(job: ClaimedJob, error: unknown, delaySeconds: number): Promise<boolean> {
    return retryLater(this.pool, job, error, delaySeconds);
  }

  giveUp(job: ClaimedJob, error: unknown): Promise<boolean> {
    return giveUp(this.pool, job, error);
  }

  /** For the sweeper. Marks what it returns as repaired. */
  overdue(wish: { olderThanSeconds: number; limit: number }): Promise<DueJob[]> {
    return takeOverdue(this.pool, wish);
  }

  withSweeperLock<R>(work: () => Promise<R>): Promise<R | undefined> {
    return withSweeperLock(this.pool, work);
  }

  async municipalityIds(): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>('SELECT id FROM municipalities ORDER BY id');
    return rows.map(({ id }) => id);
  }

  gauges(): Promise<Gauges> {
    return readGauges(this.pool);
  }

  beat(name: string, counts: Record<string, number> = {}): Promise<void> {
    return beat(this.pool, name, counts);
  }

  heartbeats(): Promise<Heartbeat[]> {
    return heartbeats(this.pool);
  }

  listen(onWork: () => void): Listening {
    return listenForWork({ connectionString: this.pool.options.connectionString }, onWork);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
