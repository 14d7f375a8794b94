import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  companyBody,
  inDays,
  METTE,
  NOBODY,
  refusal,
  smallJobBody,
  wrongFields,
  Town,
  type AnswerJson,
} from './small-town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
});
afterAll(() => town.stop());

const create = async (more: object = {}): Promise<AnswerJson> =>
  (await town.post(town.keys.consultant, '/companies', companyBody(more))).json;

describe('POST /companies', () => {
  it('makes a company, and GET shows it', async () => {
    const body = companyBody({ cvr: '13585628', address: 'Havnegade 12, 7100 Vejle' });
    const { status, json } = await town.post(town.keys.consultant, '/companies', body);
    const { warnings, ...company } = json;
    expect([status, warnings]).toEqual([201, []]);
    expect(company).toEqual({
      id: expect.any(String),
      cvr: '13585628',
      name: 'Frugtlageret',
      address: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
      position: { lat: 55.7051, lon: 9.5502 },
      industry: 'Engroshandel',
      contact: { name: 'Ali Demir', phone: '+4575123456', email: 'ali@frugt.example' },
      createdAt: expect.stringMatching(/\+0[12]:00$/),
      ruledOutCitizenIds: [],
    });
    expect((await town.get(town.keys.leader, `/companies/${company.id}`)).json).toEqual(company);
  });

  it('warns of a check digit that does not fit, and makes the company', async () => {
    const { status, json } = await town.post(
      town.keys.consultant,
      '/companies',
      companyBody({ cvr: '12345678' }),
    );
    expect([status, json.warnings[0]!.code]).toEqual([201, 'cvr-check-digit']);
    expect((await town.get(town.keys.consultant, `/companies/${json.id}`)).status).toBe(200);
  });

  it('takes what may be absent as null', async () => {
    const contact = { name: 'Ali', phone: '75123456', email: null };
    const company = await create({ position: null, industry: null, contact });
    expect(company).toMatchObject({ position: null, industry: null, contact: { email: null } });
  });

  it.each([
    ['cvr', { cvr: '1234567' }],
    ['name', { name: '' }],
    ['contact.phone', { contact: { name: 'Ali', phone: '12' } }],
    ['contact', { contact: null }],
    ['position.lat', { position: { lat: 91, lon: 9 } }],
    ['address', { address: 'Havnegade' }],
    ['diagnosis', { diagnosis: 'x' }],
    ['contact.age', { contact: { name: 'Ali', phone: '75123456', age: 40 } }],
  ])('with a wrong %s is 400', async (field, more) => {
    const answer = await town.post(town.keys.consultant, '/companies', companyBody(more));
    expect(refusal(answer)).toEqual([400, 'shape']);
    expect(wrongFields(answer)).toContain(field);
  });

  it('with the CVR number of another is 409 and names the other; another municipality may have it', async () => {
    const other = await create({ name: 'Den første' });
    const body = companyBody({ cvr: other.cvr });
    const second = await town.post(town.keys.integration, '/companies', body);
    expect(refusal(second)).toEqual([409, 'company.cvr-taken']);
    expect(second.json.details).toEqual({ companyId: other.id, name: 'Den første' });
    expect((await town.post(town.keys.otherMunicipality, '/companies', body)).status).toBe(201);
  });

  it('sent again with the same key makes one company', async () => {
    const body = companyBody();
    const send = () =>
      town.send(town.keys.consultant, 'POST', '/companies', body, { 'idempotency-key': 'company-1' });
    const [first, again] = [await send(), await send()];
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(again.json).toEqual(first.json);
  });
});

describe('a company', () => {
  it('does not exist for another municipality', async () => {
    const { id } = await create();
    const other = town.keys.otherMunicipality;
    expect(refusal(await town.get(other, `/companies/${id}`))).toEqual([404, 'company.not-found']);
    expect(refusal(await town.patch(other, `/companies/${id}`, { name: 'Min' }))).toEqual([
      404,
      'company.not-found',
    ]);
    expect((await town.get(other, `/companies/${id}/closing-days`)).status).toBe(404);
    expect(
      (await town.post(other, `/companies/${id}/visits`, { on: inDays(0), observations: [] })).status,
    ).toBe(404);
  });

  it('is all that its employer sees and changes', async () => {
    const [own, other] = [await create(), await create()];
    const employer = await town.employerOf(own.id);
    const { items, nextCursor } = (await town.get(employer, '/companies?limit=1')).json;
    expect([items.map(({ id }) => id), nextCursor]).toEqual([[own.id], null]);
    expect((await town.patch(employer, `/companies/${own.id}`, { name: 'Nyt navn' })).json.name).toBe(
      'Nyt navn',
    );
    expect((await town.get(employer, `/companies/${other.id}`)).status).toBe(404);
    expect((await town.patch(employer, `/companies/${other.id}`, { name: 'x' })).status).toBe(404);
    expect((await town.get(employer, `/companies/${other.id}/closing-days`)).status).toBe(404);
    expect(refusal(await town.post(employer, '/companies', companyBody()))).toEqual([403, 'forbidden']);
    expect((await town.get(town.keys.consultant, `/companies/${other.id}`)).json.name).toBe('Frugtlageret');
  });

  it('is changed in what is sent; null takes away what may be absent, and the contact is merged', async () => {
    const { id } = await create();
    const change = { industry: null, position: null, contact: { phone: '20202020' } };
    const { status, json } = await town.patch(town.keys.consultant, `/companies/${id}`, change);
    expect(status).toBe(200);
    expect(json).toMatchObject({ name: 'Frugtlageret', industry: null, position: null });
    expect(json.contact).toEqual({ name: 'Ali Demir', phone: '+4520202020', email: 'ali@frugt.example' });
    const without = await town.patch(town.keys.consultant, `/companies/${id}`, { contact: { email: null } });
    expect(without.json.contact.email).toBeNull();
  });

  it.each([
    { name: null },
    { contact: { name: null } },
    { address: null },
    { cvr: '13585628' },
    { ruledOutCitizenIds: ['nobody'] },
    { ruledOutCitizenIds: null },
  ])('refuses the change %p with 400', async (change) => {
    const { id } = await create();
    expect(refusal(await town.patch(town.keys.consultant, `/companies/${id}`, change))).toEqual([
      400,
      'shape',
    ]);
  });

  it('is read page by page, each once', async () => {
    const all = (await town.get(town.keys.consultant, '/companies?limit=500')).json.items;
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: AnswerJson = (
        await town.get(town.keys.consultant, `/companies?limit=3${cursor && `&cursor=${cursor}`}`)
      ).json;
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    expect((await town.get(town.keys.consultant, '/companies?cursor=x')).status).toBe(400);
    expect((await town.get(town.keys.consultant, '/companies?search=x')).status).toBe(400);
  });
});

describe('closing days', () => {
  it('are kept and listed, by staff and by the company itself', async () => {
    const { id } = await create();
    const employer = await town.employerOf(id);
    const path = `/companies/${id}/closing-days`;
    const made = await town.post(employer, path, {
      from: '2026-12-24',
      to: '2027-01-03',
      reason: 'Juleferie',
    });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      companyId: id,
      from: '2026-12-24',
      to: '2027-01-03',
      cancelledShifts: 0,
    });
    await town.post(town.keys.consultant, path, { from: '2027-02-01', to: '2027-02-01' });
    const first = (await town.get(employer, `${path}?limit=1`)).json;
    const second = (await town.get(employer, `${path}?limit=1&cursor=${first.nextCursor}`)).json;
    expect([first.items[0]!.reason, second.items[0]!.reason, second.nextCursor]).toEqual([
      'Juleferie',
      null,
      null,
    ]);
  });

  it('that end before they begin are 422; other companies’ are 404; strange fields are 400', async () => {
    const { id } = await create();
    const path = `/companies/${id}/closing-days`;
    const backwards = await town.post(town.keys.consultant, path, { from: '2026-12-24', to: '2026-12-23' });
    expect(refusal(backwards)).toEqual([422, 'company.closing-days-invalid']);
    const stranger = await town.employerOf((await create()).id);
    expect((await town.post(stranger, path, { from: '2026-12-24', to: '2026-12-24' })).status).toBe(404);
    expect(
      (await town.post(town.keys.consultant, path, { from: '2026-12-24', until: '2026-12-24' })).status,
    ).toBe(400);
    expect(
      (await town.post(town.keys.integration, path, { from: '2026-12-24', to: '2026-12-24' })).status,
    ).toBe(403);
  });
});

describe('a visit', () => {
  const observation = {
    bottleneck: 'Tomme kasser står i vejen for trucken',
    whoIsHeldUp: 'Truckføreren',
    minutesPerWeek: 240,
    idea: 'Fjerne tomme kasser',
  };
  const visit = async (): Promise<{ id: string; companyId: string }> => {
    const { id } = await create();
    const body = { on: '2026-11-20', observations: [observation, { ...observation, idea: 'Feje gården' }] };
    return (await town.post(town.keys.consultant, `/companies/${id}/visits`, body)).json;
  };

  it('is written down with what was seen, for staff only', async () => {
    const { id, companyId } = await visit();
    const { items } = (await town.get(town.keys.consultant, `/companies/${companyId}/visits`)).json;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id, on: '2026-11-20', byStaffId: METTE });
    expect(items[0]!.observations[1]).toMatchObject({ n: 1, idea: 'Feje gården', smallJobId: null });
    const employer = await town.employerOf(companyId);
    expect((await town.get(employer, `/companies/${companyId}/visits`)).status).toBe(403);
    const wrong = { on: '2026-11-20', observations: [{ ...observation, minutesPerWeek: 0 }] };
    const answer = await town.post(town.keys.consultant, `/companies/${companyId}/visits`, wrong);
    expect(wrongFields(answer)).toEqual(['observations.0.minutesPerWeek']);
  });

  it('becomes a draft without a word more, once for each observation', async () => {
    const { id, companyId } = await visit();
    const path = `/visits/${id}/observations/0/small-job`;
    const made = await town.post(town.keys.consultant, path);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      companyId,
      status: 'draft',
      title: 'Fjerne tomme kasser',
      weeklyHours: 4,
    });
    expect(made.json.hourlyWageOre).toBeGreaterThan(0);
    const again = await town.post(town.keys.consultant, path, {});
    expect(refusal(again)).toEqual([409, 'visit.observation-already-a-job']);
    expect(again.json.details['smallJobId']).toBe(made.json.id);
    const { items } = (await town.get(town.keys.consultant, `/companies/${companyId}/visits`)).json;
    expect(items[0]!.observations.map((seen) => seen.smallJobId)).toEqual([made.json.id, null]);
  });

  it('becomes a draft with what is said instead', async () => {
    const { id } = await visit();
    const said = { title: 'Kasser og pap', hourlyWageOre: 17_000, endDate: null, fixedContactId: METTE };
    const { status, json } = await town.post(
      town.keys.consultant,
      `/visits/${id}/observations/1/small-job`,
      said,
    );
    expect([status, json.title, json.hourlyWageOre, json.fixedContactId]).toEqual([
      201,
      'Kasser og pap',
      17_000,
      METTE,
    ]);
  });

  it.each([
    ['7', undefined, 404, 'visit.observation-not-found'],
    ['x', undefined, 400, 'shape'],
    ['-1', undefined, 400, 'shape'],
    ['0', { companyId: NOBODY }, 400, 'shape'],
    ['0', { diagnosis: 'x' }, 400, 'shape'],
    ['0', { category: 'rumfart' }, 422, 'category.unknown'],
  ])('observation %s with %p is %i', async (n, body, status, code) => {
    const { id } = await visit();
    const answer = await town.post(town.keys.consultant, `/visits/${id}/observations/${n}/small-job`, body);
    expect(refusal(answer)).toEqual([status, code]);
  });

  it('of another municipality is 404, and an employer may not', async () => {
    const { id, companyId } = await visit();
    const path = `/visits/${id}/observations/0/small-job`;
    expect(refusal(await town.post(town.keys.otherMunicipality, path))).toEqual([404, 'visit.not-found']);
    expect((await town.post(await town.employerOf(companyId), path)).status).toBe(403);
    expect(
      (await town.post(await town.employerOf(companyId), '/small-jobs', smallJobBody(companyId))).status,
    ).toBe(201);
  });
});
