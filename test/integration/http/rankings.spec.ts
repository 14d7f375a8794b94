import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '#domain';
import { citizenInputs, evaluate, matchingDay, smallJobInputs, standardRules } from '#matching';
import { ForgetRankings } from '#use-cases';
import type { RankingExplainedResponse } from '../../../apps/api/src/rest/rankings/ranking-explained.responses.js';
import { VEJLE } from './seed-keys.js';
import { LARS, METTE, newCitizen, NOBODY, refusal, Town, vacancy } from './small-town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
});
afterAll(() => town.stop());

const ranked = async (smallJobId: string, query = 'excluded=false', key = town.keys.consultant) =>
  (await town.get(key, `/small-jobs/${smallJobId}/ranking?${query}`)).json as unknown as {
    id: string;
    ranked: { citizenId: string; score: number; parts: object[] }[];
    ruleVersion: string;
  };
const explained = async (id: string) => {
  const answer = await town.get(town.keys.consultant, `/rankings/${id}`);
  return answer.json as unknown as RankingExplainedResponse;
};
const proposed = async (smallJobId: string, citizenId: string, key = town.keys.consultant) =>
  (await town.post(key, '/matches', { smallJobId, citizenId })).json as unknown as {
    id: string;
    rankingId: string;
    score: number;
  };

describe('a ranking that somebody was picked from', () => {
  it('can be explained when the rows have changed: rules, inputs, places, words, who saw it, what was done', async () => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    const shown = await ranked(smallJobId);
    const match = await proposed(smallJobId, citizenId);
    expect(match.rankingId).toBe(shown.id);
    await town.patch(town.keys.consultant, `/citizens/${citizenId}`, { danishLevel: 1, dream: 'at rejse' });
    await town.patch(town.keys.consultant, `/small-jobs/${smallJobId}`, { category: 'gartner' });

    const kept = await explained(shown.id);
    expect(kept).toMatchObject({
      id: shown.id,
      smallJobId,
      shownTo: 'Mette Holm',
      ruleVersion: shown.ruleVersion,
      rules: standardRules,
      matches: [{ id: match.id, citizenId, state: 'asking', proposedByStaffId: METTE }],
    });
    expect(kept.ranked).toEqual(shown.ranked);
    const { citizens, smallJob, today } = kept.inputs as never as {
      citizens: { id: string; waitingSince: string }[];
      smallJob: object;
      today: string;
    };
    expect(citizens.map(({ id }) => id)).toEqual(shown.ranked.map((place) => place.citizenId));
    for (const place of kept.ranked) {
      const told = citizens.find(({ id }) => id === place.citizenId)!;
      const citizen = { ...told, waitingSince: Temporal.Instant.from(told.waitingSince) };
      const day = matchingDay(Temporal.Instant.from(`${today}T10:00:00Z`));
      const again = evaluate(smallJob as never, citizen as never, { day });
      expect(again).toMatchObject({ eligible: true, score: place.score, parts: place.parts });
    }
  });

  it('holds of people what the engine may know, and nothing else', async () => {
    const { smallJobId } = await vacancy(town);
    await newCitizen(town);
    const { id } = await ranked(smallJobId);
    const { inputs } = await explained(id);
    const told = inputs!.citizens;
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) expect(Object.keys(one).sort()).toEqual([...citizenInputs, 'agreedSlots'].sort());
    expect(Object.keys(inputs!.smallJob).sort()).toEqual(
      [...smallJobInputs, 'workplace', 'ruledOutCitizenIds', 'fixedContactId'].sort(),
    );
    expect(JSON.stringify(inputs)).not.toMatch(/Jonas|Skovgade|\+45|Havnegade/);
  });

  it('is the newest that this person was shown with the citizen in it', async () => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    await ranked(smallJobId);
    const newest = await ranked(smallJobId, 'excluded=true&limit=500');
    await ranked(smallJobId, 'excluded=false', town.keys.lars);
    await ranked(smallJobId, 'scope=mine&excluded=false', town.keys.leader);
    expect((await proposed(smallJobId, citizenId)).rankingId).toBe(newest.id);
  });

  it('is one of its own for somebody who was picked without a list', async () => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    await ranked(smallJobId);
    const { rankingId, score } = await proposed(smallJobId, citizenId, town.keys.lars);
    const kept = await explained(rankingId);
    expect(kept).toMatchObject({ considered: 1, eligible: 1, shownTo: 'Lars Bach' });
    expect(kept.ranked).toMatchObject([{ citizenId, score }]);
    expect(kept.inputs!.citizens).toMatchObject([{ id: citizenId }]);
    expect(kept.matches).toMatchObject([{ citizenId, proposedByStaffId: LARS }]);
  });

  const older = (hours: number, id: string) =>
    town.query(`UPDATE rankings SET at = at - interval '1 hour' * $2 WHERE id = $1`, [id, hours]);

  it.each([
    ['was shown in spread order', (id: string) => ranked(id, 'excluded=false&order=spread'), true],
    [
      'was shown yesterday at this time',
      async (id: string) => {
        const list = await ranked(id);
        await older(23, list.id);
        return list;
      },
      true,
    ],
    [
      'was shown before that',
      async (id: string) => {
        const list = await ranked(id);
        await older(25, list.id);
        return list;
      },
      false,
    ],
    [
      'was made by other rules',
      async (id: string) => {
        const list = await ranked(id);
        await town.query(`UPDATE rankings SET rule_version = rule_version || '0' WHERE id = $1`, [list.id]);
        return list;
      },
      false,
    ],
    [
      'gave the citizen other points',
      async (id: string, citizenId: string) => {
        const list = await ranked(id);
        await town.patch(town.keys.consultant, `/citizens/${citizenId}`, {
          jobGoals: [{ category: 'gartner', rank: 1, ownWords: '' }],
        });
        return list;
      },
      false,
    ],
  ])('explains a match when it is still true: a list that %s', async (_, shown, isBehind) => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    const list = await shown(smallJobId, citizenId);
    const { rankingId, score } = await proposed(smallJobId, citizenId);
    expect(rankingId === list.id).toBe(isBehind);
    const place = (await explained(rankingId)).ranked.find((one) => one.citizenId === citizenId);
    expect(place).toMatchObject({ score });
  });

  it('stands in the access log of everybody in it', async () => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    const { id } = await ranked(smallJobId);
    await explained(id);
    const [seen] = await town.within((unit) => unit.accessTo(citizenId, 1));
    expect(seen).toMatchObject({ who: 'Mette Holm', kind: 'shown', purpose: 'small-job.ranking-explained' });
  });
});

describe('a ranking that nobody acted on', () => {
  it('is forgotten after the municipality’s time, and the others are not', async () => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    const forgotten = await ranked(smallJobId);
    const picked = await ranked(smallJobId);
    await proposed(smallJobId, citizenId);
    await town.query(`UPDATE rankings SET at = at - interval '31 days' WHERE small_job_id = $1`, [
      smallJobId,
    ]);
    const recent = await ranked(smallJobId);
    await town.settle({ rankingKeptDays: 32 });
    const housekeeping = () => new ForgetRankings(town.transactor).execute(VEJLE);
    await housekeeping();
    expect((await explained(forgotten.id)).id).toBe(forgotten.id);
    await town.settle({ rankingKeptDays: 30 });
    await housekeeping();
    expect(refusal(await town.get(town.keys.consultant, `/rankings/${forgotten.id}`))).toEqual([
      404,
      'ranking.not-found',
    ]);
    for (const { id } of [picked, recent]) expect((await explained(id)).id).toBe(id);
  });
});

describe('the way to a ranking', () => {
  it('is for the municipality’s people, of their own municipality', async () => {
    const { smallJobId, employer } = await vacancy(town);
    const { id } = await ranked(smallJobId);
    const refused = async (key: string, of = id) => refusal(await town.get(key, `/rankings/${of}`));
    expect(await refused(employer)).toEqual([403, 'forbidden']);
    expect(await refused(town.keys.integration)).toEqual([403, 'forbidden']);
    expect(await refused(town.keys.otherMunicipality)).toEqual([404, 'ranking.not-found']);
    expect(await refused(town.keys.consultant, NOBODY)).toEqual([404, 'ranking.not-found']);
    expect((await town.get(town.keys.leader, `/rankings/${id}`)).status).toBe(200);
  });
});
