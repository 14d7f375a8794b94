import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  // So few that a busy machine still asks faster.
  sample = await startSampleApp({ RATE_LIMIT_PER_SECOND: '20' });
});
afterAll(() => sample.stop());

const nextSecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));
const many = (count: number, call: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => call(place)));
const statusesOf = (answers: Answer[]): number[] => [...new Set(answers.map(({ status }) => status))].sort();

describe('the rate limit', () => {
  it('lets twenty a second through for each key, and says when to come back', async () => {
    const me = (key: string): Promise<Answer> => sample.call('/api/v1/me', { key });
    await me(sample.keys.consultant);
    await me(sample.keys.leader);
    await nextSecond();
    expect(statusesOf(await many(15, () => me(sample.keys.consultant)))).toEqual([200]);
    const flooded = await many(150, () => me(sample.keys.consultant));
    const refused = flooded.find(({ status }) => status === 429)!;
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.json).toMatchObject({ code: 'too-many-requests', details: { perSecond: 20 } });
    expect((await me(sample.keys.leader)).status).toBe(200);
  });

  it('counts invented keys together, by the address they come from', async () => {
    await nextSecond();
    const answers = await many(250, (place) => sample.call('/api/v1/me', { key: `invented-${place}` }));
    expect(statusesOf(answers)).toEqual([401, 429]);
  });

  it('does not believe what a caller writes of its own address', async () => {
    await nextSecond();
    const forged = (place: number): Promise<Answer> =>
      sample.call('/api/v1/me', { headers: { 'x-forwarded-for': `203.0.113.${place % 250}` } });
    expect(statusesOf(await many(250, forged))).toEqual([401, 429]);
  });

  it('counts addresses that lead nowhere too, and never the probes', async () => {
    await nextSecond();
    expect(statusesOf(await many(250, () => sample.call('/nowhere')))).toEqual([404, 429]);
    expect(statusesOf(await many(50, () => sample.call('/live')))).toEqual([200]);
  });
});

describe('behind one proxy', () => {
  let proxied: SampleApp;
  beforeAll(async () => {
    proxied = await startSampleApp({ RATE_LIMIT_PER_SECOND: '20', TRUST_PROXY_HOPS: '1' });
  });
  afterAll(() => proxied.stop());

  it('each address that the proxy names has its own count', async () => {
    const from = (address: string): Promise<Answer> =>
      proxied.call('/nowhere', { headers: { 'x-forwarded-for': address } });
    expect(statusesOf(await many(60, () => from('203.0.113.1')))).toEqual([404, 429]);
    expect((await from('203.0.113.2')).status).toBe(404);
    expect(statusesOf(await many(60, (place) => from(`198.51.100.${place}, 203.0.113.3`)))).toEqual([
      404, 429,
    ]);
  });
});
