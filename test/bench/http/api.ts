import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../demo/src/embedded-postgres/index.js';

export interface RunningApi {
  url: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;

/** The API as it is deployed, a process of its own. With a folder it leaves a `.cpuprofile` there when it stops. */
export async function startApi(databaseUrl: string, profile?: string): Promise<RunningApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = fork(process.env['BENCH_API']!, [], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      SMS_WEBHOOK_SECRET: 's'.repeat(20),
      // One client asks for two hundred consultants.
      RATE_LIMIT_PER_SECOND: '100000',
      LOG_LEVEL: 'error',
    },
    execArgv: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const end = Date.now() + START_LIMIT_MS;
  while (!(await isLive(url))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error('The API did not start');
    await sleep(100);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

const isLive = (url: string): Promise<boolean> =>
  fetch(`${url}/live`).then(
    ({ ok }) => ok,
    () => false,
  );
