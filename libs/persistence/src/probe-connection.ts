import pg from 'pg';
import { clientThatHangsUp } from './hang-up-on-silence.js';

/** A probe that waits longer has its answer: nobody is there. */
const ANSWERS_WITHIN_MS = 2_000;
/** More than there is from one probe to the next. */
const SILENCE_MS = 120_000;

/**
 * For the question whether the database answers: a connection of its own, opened when it is first asked. In the line behind
 * the requests every process would say that it is not ready in the very moment in which all of them are busy, and a balancer
 * would send nobody anywhere.
 */
export class ProbeConnection {
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 1,
      application_name: 'fodfaeste-probe',
      connectionTimeoutMillis: ANSWERS_WITHIN_MS,
      // The pool throws the connection away with a question that was not answered.
      query_timeout: ANSWERS_WITHIN_MS,
      // Kept from one probe to the next: at the moment of most connections there is no new one to be had.
      idleTimeoutMillis: 0,
      Client: clientThatHangsUp(SILENCE_MS),
    });
    // The next question opens another one.
    this.pool.on('error', () => undefined);
  }

  /** @throws when the database does not answer in time. */
  async query<T>(sql: string): Promise<T> {
    return (await this.pool.query(sql)).rows as T;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}
