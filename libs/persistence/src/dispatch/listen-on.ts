import pg from 'pg';
import { hangUpOnSilence } from '../hang-up-on-silence.js';

export interface Listening {
  stop: () => Promise<void>;
}

export interface Listener {
  /** A transaction that rang has committed. */
  heard: (payload: string) => void;
  /** The connection is (again) there: what was called out meanwhile is lost. */
  connected: (client: pg.Client) => void;
  /** It is gone, and what belonged to it with it. */
  lost?: () => void;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** Silence is the rule on such a connection: it is asked now and then whether anybody is there. */
const ASKS_EVERY_MS = 15_000;
const SILENCE_MS = 2 * ASKS_EVERY_MS;

/** Listens on a channel of the database by a connection of its own, and gets a new one when it is lost. */
export function listenOn(
  channel: string,
  config: pg.ClientConfig,
  { heard, connected, lost: wasLost }: Listener,
): Listening {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;
  let stopped = false;

  const again = (lost: pg.Client): void => {
    if (stopped || lost !== client) return;
    client = undefined;
    clearInterval(asking);
    wasLost?.();
    void lost.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...config, keepAlive: true, application_name: 'fodfaeste-listen' });
    client = next;
    next.on('error', () => again(next));
    next.on('end', () => again(next));
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      if (stopped) return void (await next.end());
      pause = FIRST_PAUSE_MS;
      hangUpOnSilence(next, SILENCE_MS);
      asking = setInterval(() => void next.query('SELECT 1').catch(() => undefined), ASKS_EVERY_MS);
      connected(next);
    } catch {
      again(next);
    }
  };

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(asking);
      wasLost?.();
      await client?.end().catch(() => undefined);
    },
  };
}
