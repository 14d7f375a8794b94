import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertSpread, standardSpread } from '#matching';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
let settle: (spread: unknown) => Promise<unknown>;
beforeAll(async () => {
  database = await openDatabase(2);
  const { municipalityId } = await database.workplace();
  const sql = `UPDATE municipalities SET settings = jsonb_set(settings, '{spread}', $1::jsonb) WHERE id = $2`;
  settle = (spread) => database.really(sql, [JSON.stringify(spread), municipalityId]);
});
afterAll(() => database.close());

/** What the engine says of the same numbers. */
const hasMeaning = (spread: object): boolean => {
  try {
    assertSpread({ ...standardSpread, ...spread });
    return true;
  } catch {
    return false;
  }
};

describe('the numbers of a municipality’s spread ranking', () => {
  it.each([
    [{}],
    [{ strength: 0 }],
    [{ strength: 1, listLength: 1, mostLists: 1 }],
    [{ strength: 0.25, newcomerPoints: 0, reachPoints: 0 }],
    [{ ...standardSpread }],
  ])('are taken when they mean something: %j', async (spread) => {
    expect(hasMeaning(spread)).toBe(true);
    await settle(spread);
  });

  it.each([
    [{ strength: 1.5 }],
    [{ strength: -0.1 }],
    [{ strength: 'meget' }],
    [{ listLength: 0 }],
    [{ listLength: 2.5 }],
    [{ listLength: '5' }],
    [{ mostLists: 0 }],
    [{ mostLists: true }],
    [{ newcomerPoints: -1 }],
    [{ reachPoints: 0.5 }],
  ])('are refused where they are written when they do not: %j', async (spread) => {
    expect(hasMeaning(spread)).toBe(false);
    await expect(settle(spread)).rejects.toThrow('spread_has_meaning');
  });

  it.each([[[]], ['en'], [1], [{ strength: null }], [{ strengths: 1 }]])(
    'are numbers with names that are known: not %j',
    async (spread) => {
      await expect(settle(spread)).rejects.toThrow('spread_has_meaning');
    },
  );
});
