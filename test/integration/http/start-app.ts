import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { ApiConfig, loadConfig } from '../../../apps/api/src/config.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';
import { call, type Answer, type CallOptions } from './call.js';
import { METTE, seedKeys, VEJLE, type Keys } from './seed-keys.js';

export interface RunningApp {
  app: NestFastifyApplication;
  url: string;
  /** Of the role that workers have, for what they would write. */
  dispatchUrl: string;
  keys: Keys;
  municipalityId: string;
  staffId: string;
  call(path: string, init?: CallOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AppOptions {
  logger?: Logger;
  /** Leads to the database by another address. */
  leadTo?: (databaseUrl: string) => string;
}

/** An app over a database of its own, listening on a port of its own. */
export async function startApp(
  moduleFor: (config: ApiConfig) => DynamicModule,
  more: NodeJS.ProcessEnv = {},
  { logger, leadTo = (url) => url }: AppOptions = {},
): Promise<RunningApp> {
  const database = await createTestDatabase();
  const config = loadConfig(ApiConfig, {
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://smaajob.example',
    DATABASE_URL: leadTo(database.appUrl),
    SECRET_KEY: 'k'.repeat(40),
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_SECOND: '100000',
    ...more,
  });
  const app = await createApp(moduleFor(config), config, logger);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace(/\/$/, '');
  const keys = await seedKeys(app);
  return {
    app,
    url,
    dispatchUrl: database.dispatchUrl,
    keys,
    municipalityId: VEJLE,
    staffId: METTE,
    call: (path, init) => call(url + path, init),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
