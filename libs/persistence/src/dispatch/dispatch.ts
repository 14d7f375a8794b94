import type { Heartbeat } from '#use-cases';
import pg from 'pg';
import { withFewRoundTrips } from '../few-round-trips.js';
import { clientThatHangsUp } from '../hang-up-on-silence.js';
import { audit, type Finding } from './audit.js';
import type { ClaimedJob, DueJob, DueJobRequest } from './due-job.js';
import { takeDueSoon, type TakenJobs } from './enqueue-due-jobs.js';
import { listenForWork } from './listen-for-work.js';
import type { Listening } from './listen-on.js';
import { routeEvents, type UnroutedEvent } from './route-events.js';
import { beginRun, doneSecondsAgo, endRun, scheduledRuns, type ScheduledRun } from './scheduled-runs.js';
import { takeOverdue, type OverdueWish } from './sweep.js';
import { leadersWereTold, untoldAlarms, type UntoldAlarm } from './untold-alarms.js';
import { beat, forgetDeadHearts, heartbeats, readGauges, type Gauges } from './vital-signs.js';
import { claim, finish, giveUp, keepClaims, millisecondsUntilDue, retryLater } from './work-on-due-jobs.js';

export interface DispatchSettings {
  url: string;
  poolSize?: number;
  silenceMs?: number;
}

/**
 * What relay, worker and sweeper see of every municipality: which work is due, never what it is about. Signs
 * in with a role that can read ids, names of jobs and times, and nothing else.
 */
export class Dispatch {
  private readonly pool: pg.Pool;

  /** `silenceMs`: a connection that says nothing for so long is given up. */
  constructor({ url, poolSize = 5, silenceMs = 15_000 }: DispatchSettings) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'fodfaeste-dispatch',
      connectionTimeoutMillis: 10_000,
      // Short ones all of them, and the ladders wait for whoever hangs here.
      statement_timeout: 10_000,
      Client: withFewRoundTrips(clientThatHangsUp(silenceMs)),
      idle_in_transaction_session_timeout: 10_000,
    });
    // A connection that the database closed is told by the failing query, and the next one opens another.
    this.pool.on('error', () => undefined);
  }

  /** @returns how many events were routed. */
  takeUnroutedEvents(limit: number, expand: (event: UnroutedEvent) => DueJobRequest[]): Promise<number> {
    return routeEvents(this.pool, limit, expand);
  }

  takeDueSoon(wish: { withinSeconds: number; limit: number }): Promise<TakenJobs> {
    return takeDueSoon(this.pool, wish);
  }

  /** @returns those that are due, and not done, given up, or somebody else's. */
  claim(ids: readonly string[], seconds: number): Promise<ClaimedJob[]> {
    return claim(this.pool, ids, seconds);
  }

  /** Said again and again while a job runs: a claim that nobody keeps is free soon after its process died. */
  keepClaims(jobs: readonly ClaimedJob[], seconds: number): Promise<void> {
    return keepClaims(this.pool, jobs, seconds);
  }

  /** Asked of those that `claim` did not give: whoever is here came too early. */
  millisecondsUntilDue(ids: readonly string[]): Promise<{ id: string; wait: number }[]> {
    return millisecondsUntilDue(this.pool, ids);
  }

  /** The end of jobs that went well. @returns how many: the claim of the others was lost to another run meanwhile. */
  finish(jobs: readonly ClaimedJob[]): Promise<number> {
    return finish(this.pool, jobs);
  }

  /** The two other ways a run ends. @returns false when the claim was lost. */
  retryLater(
    job: ClaimedJob,
    error: unknown,
    how: { inSeconds: number; isOwnFault: boolean },
  ): Promise<boolean> {
    return retryLater(this.pool, job, error, how);
  }

  giveUp(job: ClaimedJob, error: unknown): Promise<boolean> {
    return giveUp(this.pool, job, error);
  }

  /** For the sweeper. Marks what it returns as repaired. Nothing while another process asks the same. */
  overdue(wish: OverdueWish): Promise<DueJob[]> {
    return takeOverdue(this.pool, wish);
  }

  /** For the auditor. @returns undefined when another process looks, or has just looked. */
  audit(wish: { atLeastSecondsApart: number }): Promise<Finding[] | undefined> {
    return audit(this.pool, wish);
  }

  doneSecondsAgo(name: string): Promise<number | null> {
    return doneSecondsAgo(this.pool, name);
  }

  beginRun(name: string): Promise<void> {
    return beginRun(this.pool, name);
  }

  endRun(name: string, end: Parameters<typeof endRun>[2]): Promise<void> {
    return endRun(this.pool, name, end);
  }

  scheduledRuns(): Promise<ScheduledRun[]> {
    return scheduledRuns(this.pool);
  }

  untoldAlarms(): Promise<UntoldAlarm[]> {
    return untoldAlarms(this.pool);
  }

  leadersWereTold(alarmId: string): Promise<void> {
    return leadersWereTold(this.pool, alarmId);
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

  /** Of processes that ended long ago. */
  forgetDeadHearts(): Promise<number> {
    return forgetDeadHearts(this.pool);
  }

  listen(onWork: () => void): Listening {
    return listenForWork({ connectionString: this.pool.options.connectionString }, onWork);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
