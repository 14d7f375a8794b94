import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { deploys } from './deploys.js';
import { redisDead } from './redis-dead.js';

const dist = join(import.meta.dirname, '../../dist');

it.each(['kill', 'stop'] as const)(
  'Redis is away for a minute under load, and comes back empty: %s',
  async (how) => {
    const report = await redisDead(
      { deadMs: 60_000, beforeMs: 10_000, afterMs: 30_000, rate: 20, ladderRate: 1, how },
      dist,
    );
    expect(report.findings).toEqual([]);
  },
  600_000,
);

it('API and workers are replaced five times under load', async () => {
  const report = await deploys(
    { times: 5, rate: 30, workers: 3, ladderRate: 1, messageTakesMs: 4_000 },
    dist,
  );
  expect(report.findings).toEqual([]);
}, 600_000);
