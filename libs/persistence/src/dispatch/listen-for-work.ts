import type pg from 'pg';
import { listenOn, type Listening } from './listen-on.js';

const TURN = 'fodfaeste-relay';
const ASKS_FOR_THE_TURN_EVERY_MS = 1_000;
/** A turn whose process is gone without a word: the database asks after it, and gives it to the next one. */
const SILENT_SECONDS = 15;

/**
 * Calls `onWork` when a transaction that left work behind has committed, and when this process gets its turn, since what
 * was called out before is lost. A bell, not a source: whoever hears it looks into the tables, and looks now and then
 * without it.
 *
 * Of all processes that listen one has the turn, until its connection ends: with six that run to each ring, five find
 * nothing, and that was more than half of all transactions. The others ask for the turn once a second, and their own looks
 * go on, so that one that stands still delays nobody by more than that.
 */
export function listenForWork(config: pg.ClientConfig, onWork: () => void): Listening {
  let hasTurn = false;
  let asking: NodeJS.Timeout | undefined;
  const stopAsking = (): void => {
    clearInterval(asking);
    asking = undefined;
  };
  return listenOn('fodfaeste_work', config, {
    heard: () => {
      if (hasTurn) onWork();
    },
    connected: (client) => {
      const ask = async (): Promise<void> => {
        hasTurn = await takesTurn(client);
        if (!hasTurn) return;
        stopAsking();
        onWork();
      };
      asking = setInterval(() => void ask().catch(() => undefined), ASKS_FOR_THE_TURN_EVERY_MS);
      void ask().catch(() => undefined);
    },
    lost: () => {
      hasTurn = false;
      stopAsking();
    },
  });
}

async function takesTurn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT set_config('tcp_user_timeout', $2, false), pg_try_advisory_lock(hashtextextended($1, 0)) AS taken`,
    [TURN, `${SILENT_SECONDS}s`],
  );
  return rows[0]!.taken;
}
