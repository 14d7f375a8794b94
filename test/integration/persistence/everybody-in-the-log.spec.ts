import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain';
import { TimeOrderedIds } from '#persistence';
import { MatchingIndexes, RankCandidates } from '#use-cases';
import type { Workplace } from '../../contracts/workplace.js';
import { noFaults } from '../../fakes/index.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
let town: Workplace;
let rank: RankCandidates;
beforeAll(async () => {
  database = await openDatabase();
  town = await database.workplace();
  const indexes = new MatchingIndexes(database.transactor, { mostBytes: 1e9 }, noFaults);
  rank = new RankCandidates(indexes, new TimeOrderedIds());
});
afterAll(() => database.close());

const movedIn = async (): Promise<string> => {
  const citizen = { ...town.rows.citizen(), id: new TimeOrderedIds().next() };
  await town.inside((unit) => unit.citizens.insert(citizen));
  return citizen.id;
};
const concerning = (citizenId: string, where: Workplace = town): Promise<{ kind: string }[]> =>
  database.really('SELECT kind FROM access_concerning($1, $2) ORDER BY id', [
    where.municipalityId,
    citizenId,
  ]);
const ranked = (scope: 'municipality' | 'mine') =>
  rank.execute(
    town.smallJob.id,
    { scope, limit: 1, excluded: false },
    { ...systemActor(town.municipalityId), staffId: town.staff.id },
  );

describe('a calculation over everybody', () => {
  it('names nobody, and is found for everybody who was there, and nobody else', async () => {
    const before = await movedIn();
    const elsewhere = await database.workplace();
    await ranked('municipality');
    await sleep(5);
    const after = await movedIn();
    const [line] = await database.really<{ everybody: boolean; citizen_ids: string[] }>(
      `SELECT everybody, citizen_ids FROM access_log WHERE kind = 'calculated' AND municipality_id = $1`,
      [town.municipalityId],
    );
    expect(line).toEqual({ everybody: true, citizen_ids: [] });
    expect((await concerning(before)).map(({ kind }) => kind)).toContain('calculated');
    expect(await concerning(after)).toEqual([]);
    expect(await concerning(elsewhere.citizen.id, elsewhere)).toEqual([]);
  });

  it('is not what one over a part is: that names each', async () => {
    const others = await movedIn();
    await ranked('mine');
    expect(await concerning(others)).toEqual([]);
  });

  it('counts an id that tells no time as always there', async () => {
    expect(await concerning('a0000000-0000-4000-8000-000000000001')).toEqual([{ kind: 'calculated' }]);
  });

  it('cannot be said of what was shown, nor beside names', async () => {
    const insert = (kind: string, ids: string) =>
      database.really(
        `INSERT INTO access_log (municipality_id, id, who, citizen_ids, everybody, kind, purpose)
         VALUES ($1, gen_random_uuid(), 'Mette', $2, true, $3, 'small-job.ranking')`,
        [town.municipalityId, ids, kind],
      );
    await expect(insert('shown', '{}')).rejects.toThrow('nobody_is_named_beside_everybody');
    await expect(insert('calculated', `{${town.citizen.id}}`)).rejects.toThrow('nobody_is_named');
  });
});
