import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { deploys } from './deploys.js';
import { redisDead } from './redis-dead.js';

const dist = join(import.meta.dirname, '../../dist');

/** On a machine that others use: that nothing is lost and nothing breaks. How fast is for `npm run endure` to say. */
it.each(['kill', 'stop'] as const)(
  'Redis is away for a minute under load, and comes back empty: %s',
  async (how) => {
    const report = await redisDead(
      { deadMs: 60_000, beforeMs: 10_000, afterMs: 30_000, rate: 5, writeEvery: 2, ladderRate: 0.5, how },
      dist,
    );
    expect(report.findings).toEqual([]);
  },
  600_000,
);

it('API and workers are replaced three times under load', async () => {
  const report = await deploys(
    {
      ...{ times: 3, pauseMs: 1_000, rate: 10, writeEvery: 2 },
      ...{ workers: 2, ladderRate: 0.5, messageTakesMs: 4_000 },
    },
    dist,
  );
  expect(report.findings).toEqual([]);
}, 600_000);
