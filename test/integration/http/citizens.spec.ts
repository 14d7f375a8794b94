import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  citizenBody,
  inDays,
  LARS,
  METTE,
  newCitizen,
  NOBODY,
  refusal,
  smallJobBody,
  vacancy,
  wrongFields,
  Town,
  idsOf,
  type AnswerJson,
} from './small-town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
});
afterAll(() => town.stop());

const register = (more: object = {}) => town.post(town.keys.consultant, '/citizens', citizenBody(more));
const change = (id: string, body: object) => town.patch(town.keys.consultant, `/citizens/${id}`, body);

describe('POST /citizens', () => {
  it('registers with all that was said; who registers becomes the broker', async () => {
    const body = citizenBody({
      email: 'jonas@borger.example',
      dream: 'At køre truck',
      needs: ['fixed-buddy'],
      certificates: ['truck'],
      contactLevel: 'close',
      ruledOutCompanyIds: [NOBODY],
    });
    const { status, json } = await town.post(town.keys.consultant, '/citizens', body);
    expect(status).toBe(201);
    expect(json).toEqual({
      ...body,
      id: expect.any(String),
      phone: `+45${body.phone}`,
      address: { street: 'Skovgade 20', postcode: '7100', town: 'Vejle' },
      sharedPhone: false,
      language: 'da',
      protectedAddress: false,
      placementUsedCompanyIds: [],
      brokerId: METTE,
      mondayReminder: 'sunday',
      hasCpr: false,
      phoneVerifiedAt: null,
      waitingSince: expect.stringMatching(/\+0[12]:00$/),
      benefit: null,
    });
    expect((await town.get(town.keys.leader, `/citizens/${json.id}`)).json).toEqual(json);
  });

  it('takes another broker, and null for what may be absent', async () => {
    const body = {
      brokerId: LARS,
      email: null,
      address: null,
      dream: null,
      preferredChannel: 'call',
      phone: null,
    };
    const { status, json } = await register(body);
    expect(status).toBe(201);
    expect(json).toMatchObject({ brokerId: LARS, email: null, address: null, dream: null, phone: null });
  });

  it.each([
    ['diagnosis', { diagnosis: 'x' }],
    ['age', { age: 44 }],
    [
      'limits.diagnosis',
      { limits: { liftKg: 1, standing: 1, noise: 1, peopleContact: 1, other: [], diagnosis: 'x' } },
    ],
    ['jobGoals.0.benefit', { jobGoals: [{ category: 'lager', rank: 1, ownWords: '', benefit: 'x' }] }],
    ['name', { name: undefined }],
    ['saidYes', { saidYes: 'ja' }],
    ['reach.train', { reach: { train: 10 } }],
    [
      'windows.1.to',
      {
        windows: [
          { weekday: 1, from: '08:00', to: '24:00' },
          { weekday: 2, from: '08:00', to: '25:00' },
        ],
      },
    ],
    ['preferredChannel', { preferredChannel: 'fax' }],
    ['cpr', { cpr: '010180-123' }],
    ['brokerId', { brokerId: null }],
  ])('with a wrong %s is 400', async (field, more) => {
    const answer = await register(more);
    expect(refusal(answer)).toEqual([400, 'shape']);
    expect(wrongFields(answer)).toContain(field);
  });

  const goal = { category: 'lager', rank: 1, ownWords: 'x' };
  it.each([
    ['citizen.hours-invalid', 422, { hours: { min: 10, max: 15, wish: 8 } }],
    ['citizen.window-invalid', 422, { windows: [{ weekday: 1, from: '08:00', to: '08:00' }] }],
    ['citizen.goals-invalid', 422, { jobGoals: [goal, { ...goal, category: 'butik' }] }],
    ['category.unknown', 422, { jobGoals: [{ ...goal, category: 'rumfart' }] }],
    ['citizen.channel-unreachable', 422, { preferredChannel: 'email' }],
    ['staff.not-found', 404, { brokerId: NOBODY }],
  ])('that breaks a rule is %s', async (code, status, more) => {
    expect(refusal(await register(more))).toEqual([status, code]);
  });
});

describe('a CPR number', () => {
  it.each(['010180-1234', '0101801234', '0101010000'])('%s is kept sealed and never shown', async (cpr) => {
    const made = await register({ cpr });
    expect([made.status, made.json.hasCpr]).toEqual([201, true]);
    const shown = await town.get(town.keys.consultant, `/citizens/${made.json.id}`);
    expect(made.text + shown.text).not.toMatch(/0101[08]1?-?|cprSealed|"cpr"/);
    const [row] = await town.query('SELECT cpr_sealed FROM citizens WHERE id = $1', [made.json.id]);
    expect(row!['cpr_sealed']).toBeTruthy();
    expect(row!['cpr_sealed']).not.toContain(cpr.slice(0, 6));
  });

  it.each(['310299-1234', '0013991234', '010130-4999'])(
    '%s has no such day or lies ahead: 422',
    async (cpr) => {
      expect(refusal(await register({ cpr }))).toEqual([422, 'citizen.cpr-invalid']);
      const id = await newCitizen(town);
      expect(refusal(await change(id, { cpr }))).toEqual([422, 'citizen.cpr-invalid']);
      expect((await town.get(town.keys.consultant, `/citizens/${id}`)).json.hasCpr).toBe(false);
    },
  );
});

describe('a protected address', () => {
  it('and the place are shown to the municipality’s staff and to nobody else', async () => {
    const { id } = (await register({ protectedAddress: true })).json;
    for (const key of [town.keys.consultant, town.keys.leader]) {
      const { address, position } = (await town.get(key, `/citizens/${id}`)).json;
      expect([address.street, position]).toEqual(['Skovgade 20', { lat: 55.7113, lon: 9.5365 }]);
    }
    const one = await town.get(town.keys.integration, `/citizens/${id}`);
    expect(one.json).toMatchObject({ id, protectedAddress: true, address: null, position: null });
    const { items } = (await town.get(town.keys.integration, '/citizens?limit=500')).json;
    expect(items.find((row) => row.id === id)).toMatchObject({ address: null, position: null });
    const open = await newCitizen(town);
    expect((await town.get(town.keys.integration, `/citizens/${open}`)).json.address.street).toBe(
      'Skovgade 20',
    );
    const imported = citizenBody({ protectedAddress: true });
    expect((await town.post(town.keys.integration, '/citizens', imported)).json.address).toBeNull();
  });
});

describe('PATCH /citizens/{id}', () => {
  it('changes what is sent: hours, reach and limits are merged, null takes away', async () => {
    const before = (await register({ email: 'a@b.example', dream: 'x' })).json;
    const body = {
      dream: null,
      email: null,
      hours: { min: 3 },
      reach: { bus: null, walk: 15 },
      limits: { liftKg: 3 },
    };
    const { status, json } = await change(before.id, body);
    expect(status).toBe(200);
    expect(json).toEqual({
      ...before,
      dream: null,
      email: null,
      hours: { min: 3, max: 15, wish: 12 },
      reach: { walk: 15, bike: 30 },
      limits: { ...before.limits, liftKg: 3 },
    });
    expect((await town.get(town.keys.consultant, `/citizens/${before.id}`)).json).toEqual(json);
  });

  it.each([
    [400, 'shape', { name: null }],
    [400, 'shape', { brokerId: null }],
    [400, 'shape', { hours: { min: null } }],
    [400, 'shape', { diagnosis: 'x' }],
    [400, 'shape', { waitingSince: '2020-01-01T00:00:00Z' }],
    [422, 'citizen.channel-unreachable', { phone: null }],
    [422, 'citizen.hours-invalid', { hours: { max: 6 } }],
    [404, 'staff.not-found', { brokerId: NOBODY }],
  ])('answers %i %s to %p and keeps what was', async (status, code, body) => {
    const { json: before } = await register();
    expect(refusal(await change(before.id, body))).toEqual([status, code]);
    expect((await town.get(town.keys.consultant, `/citizens/${before.id}`)).json).toEqual(before);
  });

  it('takes the change that a ranking proposes as it stands', async () => {
    const { smallJobId } = await vacancy(town);
    const id = await newCitizen(town, { saidYes: false });
    const path = `/citizens/${id}/ranking?limit=500`;
    const failed = (await town.get(town.keys.consultant, path)).json.excluded.find(
      (row) => row.smallJobId === smallJobId,
    )!.failed;
    expect(failed).toHaveLength(1);
    expect(failed[0]!.change).toMatchObject({ on: 'citizen', body: { saidYes: true } });
    expect((await change(id, failed[0]!.change.body!)).status).toBe(200);
    const { ranked } = (await town.get(town.keys.consultant, path)).json;
    expect(ranked.map((row) => row.smallJobId)).toContain(smallJobId);
  });
});

describe('citizens', () => {
  it('are nobody’s but the municipality’s own', async () => {
    const id = await newCitizen(town);
    const other = town.keys.otherMunicipality;
    expect(refusal(await town.get(other, `/citizens/${id}`))).toEqual([404, 'citizen.not-found']);
    expect(refusal(await town.patch(other, `/citizens/${id}`, { name: 'x' }))).toEqual([
      404,
      'citizen.not-found',
    ]);
    expect(refusal(await town.get(other, `/citizens/${id}/ranking`))).toEqual([404, 'citizen.not-found']);
    expect((await town.get(other, '/citizens')).json).toEqual({ items: [], nextCursor: null });
    expect((await town.get(town.keys.consultant, '/citizens/1')).status).toBe(400);
  });

  it('do not exist for employers; an integration reads and imports and changes nobody', async () => {
    const id = await newCitizen(town);
    const { employer } = await vacancy(town);
    for (const answer of [
      await town.get(employer, '/citizens'),
      await town.get(employer, `/citizens/${id}`),
      await town.post(employer, '/citizens', citizenBody()),
      await town.patch(employer, `/citizens/${id}`, { name: 'x' }),
      await town.get(employer, `/citizens/${id}/ranking`),
      await town.patch(town.keys.integration, `/citizens/${id}`, { name: 'x' }),
    ]) {
      expect(refusal(answer)).toEqual([403, 'forbidden']);
    }
    const imported = await town.post(town.keys.integration, '/citizens', citizenBody());
    expect([imported.status, imported.json.brokerId]).toEqual([201, null]);
  });

  it('are listed by broker, page by page', async () => {
    const ids = [await newCitizen(town, { brokerId: LARS }), await newCitizen(town, { brokerId: LARS })];
    const list = async (query: string): Promise<AnswerJson> =>
      (await town.get(town.keys.consultant, `/citizens?${query}`)).json;
    const all = idsOf(await list(`brokerId=${LARS}&limit=500`));
    expect(all).toEqual(expect.arrayContaining(ids));
    expect(all).toHaveLength(3);
    const first = await list(`brokerId=${LARS}&limit=2`);
    const rest = await list(`brokerId=${LARS}&limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map((row) => row.id)).toEqual(all);
    expect(rest.nextCursor).toBeNull();
  });

  it('leave a line in the access log whenever they are shown', async () => {
    const id = await newCitizen(town);
    await town.get(town.keys.lars, `/citizens/${id}`);
    await town.get(town.keys.consultant, '/citizens?limit=500');
    const seen = await town.query(
      'SELECT who, kind, purpose FROM access_log WHERE citizen_ids @> ARRAY[$1::uuid] ORDER BY id',
      [id],
    );
    expect(seen).toEqual([
      { who: 'Lars Bach', kind: 'shown', purpose: 'citizen.show' },
      { who: 'Mette Holm', kind: 'shown', purpose: 'citizen.list' },
    ]);
  });
});

describe('the ranking of a citizen', () => {
  it('shows open small jobs with points that add up, and not the drafts', async () => {
    const place = await vacancy(town);
    const draft = await town.post(town.keys.consultant, '/small-jobs', smallJobBody(place.companyId));
    const id = await newCitizen(town);
    const { status, json } = await town.get(town.keys.consultant, `/citizens/${id}/ranking?limit=1000000`);
    expect([status, json.citizenId, json.considered]).toEqual([
      200,
      id,
      json.ranked.length + json.excluded.length,
    ]);
    const best = json.ranked.find((row) => row.smallJobId === place.smallJobId);
    expect(best!.parts.reduce((sum, { points }) => sum + points, 0)).toBe(best!.score);
    expect(JSON.stringify(json)).not.toContain(draft.json.id);
    expect(
      (await town.get(town.keys.consultant, `/citizens/${id}/ranking?limit=1`)).json.ranked,
    ).toHaveLength(1);
    expect((await town.get(town.keys.consultant, `/citizens/${id}/ranking?scope=mine`)).status).toBe(400);
  });

  it('leaves out a company the citizen has ruled out, and proposes nothing about it', async () => {
    const place = await vacancy(town);
    const id = await newCitizen(town, { ruledOutCompanyIds: [place.companyId], availableFrom: inDays(0) });
    const { excluded } = (await town.get(town.keys.consultant, `/citizens/${id}/ranking`)).json;
    const { failed } = excluded.find((row) => row.smallJobId === place.smallJobId)!;
    expect(failed).toEqual([
      {
        constraint: 'ruled-out',
        text: expect.any(String),
        change: { on: 'none', text: expect.any(String), body: null },
      },
    ]);
  });
});
