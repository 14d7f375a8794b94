import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentPreviewResponse } from '../../../apps/api/src/rest/assignments/assignments.responses.js';
import {
  companyBody,
  LARS,
  METTE,
  newCitizen,
  NOBODY,
  refusal,
  smallJobBody,
  Town,
  vacancy,
  wrongFields,
  type Answer,
} from './small-town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
});
afterAll(() => town.stop());

const preview = (body: object = {}, key = town.keys.leader): Promise<Answer> =>
  town.post(key, '/assignments/preview', body);
const planOf = ({ json }: Answer): AssignmentPreviewResponse => json as unknown as AssignmentPreviewResponse;
const pairsOf = (answer: Answer): [string, string][] =>
  planOf(answer).pairs.map(({ smallJobId, citizenId }) => [smallJobId, citizenId]);
const byId = (pairs: [string, string][]): [string, string][] =>
  [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a municipality without anything', () => {
  it('has an empty plan', async () => {
    const answer = await preview({}, town.keys.otherMunicipality);
    expect(answer.status).toBe(200);
    expect(planOf(answer)).toMatchObject({
      pairs: [],
      seats: 0,
      filled: 0,
      objective: 0,
      contacts: [],
      unfilled: [],
      compared: { deskOrder: { filled: 0, smallJobIdsWithSomebodyElse: [] }, greedy: { filled: 0 } },
    });
  });
});

/** Anna fits both, and best the one that came first; Bo fits that one alone. */
describe('a plan', () => {
  let first: string;
  let second: string;
  let anna: string;
  let bo: string;
  beforeAll(async () => {
    first = (await vacancy(town)).smallJobId;
    second = (await vacancy(town, { certificates: ['truck'] })).smallJobId;
    anna = await newCitizen(town, { certificates: ['truck'], brokerId: LARS });
    bo = await newCitizen(town, { position: { lat: 55.716, lon: 9.53 }, brokerId: LARS });
  });

  it('fills both jobs, where the one after the other fills one', async () => {
    const answer = await preview();
    const plan = planOf(answer);
    expect(byId(pairsOf(answer))).toEqual(
      byId([
        [first, bo],
        [second, anna],
      ]),
    );
    expect(plan).toMatchObject({ seats: 2, filled: 2, unfilled: [] });
    expect(plan.objective).toBe(plan.pairs.reduce((sum, { value }) => sum + value, 0));
    const { deskOrder } = plan.compared;
    expect(deskOrder).toMatchObject({
      filled: 1,
      filledMore: 1,
      pointsMore: plan.objective - deskOrder.objective,
    });
    expect([...deskOrder.smallJobIdsWithSomebodyElse].sort()).toEqual([first, second].sort());
    expect(plan.compared.greedy.pointsMore).toBeGreaterThanOrEqual(0);
  });

  it('has each score from the ranking, and waiting on top', async () => {
    const [pair] = planOf(await preview()).pairs.filter(({ smallJobId }) => smallJobId === second);
    const { ranked } = (await town.get(town.keys.leader, `/small-jobs/${second}/ranking`)).json;
    const { score } = ranked.find(({ citizenId }) => citizenId === anna)!;
    expect(pair).toEqual({ smallJobId: second, citizenId: anna, score, waitedDays: 0, value: score + 1 });
  });

  it('says which rules it was made by, and with another target by others', async () => {
    const rules = async (body: object) => planOf(await preview(body)).ruleVersion;
    expect(await rules({})).toBe(await rules({ target: 35 }));
    expect(await rules({})).not.toBe(await rules({ target: 34 }));
  });

  it('counts caseloads as the staff list does', async () => {
    const { contacts } = planOf(await preview({ target: 10 }));
    const { items } = (await town.get(town.keys.leader, '/staff')).json;
    const mette = items.find(({ id }) => id === METTE) as unknown as { caseload: number };
    expect(contacts).toEqual([
      {
        staffId: METTE,
        caseload: mette.caseload,
        others: 0,
        target: 10,
        room: 10 - mette.caseload,
        used: 2,
        own: 0,
        price: 0,
        text: expect.stringMatching(/Planen giver 2 nye\. Der er plads til 8 mere op til 10\.$/),
      },
    ]);
  });

  it('stops where the contact is full, and says what one more place would give', async () => {
    const plan = planOf(await preview({ target: 1 }));
    expect(plan).toMatchObject({ seats: 2, filled: 1 });
    const [mette] = plan.contacts;
    expect(mette).toMatchObject({ room: 1, used: 1 });
    expect(mette!.price).toBe(planOf(await preview({ target: 2 })).objective - plan.objective);
    expect(mette!.text).toMatch(/Så er de 1 nået\. Én plads mere ville gøre planen \d+ point bedre\.$/);
    expect(plan.unfilled).toEqual([
      {
        smallJobId: expect.any(String),
        seats: 1,
        reason: 'contact-has-no-room',
        text: 'Der er nogen, der passer, men kontaktpersonen har ikke plads til flere.',
      },
    ]);
    expect(planOf(await preview({ target: 0 })).filled).toBe(0);
  });

  it('keeps what is kept and leaves out what must not be', async () => {
    const kept = { smallJobId: first, citizenId: anna };
    const keeping = await preview({ keep: [kept] });
    expect(pairsOf(keeping)).toEqual([[first, anna]]);
    expect(planOf(keeping).unfilled).toMatchObject([{ smallJobId: second, reason: 'decided-otherwise' }]);
    const without = await preview({ never: [{ smallJobId: first, citizenId: bo }] });
    expect(planOf(without).filled).toBe(1);
    expect(pairsOf(without)).not.toContainEqual([first, bo]);
  });

  it.each([
    ['one that does not fit', () => [{ smallJobId: second, citizenId: bo }], ['does-not-fit']],
    [
      'one citizen twice',
      () => [
        { smallJobId: first, citizenId: anna },
        { smallJobId: second, citizenId: anna },
      ],
      ['citizen-kept-twice'],
    ],
    [
      'two on one seat',
      () => [
        { smallJobId: first, citizenId: anna },
        { smallJobId: first, citizenId: bo },
      ],
      ['no-seat-left'],
    ],
  ])('refuses to keep %s, and says which', async (_, keep, reasons) => {
    const answer = await preview({ keep: keep() });
    expect(refusal(answer)).toEqual([422, 'assignment.keep-not-possible']);
    const { pairs } = answer.json.details as { pairs: { reason: string; text: string }[] };
    expect(pairs.map(({ reason }) => reason)).toEqual(reasons);
    expect(pairs[0]!.text).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  it('refuses to keep a pair that must not be', async () => {
    const pair = { smallJobId: first, citizenId: anna };
    const answer = await preview({ keep: [pair], never: [pair] });
    expect(answer.json.details).toMatchObject({ pairs: [{ reason: 'also-never' }] });
  });

  it('keeps a pair that the contact has no room for, and says that it is above the target', async () => {
    const answer = await preview({ keep: [{ smallJobId: first, citizenId: anna }], target: 0 });
    expect(pairsOf(answer)).toEqual([[first, anna]]);
    const [mette] = planOf(answer).contacts;
    expect(mette).toMatchObject({ room: 0, used: 1 });
    expect(mette!.text).toMatch(/Det bliver 1, og målet er 0\.$/);
  });

  it('counts nobody as new who is the contact’s own already', async () => {
    const own = await newCitizen(town, { certificates: ['truck'], brokerId: METTE });
    const answer = await preview({ target: 1, never: [{ smallJobId: second, citizenId: anna }] });
    expect(pairsOf(answer)).toContainEqual([second, own]);
    expect(planOf(answer)).toMatchObject({
      filled: 1,
      contacts: [{ caseload: 1, room: 0, used: 0, own: 1 }],
    });
    await town.send(town.keys.consultant, 'PATCH', `/citizens/${own}`, { saidYes: false, brokerId: LARS });
    expect(pairsOf(await preview()).map(([, citizenId]) => citizenId)).not.toContain(own);
  });

  it('changes nothing, and writes down whom it counted and whom it showed', async () => {
    const count = async () => (await town.query('SELECT count(*)::int AS n FROM matches'))[0]!['n'];
    const lines = async (id: string) =>
      town.query(
        `SELECT kind, who FROM access_log WHERE $1 = ANY(citizen_ids) AND purpose = 'assignment.preview' ORDER BY id`,
        [id],
      );
    const [matches, annas] = [await count(), (await lines(anna)).length];
    const { pairs } = planOf(await preview({ target: 1 }, town.keys.consultant));
    expect(await count()).toBe(matches);
    const shown = pairs[0]!.citizenId;
    const other = shown === anna ? bo : anna;
    const mine = { who: 'Mette Holm' };
    expect((await lines(shown)).slice(-2)).toEqual([
      { kind: 'calculated', ...mine },
      { kind: 'shown', ...mine },
    ]);
    expect((await lines(other)).at(-1)).toEqual({ kind: 'calculated', ...mine });
    expect((await lines(anna)).length).toBeGreaterThan(annas);
  });

  it('asks nobody who is asked already, and counts no seat that is taken', async () => {
    const asked = await newCitizen(town, { certificates: ['truck'], brokerId: LARS });
    const jobs = planOf(await preview()).seats;
    const match = await town.post(town.keys.consultant, '/matches', { smallJobId: first, citizenId: asked });
    expect(match.status).toBe(201);
    expect(pairsOf(await preview()).map(([, citizenId]) => citizenId)).not.toContain(asked);
    const keeping = await preview({ keep: [{ smallJobId: second, citizenId: asked }] });
    expect(keeping.json.details).toMatchObject({ pairs: [{ reason: 'citizen-busy' }] });
    await town.post(town.keys.consultant, `/small-jobs/${second}/pause`);
    expect(planOf(await preview()).seats).toBe(jobs - 1);
    await town.post(town.keys.consultant, `/small-jobs/${second}/resume`);
  });

  describe('with a key that is sent again', () => {
    const send = (body: object = {}) =>
      town.send(town.keys.leader, 'POST', '/assignments/preview', body, { 'idempotency-key': 'once' });
    const shownTo = async (): Promise<number> => {
      const sql = `SELECT count(*)::int AS n FROM access_log WHERE purpose = 'assignment.preview' AND kind = $1`;
      return (await town.query(sql, ['shown']))[0]!['n'] as number;
    };

    it('is made again: the same while nothing changes, and in the log each time', async () => {
      const before = await shownTo();
      const first = await send();
      const again = await send();
      expect(again.headers.get('idempotency-replayed')).toBeNull();
      expect({ ...again.json, at: null }).toEqual({ ...first.json, at: null });
      expect(await shownTo()).toBe(before + 2);
    });

    it('keeps the line of a plan that was refused', async () => {
      const lines = async () => (await town.query('SELECT count(*)::int AS n FROM access_log'))[0]!['n'];
      const before = (await lines()) as number;
      const answer = await send({ keep: [{ smallJobId: second, citizenId: bo }] });
      expect(answer.status).toBe(422);
      expect(await lines()).toBeGreaterThan(before);
    });
  });
});

describe('at most so many for each company', () => {
  it('is kept, with the best of what is left', async () => {
    const { consultant } = town.keys;
    const companyId = (await town.post(consultant, '/companies', companyBody())).json.id;
    const welding = { certificates: ['svejs'], category: 'produktion' };
    const jobs: string[] = [];
    for (const _ of [1, 2]) {
      const { id } = (await town.post(consultant, '/small-jobs', smallJobBody(companyId, welding))).json;
      await town.post(consultant, `/small-jobs/${id}/publish`);
      jobs.push(id);
      await newCitizen(town, { certificates: ['svejs'], brokerId: LARS });
    }
    const there = (answer: Answer) => pairsOf(answer).filter(([id]) => jobs.includes(id));
    expect(there(await preview({ mostPerCompany: 2 }))).toHaveLength(2);
    const one = await preview({ mostPerCompany: 1 });
    expect(there(one)).toHaveLength(1);
    expect(planOf(one).unfilled.filter(({ smallJobId }) => jobs.includes(smallJobId))).toMatchObject([
      { reason: 'company-has-enough', seats: 1 },
    ]);
    expect(planOf(one).compared.deskOrder.pointsMore).toBeGreaterThanOrEqual(0);
    const keep = planOf(await preview()).pairs.filter(({ smallJobId }) => jobs.includes(smallJobId));
    const both = keep.map(({ smallJobId, citizenId }) => ({ smallJobId, citizenId }));
    expect((await preview({ keep: both, mostPerCompany: 1 })).json.details).toMatchObject({
      pairs: [{ reason: 'company-full' }],
    });
  });
});

describe('who may ask, and for what', () => {
  it('is for the staff', async () => {
    const { employer } = await vacancy(town);
    for (const key of [employer, town.keys.integration])
      expect(refusal(await preview({}, key))).toEqual([403, 'forbidden']);
  });

  it.each([
    [{ target: -1 }, ['target']],
    [{ target: 'mange' }, ['target']],
    [{ mostPerCompany: 0 }, ['mostPerCompany']],
    [{ keep: {} }, ['keep']],
    [{ keep: [{ smallJobId: 'nej', citizenId: METTE }] }, ['keep.0.smallJobId']],
    [{ never: [{ smallJobId: METTE }] }, ['never.0.citizenId']],
    [{ alle: true }, ['alle']],
  ])('refuses %j with 400', async (body, fields) => {
    const answer = await preview(body);
    expect(answer.status).toBe(400);
    expect(wrongFields(answer)).toEqual(fields);
  });

  it('finds no small job and no citizen of another municipality', async () => {
    const { smallJobId } = await vacancy(town);
    const citizenId = await newCitizen(town, { brokerId: LARS });
    const missing = { smallJobId: NOBODY, citizenId };
    expect(refusal(await preview({ never: [missing] }))).toEqual([404, 'small-job.not-found']);
    expect(refusal(await preview({ keep: [{ smallJobId, citizenId: NOBODY }] }))).toEqual([
      404,
      'citizen.not-found',
    ]);
    const pair = { keep: [{ smallJobId, citizenId }] };
    expect(refusal(await preview(pair, town.keys.otherMunicipality))).toEqual([404, 'small-job.not-found']);
  });
});
