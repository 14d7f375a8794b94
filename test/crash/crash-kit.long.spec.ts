import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { sized } from './options.js';
import { runCrashKit } from './run-crash-kit.js';

const dist = join(import.meta.dirname, '../../dist');

/** Another plan each time; the seed stands in the report, and `npm run crash -- --seed n --kills n` does it again. */
it.each([{ providerKnowsRepeats: false }, { providerKnowsRepeats: true }])(
  'nothing is lost or done twice, whatever dies: %j',
  async ({ providerKnowsRepeats }) => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const options = sized({ seed, kills: 30, ladders: 250, requests: 40, providerKnowsRepeats });
    const report = await runCrashKit(options, dist);
    expect(report).toMatchObject({
      lost: 0,
      doubled: 0,
      unfinished: 0,
      brokeDown: 0,
      findings: [],
      requests: { refused: 0 },
    });
  },
  900_000,
);
