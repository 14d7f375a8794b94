import pg from 'pg';

export interface Listening {
  stop: () => Promise<void>;
}

const CHANNEL = 'fodfaeste_work';
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Calls `onWork` when a transaction that left work behind has committed, and whenever the connection is
 * (again) there, since what was called out meanwhile is lost. A bell, not a source: whoever hears it looks
 * into the tables, and looks now and then without it.
 */
export function listenForWork(config: pg.ClientConfig, onWork: () => void): Listening {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;
  let stopped = false;

  const again = (lost: pg.Client): void => {
    if (stopped || lost !== client) return;
    client = undefined;
    void lost.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...config, keepAlive: true, application_name: 'fodfaeste-listen' });
    client = next;
    next.on('error', () => again(next));
    next.on('end', () => again(next));
    next.on('notification', () => onWork());
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      pause = FIRST_PAUSE_MS;
      onWork();
    } catch {
      again(next);
    }
  };

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
