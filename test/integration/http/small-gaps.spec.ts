import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MatchResponse } from '../../../apps/api/src/rest/matches/matches.responses.js';
import {
  idsOf,
  interest,
  newCitizen,
  NOBODY,
  openOffer,
  proposal,
  refusal,
  Town,
  vacancy,
  type Answer,
} from './small-town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
});
afterAll(() => town.stop());

const matchOf = ({ json }: Answer): MatchResponse => json as unknown as MatchResponse;

describe('whom a company has ruled out', () => {
  it('is for the staff to write down and to see, and matching keeps it', async () => {
    const place = await vacancy(town);
    const citizenId = await newCitizen(town);
    const { consultant } = town.keys;
    const path = `/companies/${place.companyId}`;
    const changed = await town.patch(consultant, path, { ruledOutCitizenIds: [citizenId] });
    expect(changed.json).toMatchObject({ ruledOutCitizenIds: [citizenId] });
    const ranking = await town.get(consultant, `/small-jobs/${place.smallJobId}/ranking?excluded=true`);
    const excluded = ranking.json.excluded.find((one) => one.citizenId === citizenId);
    expect(excluded?.failed.map(({ constraint }) => constraint)).toContain('ruled-out');
    const byCompany = await town.patch(place.employer, path, { ruledOutCitizenIds: [] });
    expect(refusal(byCompany)).toEqual([403, 'not-allowed']);
    expect(Object.keys((await town.get(place.employer, path)).json)).not.toContain('ruledOutCitizenIds');
    const unknown = await town.patch(consultant, path, { ruledOutCitizenIds: [NOBODY] });
    expect(refusal(unknown)).toEqual([404, 'citizen.not-found']);
  });
});

describe('where a placement has been used', () => {
  it('can be written down by the staff', async () => {
    const { companyId } = await vacancy(town);
    const citizenId = await newCitizen(town);
    const { consultant } = town.keys;
    const changed = await town.patch(consultant, `/citizens/${citizenId}`, {
      placementUsedCompanyIds: [companyId],
    });
    expect(changed.json).toMatchObject({ placementUsedCompanyIds: [companyId] });
    expect((await town.get(consultant, `/citizens/${citizenId}`)).json).toMatchObject({
      placementUsedCompanyIds: [companyId],
    });
  });
});

describe('matches and offers of one citizen', () => {
  it('are found by the staff, and not looked for by a company', async () => {
    const place = await vacancy(town, { positions: 2 });
    const { offerId, matchId, citizenId } = await openOffer(town, place);
    await proposal(town, place);
    const { consultant } = town.keys;
    expect(idsOf((await town.get(consultant, `/matches?citizenId=${citizenId}`)).json)).toEqual([matchId]);
    expect(idsOf((await town.get(consultant, `/offers?citizenId=${citizenId}`)).json)).toEqual([offerId]);
    for (const path of ['matches', 'offers'])
      expect(refusal(await town.get(place.employer, `/${path}?citizenId=${citizenId}`))).toEqual([
        403,
        'not-allowed',
      ]);
  });
});

describe('why this match', () => {
  it('names only what the citizen has agreed to, and ends with the match', async () => {
    const place = await vacancy(town, { roomToGrowHours: 15 });
    const citizenId = await newCitizen(town);
    const propose = (fields: string[]) =>
      town.post(town.keys.consultant, '/matches', {
        smallJobId: place.smallJobId,
        citizenId,
        interest: interest({ fields, startWithoutMeeting: true }),
      });
    const modest = matchOf(await propose(['abilities']));
    expect(matchOf(await town.get(place.employer, `/matches/${modest.id}`)).why).toEqual([]);
    await town.post(town.keys.consultant, `/matches/${modest.id}/withdraw`);
    const open = matchOf(await propose(['goals', 'hours', 'travel']));
    const shown = matchOf(await town.get(place.employer, `/matches/${open.id}`));
    expect(shown.why).toEqual(['own-wish', 'short-way', 'can-grow']);
    expect([shown.mayStartDirectly, shown.decidedBy]).toEqual([true, null]);
    await town.post(place.employer, `/matches/${open.id}/reject`, { reason: 'not-now' });
    const over = matchOf(await town.get(place.employer, `/matches/${open.id}`));
    expect([over.why, over.decidedBy]).toEqual([[], 'Firmaet']);
  });
});
