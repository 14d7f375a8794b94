import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ApiConfig } from '../../../apps/api/src/config.js';
import { Cable } from './cable.js';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

describe('health', () => {
  it('is live and ready', async () => {
    expect((await sample.call('/live')).json).toEqual({ status: 'live' });
    const ready = await sample.call('/ready');
    expect([ready.status, ready.json]).toEqual([
      200,
      { status: 'ready', checks: { process: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' } },
    ]);
  });
});

describe('when every connection is in use', () => {
  it('requests wait, and the process is ready: a balancer that sent nobody here would send nobody anywhere', async () => {
    const order: string[] = [];
    const inUse = Promise.all(
      Array.from({ length: sample.app.get(ApiConfig).DATABASE_POOL_SIZE }, () =>
        sample.app.get(DataSource).query('SELECT pg_sleep(4)'),
      ),
    ).then(() => order.push('free again'));
    const waits = sample.call('/api/v1/staff', { key: sample.keys.consultant }).then(({ status }) => {
      order.push('answered');
      return status;
    });
    // What an earlier probe heard is no answer.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await sample.call('/ready')).json.status).toBe('ready');
    order.push('ready');
    await inUse;
    expect(await waits).toBe(200);
    expect(order[0]).toBe('ready');
  });
});

describe('metrics', () => {
  it('count by pattern of route, never by address', async () => {
    await sample.call(`/api/v1/samples/${sample.staffId}/touch`, {
      method: 'POST',
      key: sample.keys.consultant,
    });
    const metrics = await sample.call('/metrics');
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    expect(metrics.text).toContain(
      'http_request_duration_seconds_count{method="POST",route="/api/v1/samples/:id/touch",status="204"} 1',
    );
    expect(metrics.text).toContain('process_cpu_seconds_total');
    expect(metrics.text).toContain('matching_differs_from_rows_total{difference="other-score"} 0');
    expect(metrics.text).not.toContain(sample.staffId);
  });

  it('do not exist for those who come through a proxy', async () => {
    expect((await sample.call('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(
      404,
    );
  });
});

describe('failed jobs', () => {
  const path = '/api/v1/failed-jobs';

  it('are a leader’s to see and to run again', async () => {
    expect((await sample.call(path, { key: sample.keys.consultant })).status).toBe(403);
    expect((await sample.call(path, { key: sample.keys.leader })).json).toEqual({ items: [] });
    const replay = await sample.call(`${path}/${sample.staffId}/replay`, {
      method: 'POST',
      key: sample.keys.leader,
    });
    expect([replay.status, replay.json.code]).toEqual([404, 'not-found']);
  });
});

describe('when the database cannot be reached', () => {
  const cable = new Cable();
  let cut: SampleApp;
  beforeAll(async () => {
    await cable.lay();
    cut = await startSampleApp({}, { leadTo: cable.through });
  });
  afterAll(async () => {
    await cut.stop();
    await cable.pull();
  });

  it('the process lives, is not ready, answers 503 that is worth another try, and recovers', async () => {
    const me = (): Promise<Answer> => cut.call('/api/v1/staff', { key: cut.keys.consultant });
    expect((await me()).status).toBe(200);
    await cable.pull();
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect((await cut.call('/live')).status).toBe(200);
    const ready = await cut.call('/ready');
    expect([ready.status, ready.json.status, ready.json.checks['database']]).toEqual([
      503,
      'not-ready',
      'failed',
    ]);
    const refused = await me();
    expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '2',
    ]);

    await cable.lay();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await cut.call('/ready')).json.status).toBe('ready');
    expect((await me()).status).toBe(200);
  });
});

describe('when the queue cannot be reached', () => {
  let queueless: SampleApp;
  beforeAll(async () => {
    queueless = await startSampleApp({ REDIS_URL: 'redis://127.0.0.1:1' });
  });
  afterAll(() => queueless.stop());

  it('the API is degraded and works: due times live in rows', async () => {
    const ready = await queueless.call('/ready');
    expect([ready.status, ready.json.status, ready.json.checks['queue']]).toEqual([
      200,
      'degraded',
      'failed',
    ]);
    const posted = await queueless.call('/api/v1/samples', {
      method: 'POST',
      key: queueless.keys.consultant,
      body: { name: 'Anna' },
    });
    expect(posted.status).toBe(201);
  });
});
