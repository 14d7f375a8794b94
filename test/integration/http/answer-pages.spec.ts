import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { ApiConfig, loadConfig } from '../../../apps/api/src/config.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import { AnswerScene, SECRET_KEY } from '../../browser/support/answer-scene.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';

it('shows', async () => {
  const database = await createTestDatabase();
  const config = loadConfig(ApiConfig, {
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://smaajob.example',
    DATABASE_URL: database.appUrl,
    SECRET_KEY,
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
  });
  const app = await createApp(AppModule.with(config), config, pino({ level: 'debug' }));
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace(/\/$/, '');
  const scene = await AnswerScene.open(database);
  const { token } = await scene.offered();
  const r = await fetch(`${url}/o/${token}`);
  console.log(r.status, await r.text());
  const p = await fetch(`${url}/o/${token}`, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'yes' }),
    redirect: 'manual',
  });
  console.log(p.status, p.headers, await p.text());
  const r2 = await fetch(`${url}/o/${token}`);
  console.log(r2.status, await r2.text());
  await scene.close();
  await app.close();
  await database.drop();
});
