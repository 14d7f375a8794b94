import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { sized } from './options.js';
import { runCrashKit } from './run-crash-kit.js';

const dist = join(import.meta.dirname, '../../dist');

/** The short form: every kind of fault, few of each. How late things are is reported and not judged here. */
it('nothing is lost or done twice, whatever dies', async () => {
  const options = sized({
    seed: 20_261_123,
    kills: 14,
    ladders: 60,
    requests: 10,
    paceMs: 2_000,
    freezeMs: 12_000,
  });
  const report = await runCrashKit(options, dist);
  expect(report).toMatchObject({
    lost: 0,
    doubled: 0,
    unfinished: 0,
    brokeDown: 0,
    findings: [],
    steps: 240,
    requests: { refused: 0 },
  });
  expect(report.kills).toBeGreaterThanOrEqual(14);
}, 600_000);
