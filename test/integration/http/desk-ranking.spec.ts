import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsOf, LARS, newCitizen, NOBODY, refusal, Town, vacancy, wrongFields } from './small-town.js';

let town: Town;
let smallJobId: string;
let employer: string;
/** Fits; and starts too late for a job at eight. */
let fits: string;
let late: string;

beforeAll(async () => {
  town = await Town.start();
  ({ smallJobId, employer } = await vacancy(town));
  fits = await newCitizen(town, { name: 'Jonas Ærø' });
  late = await newCitizen(town, {
    name: 'Karin Åen',
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:30', to: '17:00' })),
  });
});
afterAll(() => town.stop());

const path = (rest: string): string => `/small-jobs/${smallJobId}${rest}`;
const shift = (weekday: number, start: string, end: string) => ({ weekday, start, end });
const laterWeek = [1, 3, 5].map((weekday) => shift(weekday, '10:00', '14:00'));

describe('POST /small-jobs/{id}/what-if', () => {
  const whatIf = (body: object, key = town.keys.consultant) => town.post(key, path('/what-if'), body);

  it('ranks the job as it might be, tells who comes in, and changes and stores nothing', async () => {
    const { status, json } = await whatIf({ change: { weeklyShifts: laterWeek } });
    expect(status).toBe(200);
    const answer = json as unknown as {
      eligible: object;
      came: number;
      ranked: { citizenId: string; name: string; isNew: boolean; placeNow: number | null }[];
    };
    expect(answer.eligible).toEqual({ before: 1, after: 2 });
    expect(answer.came).toBe(1);
    expect(answer.ranked.find(({ citizenId }) => citizenId === late)).toMatchObject({
      name: 'Karin Åen',
      isNew: true,
      placeNow: null,
    });
    expect(answer.ranked.find(({ citizenId }) => citizenId === fits)).toMatchObject({
      isNew: false,
      placeNow: 1,
    });
    const { json: job } = await town.get(town.keys.consultant, path(''));
    expect((job['weeklyShifts'] as { start: string }[])[0]).toMatchObject({ start: '08:00' });
  });

  it('is asked again when it is sent again with the same key: nothing is kept', async () => {
    const ask = (change: object) =>
      town.send(town.keys.consultant, 'POST', path('/what-if'), { change }, { 'idempotency-key': 'drag-1' });
    expect((await ask({})).json).toMatchObject({ eligible: { after: 1 } });
    expect((await ask({ weeklyShifts: laterWeek })).json).toMatchObject({ eligible: { after: 2 } });
  });

  it('is of one’s own citizens where that is asked for, and refuses what no job may have', async () => {
    expect((await whatIf({ change: {}, scope: 'mine' })).json).toMatchObject({ ranked: expect.any(Array) });
    const twice = [shift(1, '08:00', '10:00'), shift(1, '09:00', '11:00')];
    expect(refusal(await whatIf({ change: { weeklyShifts: twice } }))).toEqual([
      422,
      'small-job.shifts-overlap',
    ]);
    expect(wrongFields(await whatIf({ change: { demands: { noise: 9 } } }))).toEqual([
      'change.demands.noise',
    ]);
    expect(refusal(await whatIf({ change: {} }, employer))[0]).toBe(403);
    const missing = await town.post(town.keys.consultant, `/small-jobs/${NOBODY}/what-if`, { change: {} });
    expect(refusal(missing)).toEqual([404, 'small-job.not-found']);
  });
});

describe('POST /small-jobs/{id}/why-not', () => {
  it('finds by part of a name in any case, and says what would help', async () => {
    const { json } = await town.post(town.keys.consultant, path('/why-not'), { name: 'karin åe' });
    expect(json).toMatchObject({
      more: false,
      found: [{ citizenId: late, fits: false, yesIf: expect.stringMatching(/^Ja, hvis /) }],
    });
    const failed = json.found[0]!.failed;
    expect(failed.map(({ constraint }) => constraint)).toEqual(['windows']);
  });

  it('takes no sign for a pattern', async () => {
    const { json } = await town.post(town.keys.consultant, path('/why-not'), { name: '%%' });
    expect(json).toMatchObject({ found: [], more: false });
  });
});

describe('GET /small-jobs/{id}/comparison', () => {
  it('has both in order, and not one twice', async () => {
    const compare = (a: string, b: string) =>
      town.get(town.keys.consultant, path(`/comparison?a=${a}&b=${b}`));
    expect((await compare(late, fits)).json).toMatchObject({
      a: { citizenId: late, score: null, failed: [{ constraint: 'windows' }] },
      b: { citizenId: fits, score: { score: expect.any(Number) }, failed: [] },
    });
    expect(refusal(await compare(fits, fits))).toEqual([404, 'citizen.not-found']);
  });
});

describe('a question to a colleague', () => {
  const ask = (citizenId: string, more: object = {}) =>
    town.post(town.keys.consultant, '/broker-questions', { smallJobId, citizenId, ...more });

  it('lies on the colleague’s list, and the answer proposes in the name of whoever asked', async () => {
    const hers = await newCitizen(town, { name: 'Amira Lund', brokerId: LARS });
    const asked = await ask(hers, { word: 'God til kunder' });
    expect(asked.status).toBe(201);
    expect(asked.json).toMatchObject({
      kind: 'ask-broker',
      staffId: LARS,
      note: 'God til kunder',
      answer: null,
    });
    expect(refusal(await ask(hers))).toEqual([409, 'broker-question.already-asked']);
    const answer = (body: object, key = town.keys.leader) =>
      town.post(key, `/broker-questions/${asked.json.id}/answer`, body);
    expect(refusal(await answer({ answer: 'yes' }, town.keys.consultant))).toEqual([
      403,
      'broker-question.of-another',
    ]);
    expect(refusal(await answer({ answer: 'no' }))).toEqual([422, 'broker-question.needs-word']);
    const { json } = await answer({ answer: 'yes' });
    expect(json).toMatchObject({ state: 'done', answer: 'yes', matchId: expect.any(String) });
    const matches = await town.get(town.keys.consultant, `/matches?citizenId=${hers}`);
    expect(idsOf(matches.json)).toEqual([json.matchId]);
    expect(refusal(await answer({ answer: 'yes' }))).toEqual([409, 'broker-question.already-answered']);
  });

  it('is none about one’s own citizen, nor through a task of another kind', async () => {
    expect(refusal(await ask(fits))).toEqual([422, 'citizen.is-yours']);
    const other = await town.post(town.keys.leader, `/broker-questions/${NOBODY}/answer`, { answer: 'yes' });
    expect(refusal(other)).toEqual([404, 'broker-question.not-found']);
  });
});

describe('POST /matches, as the desk asks', () => {
  it('refuses whoever has been taken meanwhile, and a colleague’s citizen', async () => {
    const { smallJobId: other } = await vacancy(town);
    const free = await newCitizen(town, { name: 'Bo Fri' });
    const propose = (job: string, citizenId: string, more: object) =>
      town.post(town.keys.consultant, '/matches', { smallJobId: job, citizenId, ...more });
    const both = await Promise.all([
      propose(smallJobId, free, { onlyIfFree: true }),
      propose(other, free, { onlyIfFree: true }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.map(({ json }) => json?.code).filter(Boolean)).toEqual(['citizen.in-play']);
    const hers = await newCitizen(town, { brokerId: LARS });
    expect(refusal(await propose(smallJobId, hers, { onlyOwn: true }))).toEqual([
      422,
      'citizen.ask-broker-first',
    ]);
  });
});
