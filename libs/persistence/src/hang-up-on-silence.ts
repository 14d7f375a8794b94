import type { Socket } from 'node:net';
import pg from 'pg';

/**
 * Gives a connection up on which nothing has come or gone for so long. The other end of it may be a machine that is
 * gone, or a wall that forgot the connection: then TCP goes on trying for a quarter of an hour, and whoever waits for an
 * answer waits with it. What waits is told that the connection was lost.
 */
export function hangUpOnSilence(client: pg.Client, milliseconds: number): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(milliseconds, () => stream.destroy(new Error('the database does not answer')));
}

/**
 * For pools. Idle connections are closed long before, and a statement may last shorter than this, so that silence always
 * means that nobody is there.
 *
 * A connection that the database closes never ends the process: whoever uses it is told by the failing query. Pools and
 * TypeORM listen too, but not in the moment between the two, and a PostgreSQL that dies speaks in any moment.
 */
export const clientThatHangsUp = (milliseconds: number): typeof pg.Client =>
  class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.on('error', () => undefined);
      this.once('connect', () => hangUpOnSilence(this, milliseconds));
    }
  };
