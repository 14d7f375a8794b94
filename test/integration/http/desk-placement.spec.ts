import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  idsOf,
  inDays,
  METTE,
  openOffer,
  proposal,
  refusal,
  Town,
  vacancy,
  wrongFields,
  type Answer,
  type Vacancy,
} from './small-town.js';

/** What staff do by hand with a proposal, an offer and an agreement, through the interface. */
let town: Town;
let place: Vacancy;
beforeAll(async () => {
  town = await Town.start();
  place = await vacancy(town, { positions: 50, startDate: inDays(20) });
});
afterAll(() => town.stop());

const post = (path: string, body?: unknown, key = town.keys.consultant): Promise<Answer> =>
  town.post(key, path, body);
const desk = (path: string, key = town.keys.consultant): Promise<Answer> => town.get(key, `/desk/${path}`);

describe('a proposal', () => {
  it('is not reminded of at once, and is taken back with a reason that stays', async () => {
    const { matchId } = await proposal(town, place);
    const tooSoon = await post(`/matches/${matchId}/remind`);
    expect(refusal(tooSoon)).toEqual([429, 'match.too-soon-to-remind']);
    const { json } = await post(`/matches/${matchId}/withdraw`, { reason: 'job-changed' });
    expect(json).toMatchObject({
      state: 'withdrawn',
      reminders: [],
      withdrawal: { reason: 'job-changed', byStaffId: METTE },
    });
    expect(wrongFields(await post(`/matches/${matchId}/withdraw`, { reason: 'dislike' }))).toEqual([
      'reason',
    ]);
  });

  it('stands on the list of staff, and on nobody else’s', async () => {
    const { matchId } = await proposal(town, place);
    const { json } = await desk('proposals?state=proposed&limit=500');
    expect(idsOf(json)).toContain(matchId);
    for (const key of [place.employer, town.keys.integration])
      expect((await desk('proposals', key)).status).toBe(403);
  });
});

describe('an offer', () => {
  it('gets more time, and who gave it stands there', async () => {
    const { offerId } = await openOffer(town, place);
    const until = `${inDays(10)}T13:00:00+01:00`;
    const { status, json } = await post(`/offers/${offerId}/extend`, { until, tellCitizen: true });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      extensions: [{ at: expect.any(String), byStaffId: METTE, from: expect.any(String) }],
      expiresAt: expect.stringMatching(new RegExp(`^${inDays(10)}T13:00`)),
    });
    const late = await post(`/offers/${offerId}/extend`, { until: `${inDays(25)}T12:00:00Z` });
    expect(refusal(late)).toEqual([422, 'offer.deadline-invalid']);
    expect(idsOf((await desk('offers?limit=500')).json)).toContain(offerId);
  });
});

describe('an agreement', () => {
  const week = [{ weekday: 1, start: '08:00', end: '12:00' }];

  it('is corrected as a draft, and signed again; follow-ups are tasks', async () => {
    const { offerId } = await openOffer(town, place);
    await post(`/offers/${offerId}/answer`, { answer: 'yes', how: 'phone' });
    const first = { startDate: inDays(20), paid: week, expectations: ['Ali viser rundt'] };
    const { json: drawn } = await post('/agreements', { offerId, ...first });
    const path = `/agreements/${drawn.id}`;
    await post(`${path}/sign`, { party: 'employer' });
    const { json: revised } = await town.patch(town.keys.consultant, path, {
      ...first,
      startDate: inDays(27),
    });
    expect(revised).toMatchObject({ startDate: inDays(27), signatures: [] });
    expect(wrongFields(await post(`${path}/follow-ups`, {}))).toEqual(['on']);
    const { json: planned } = await post(`${path}/follow-ups`, { usual: true });
    expect(planned.items).toHaveLength(3);
    expect(idsOf((await desk('agreements?view=draft&limit=500')).json)).toContain(drawn.id);
    for (const party of ['employer', 'citizen', 'municipality']) await post(`${path}/sign`, { party });
    const again = await town.patch(town.keys.consultant, path, first);
    expect(refusal(again)).toEqual([409, 'agreement.wrong-state']);
  });
});

it('companies are found by name, and say how unpaid weeks ended', async () => {
  const { json } = await desk('companies?limit=500');
  expect(idsOf(json)).toContain(place.companyId);
  expect((await desk('companies?text=findes-ikke')).json.items).toEqual([]);
  const standing = await town.get(town.keys.leader, `/companies/${place.companyId}/unpaid-standing`);
  expect(Object.keys(standing.json).sort()).toEqual(['becamePaid', 'neverPaid', 'paidNow', 'unpaidNow']);
});
