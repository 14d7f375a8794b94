import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anything, type Real } from './ladder-commands.js';
import { LadderModel } from './ladder-model.js';
import { LadderTown } from './ladder-town.js';

const RUNS = process.env.LONG === 'on' ? 1_000 : 100;
const MOST_COMMANDS = 12;

let town: LadderTown;
beforeAll(async () => {
  town = await LadderTown.open();
});
afterAll(() => town.close());

it(
  'a ladder does what the rules say, whatever happens in whatever order (P13)',
  async () => {
    let commandsRun = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(anything, { maxCommands: MOST_COMMANDS }), async (commands) => {
        const at = await town.newCase();
        await fc.asyncModelRun(
          () => ({ model: new LadderModel(), real: { town, at } satisfies Real }),
          commands,
        );
        commandsRun += [...commands].length;
      }),
      { numRuns: RUNS, endOnFailure: process.env.SHRINK !== 'on' },
    );
    expect(commandsRun).toBeGreaterThan(RUNS);
  },
  RUNS * 6_000,
);
