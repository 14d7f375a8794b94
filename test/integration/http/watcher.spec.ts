import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Dispatch } from '#persistence';
import { until } from '../../support/until.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

interface Posted {
  event: string;
  what: string;
  since: string;
  until: string | null;
  installation: string;
}

const posted: Posted[] = [];
let refusals = 1;
let stub: Server;
let app: SampleApp;
let dispatch: Dispatch;
beforeAll(async () => {
  stub = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (refusals-- > 0) return void response.writeHead(503).end();
      posted.push(JSON.parse(Buffer.concat(parts).toString()) as Posted);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(stub, 'listening');
  const { port } = stub.address() as AddressInfo;
  app = await startSampleApp({ ALARM_URL: `http://127.0.0.1:${port}/`, ALARM_AFTER_SECONDS: '3' });
  dispatch = new Dispatch({ url: app.dispatchUrl });
});
afterAll(async () => {
  await app.stop();
  await dispatch.close();
  stub.closeAllConnections();
  stub.close();
});

async function allBeat(): Promise<void> {
  await dispatch.beat('worker here 1');
  await dispatch.beat('auditor');
  await dispatch.beginRun('sweep');
  await dispatch.endRun('sweep', { outcome: 'done', counts: {} });
}

it('posts once that the workers are silent, once that they are back, and nothing personal', async () => {
  await allBeat();
  const heardAt = Date.now();
  await until('the alarm is posted', () => posted.length > 0, 15_000);
  expect(Date.now() - heardAt).toBeGreaterThan(2_900);
  expect(posted).toEqual([
    {
      event: 'silent',
      what: 'workers-silent',
      since: expect.any(String),
      until: null,
      installation: expect.any(String),
    },
  ]);
  expect(Math.abs(Date.parse(posted[0]!.since) - heardAt)).toBeLessThan(1_500);
  expect((await app.call('/metrics')).text).toContain('fodfaeste_alarm 1');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(posted).toHaveLength(1);
  const beating = setInterval(() => void allBeat(), 300);
  try {
    await until('the end is posted', () => posted.length > 1, 15_000);
    expect(posted[1]).toMatchObject({
      event: 'recovered',
      what: 'workers-silent',
      until: expect.any(String),
    });
    expect(posted).toHaveLength(2);
    expect(await dispatch.untoldAlarms()).toMatchObject([{ kind: 'workers-silent' }]);
  } finally {
    clearInterval(beating);
  }
});
