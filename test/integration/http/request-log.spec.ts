import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { KnownRequest } from '../../../apps/api/src/http/roles.js';
import { within } from '../../../apps/api/src/http/request-context.js';
import { createLogger } from '../../../apps/api/src/http/logger.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

const lines: string[] = [];
let sample: SampleApp;
beforeAll(async () => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  sample = await startSampleApp({}, { logger });
});
afterAll(() => sample.stop());

const CANARY = 'Kanariefugl-0101901234';

async function linesOf(request: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  lines.length = 0;
  await request();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('has one line a request, of the listed fields only', async () => {
    const { staffId, keys, municipalityId } = sample;
    const logged = await linesOf(() =>
      sample.call(`/api/v1/samples/${staffId}/touch?q=${CANARY}`, { method: 'POST', key: keys.consultant }),
    );
    expect(logged).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        pid: expect.any(Number),
        hostname: expect.any(String),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: 'POST',
        route: '/api/v1/samples/:id/touch',
        status: 204,
        ms: expect.any(Number),
        municipalityId,
        msg: 'request',
      },
    ]);
  });

  it('never holds what a request said', async () => {
    const key = sample.keys.consultant;
    await linesOf(async () => {
      await sample.call(`/${CANARY}?${CANARY}=1`, {
        headers: { [CANARY.toLowerCase()]: CANARY, cookie: CANARY },
      });
      await sample.call('/api/v1/me', { key: CANARY });
      await sample.call('/api/v1/samples/echo', {
        method: 'POST',
        key,
        body: { title: CANARY, [CANARY]: 1 },
      });
      await sample.call('/api/v1/samples/echo', { method: 'POST', key, raw: `{"${CANARY}` });
      await sample.call(`/api/v1/samples/${CANARY}/touch`, { method: 'POST', key });
      await sample.call(`/api/v1/%c0${CANARY}`, { key });
      await sample.call('/api/v1/samples', {
        method: 'POST',
        key,
        body: { name: 'x' },
        headers: { 'idempotency-key': CANARY },
      });
    });
    expect(lines.join('')).not.toMatch(/kanariefugl/i);
    expect(lines.join('')).not.toContain(key);
  });

  it('tells of a fault with its id and its place, and of the database only codes', async () => {
    const logged = await linesOf(() => sample.call('/api/v1/samples/broken'));
    const fault = logged.find(({ level }) => level === 50)!;
    expect(fault).toMatchObject({
      id: fault['requestId'],
      error: { type: 'Error', stack: expect.any(Array) },
      msg: 'internal',
    });
    expect(JSON.stringify(fault)).not.toContain('Jonas');
  });
});

it('names request and municipality on each line within a request, once', () => {
  const written: string[] = [];
  const logger = createLogger('debug', { write: (line) => void written.push(line) });
  const request = { id: 'r1', actor: { municipalityId: 'm1' } } as KnownRequest;
  within(request, () => {
    logger.warn('deep inside');
    logger.child({ requestId: 'r1' }).warn({ municipalityId: 'm1' }, 'by the request itself');
  });
  logger.warn('outside');
  expect(written.map((line) => line.match(/"(?:requestId|municipalityId)":"\w+"/g)?.sort())).toEqual([
    ['"municipalityId":"m1"', '"requestId":"r1"'],
    ['"municipalityId":"m1"', '"requestId":"r1"'],
    undefined,
  ]);
});
