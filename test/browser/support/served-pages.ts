import { pino } from 'pino';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { ApiConfig, loadConfig } from '../../../apps/api/src/config.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';
import { AnswerScene, SECRET_KEY } from './answer-scene.js';

export interface PageAnswer {
  status: number;
  headers: Headers;
  /** As it is read, with plain spaces, and without the nonce that is another one each time. */
  html: string;
  heading: string;
}

export interface ServedPages {
  app: Awaited<ReturnType<typeof createApp>>;
  url: string;
  scene: AnswerScene;
  /** What the API has logged, one line each, from debug up. */
  log: string[];
  get(path: string, init?: RequestInit): Promise<PageAnswer>;
  /** As a form, or as JSON. */
  post(path: string, fields: Record<string, string>, as?: 'form' | 'json'): Promise<PageAnswer>;
  stop(): Promise<void>;
}

/** The whole API over a database of its own, within this process. For the integration tests. */
export async function servePages(env: NodeJS.ProcessEnv = {}): Promise<ServedPages> {
  const database = await createTestDatabase();
  const config = loadConfig(ApiConfig, {
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://smaajob.example',
    DATABASE_URL: database.appUrl,
    SECRET_KEY,
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
    RATE_LIMIT_PER_SECOND: '100000',
    ...env,
  });
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const app = await createApp(AppModule.with(config), config, logger);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace(/\/$/, '');
  const scene = await AnswerScene.open(database);
  const get: ServedPages['get'] = (path, init) => read(url + path, init);
  return {
    app,
    url,
    scene,
    log,
    get,
    post: (path, fields, as = 'form') =>
      get(path, {
        method: 'POST',
        ...(as === 'form'
          ? { body: new URLSearchParams(fields) }
          : { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } }),
      }),
    stop: async () => {
      await scene.close();
      await app.close();
      await database.drop();
    },
  };
}

async function read(url: string, init: RequestInit = {}): Promise<PageAnswer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const html = (await response.text()).replaceAll('\u00a0', ' ').replace(/ nonce="\w+"/g, '');
  const heading = /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
  return { status: response.status, headers: response.headers, html, heading };
}
