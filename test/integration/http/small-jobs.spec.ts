import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  citizenBody,
  companyBody,
  inDays,
  LARS,
  LISE,
  METTE,
  newCitizen,
  NOBODY,
  openOffer,
  refusal,
  smallJobBody,
  vacancy,
  wrongFields,
  Town,
  idsOf,
  type AnswerJson,
} from './small-town.js';

let town: Town;
let companyId: string;
beforeAll(async () => {
  town = await Town.start();
  companyId = (await town.post(town.keys.consultant, '/companies', companyBody())).json.id;
});
afterAll(() => town.stop());

const draft = async (more: object = {}): Promise<AnswerJson> =>
  (await town.post(town.keys.consultant, '/small-jobs', smallJobBody(companyId, more))).json;

describe('POST /small-jobs', () => {
  it('makes a draft and fills in nothing that somebody must decide', async () => {
    const { fixedContactId: _, ...body } = smallJobBody(companyId, { hourlyWageOre: 25_000 });
    const { status, json } = await town.post(town.keys.consultant, '/small-jobs', body);
    const { warnings, ...smallJob } = json;
    expect([status, warnings]).toEqual([201, []]);
    expect(smallJob).toEqual({
      ...body,
      id: expect.any(String),
      status: 'draft',
      weeklyShifts: [1, 3, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00', breakMinutes: 0 })),
      weeklyHours: 12,
      endDate: null,
      collectiveAgreement: null,
      roomToGrowHours: null,
      seatsTaken: 0,
      companyContact: { name: 'Ali Demir', phone: '+4575123456' },
      fixedContactId: null,
      fixedContact: null,
      answersToday: null,
      withoutDuty: false,
      closeReason: null,
      ownerAskedAt: null,
      createdAt: expect.stringMatching(/\+0[12]:00$/),
    });
    expect((await town.get(town.keys.leader, `/small-jobs/${smallJob.id}`)).json).toEqual(smallJob);
  });

  it('shows whom both sides can call', async () => {
    const { fixedContactId, fixedContact, answersToday } = await draft();
    const mette = { id: METTE, name: 'Mette Holm', phone: '+4520123456' };
    expect({ fixedContactId, fixedContact, answersToday }).toEqual({
      fixedContactId: METTE,
      fixedContact: mette,
      answersToday: mette,
    });
  });

  it('warns of hours that are not normal and of a full caseload, and refuses neither', async () => {
    const { caseload } = await town.settings();
    await town.post(town.keys.lars, '/citizens', citizenBody());
    await town.settle({ caseload: { target: 0, limit: 1 } });
    const weeklyShifts = [1, 2, 3, 4].map((weekday) => ({
      weekday,
      start: '08:00',
      end: '12:30',
      breakMinutes: 15,
    }));
    const made = await town.post(
      town.keys.consultant,
      '/small-jobs',
      smallJobBody(companyId, { weeklyShifts, fixedContactId: LARS, hourlyWageOre: 25_000 }),
    );
    await town.settle({ caseload });
    expect([made.status, made.json.weeklyHours]).toEqual([201, 17]);
    expect(made.json.warnings.map(({ code }) => code)).toEqual([
      'hours-outside-normal',
      'caseload-above-target',
    ]);
    expect(made.json.warnings[0]!.text).toBe('17 timer om ugen; det normale er 5 til 15.');
  });

  const long = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00' }));
  const slot = { weekday: 1, start: '08:00', end: '10:00' };
  it.each([
    ['small-job.too-many-hours', 422, { weeklyShifts: long }],
    ['small-job.shifts-overlap', 422, { weeklyShifts: [slot, { ...slot, start: '09:00', end: '11:00' }] }],
    ['small-job.shift-ends-before-start', 422, { weeklyShifts: [{ ...slot, start: '14:00', end: '13:00' }] }],
    ['small-job.break-too-long', 422, { weeklyShifts: [{ ...slot, breakMinutes: 120 }] }],
    ['small-job.dates-invalid', 422, { endDate: inDays(29) }],
    ['category.unknown', 422, { category: 'rumfart' }],
    ['company.not-found', 404, { companyId: NOBODY }],
    ['staff.not-found', 404, { fixedContactId: NOBODY }],
  ])('that breaks a rule is %s', async (code, status, more) => {
    const answer = await town.post(town.keys.consultant, '/small-jobs', smallJobBody(companyId, more));
    expect(refusal(answer)).toEqual([status, code]);
  });

  it.each([
    ['title', { title: undefined }],
    ['hourlyWageOre', { hourlyWageOre: 158.45 }],
    ['demands.noise', { demands: { liftKg: 1, standing: 1, noise: 3, peopleContact: 1 } }],
    ['demands.gender', { demands: { liftKg: 1, standing: 1, noise: 1, peopleContact: 1, gender: 'm' } }],
    ['weeklyShifts.0.end', { weeklyShifts: [{ ...slot, end: '25:00' }] }],
    ['weeklyShifts', { weeklyShifts: [] }],
    ['workplace.postcode', { workplace: { street: 'A 1', postcode: '71000', town: 'Vejle' } }],
    ['positions', { positions: 0 }],
    ['status', { status: 'open' }],
    ['age', { age: '18-25' }],
  ])('with a wrong %s is 400', async (field, more) => {
    const answer = await town.post(town.keys.consultant, '/small-jobs', smallJobBody(companyId, more));
    expect(refusal(answer)).toEqual([400, 'shape']);
    expect(wrongFields(answer)).toContain(field);
  });
});

describe('a small job', () => {
  it('is published, paused, resumed and closed, with no body, an empty one, or {}', async () => {
    const { id } = await draft();
    const go = async (
      action: string,
      body?: unknown,
      headers?: Record<string, string>,
    ): Promise<[number, string]> => {
      const { status, json } = await town.send(
        town.keys.consultant,
        'POST',
        `/small-jobs/${id}/${action}`,
        body,
        headers,
      );
      return [status, json.status];
    };
    expect(await go('publish', undefined, { 'content-type': 'application/json' })).toEqual([200, 'open']);
    expect(await go('pause')).toEqual([200, 'paused']);
    expect(await go('resume', {})).toEqual([200, 'open']);
    expect((await go('close'))[0]).toBe(400);
    expect(await go('close', { reason: 'Opgaven er løst' })).toEqual([200, 'closed']);
    const { closeReason } = (await town.get(town.keys.consultant, `/small-jobs/${id}`)).json;
    expect(closeReason).toBe('Opgaven er løst');
  });

  it('takes no step twice', async () => {
    const { id } = await draft();
    const go = (action: string, body?: unknown) =>
      town.post(town.keys.consultant, `/small-jobs/${id}/${action}`, body);
    expect(refusal(await go('pause'))).toEqual([409, 'small-job.wrong-state']);
    await go('publish');
    expect(refusal(await go('publish'))).toEqual([409, 'small-job.wrong-state']);
    expect(refusal(await go('resume'))).toEqual([409, 'small-job.wrong-state']);
    await go('close', { reason: 'x' });
    expect(refusal(await go('close', { reason: 'x' }))).toEqual([409, 'small-job.wrong-state']);
    const change = await town.patch(town.keys.consultant, `/small-jobs/${id}`, { title: 'Ny' });
    expect(refusal(change)).toEqual([409, 'small-job.wrong-state']);
  });

  it('is not published without somebody who can be called', async () => {
    const { id } = await draft({ fixedContactId: undefined });
    const publish = () => town.post(town.keys.consultant, `/small-jobs/${id}/publish`);
    expect(refusal(await publish())).toEqual([422, 'small-job.no-fixed-contact']);
    await town.patch(town.keys.consultant, `/small-jobs/${id}`, { fixedContactId: LISE });
    expect(refusal(await publish())).toEqual([422, 'small-job.no-fixed-contact']);
    const changed = await town.patch(town.keys.consultant, `/small-jobs/${id}`, { fixedContactId: METTE });
    expect([changed.status, changed.json.fixedContact.name]).toEqual([200, 'Mette Holm']);
    expect((await publish()).json.status).toBe('open');
  });

  it('is changed in what is sent: demands are merged, null takes away', async () => {
    const before = await draft({ endDate: inDays(90), collectiveAgreement: 'X', roomToGrowHours: 20 });
    const change = {
      demands: { liftKg: 5 },
      endDate: null,
      collectiveAgreement: null,
      roomToGrowHours: null,
    };
    const { status, json } = await town.patch(town.keys.consultant, `/small-jobs/${before.id}`, change);
    expect(status).toBe(200);
    expect(json).toEqual({
      ...before,
      ...change,
      demands: { liftKg: 5, standing: 1, noise: 1, peopleContact: 1, other: [] },
    });
  });

  it.each([
    { title: null },
    { demands: null },
    { demands: { liftKg: null } },
    { demands: { age: 4 } },
    { companyId: NOBODY },
    { seatsTaken: 0 },
    { weeklyShifts: null },
  ])('refuses the change %p with 400', async (change) => {
    const { id } = await draft();
    expect(refusal(await town.patch(town.keys.consultant, `/small-jobs/${id}`, change))).toEqual([
      400,
      'shape',
    ]);
  });

  it('does not begin on another day that has passed', async () => {
    const { id } = await draft();
    const change = (startDate: string) =>
      town.patch(town.keys.consultant, `/small-jobs/${id}`, { startDate });
    expect(refusal(await change(inDays(-1)))).toEqual([422, 'small-job.start-in-past']);
    expect((await change(inDays(1))).status).toBe(200);
  });

  it('keeps hours, pay and place while an offer is open; the rest may change', async () => {
    const place = await vacancy(town);
    const { offerId } = await openOffer(town, place);
    const path = `/small-jobs/${place.smallJobId}`;
    const change = (body: object) => town.patch(town.keys.consultant, path, body);
    const shifts = [1, 3, 5].map((weekday) => ({ start: '08:00', end: '12:00', weekday }));
    expect(refusal(await change({ hourlyWageOre: 16_000 }))).toEqual([409, 'small-job.open-offer']);
    expect(refusal(await change({ weeklyShifts: shifts.slice(1) }))).toEqual([409, 'small-job.open-offer']);
    const elsewhere = { street: 'Ny Vej 1', postcode: '7100', town: 'Vejle' };
    expect(refusal(await change({ workplace: elsewhere }))).toEqual([409, 'small-job.open-offer']);
    expect((await change({ weeklyShifts: shifts, hourlyWageOre: 15_845, title: 'Kasser' })).status).toBe(200);
    await town.post(town.keys.consultant, `/offers/${offerId}/withdraw`);
    expect((await change({ hourlyWageOre: 16_000 })).json.hourlyWageOre).toBe(16_000);
  });

  it('that is filled opens again when it gets another seat', async () => {
    const place = await vacancy(town);
    const { offerId } = await openOffer(town, place);
    await town.post(town.keys.consultant, `/offers/${offerId}/answer`, { answer: 'yes', how: 'phone' });
    const change = (positions: number) =>
      town.patch(town.keys.consultant, `/small-jobs/${place.smallJobId}`, { positions });
    expect((await change(1)).json.status).toBe('filled');
    expect((await change(2)).json.status).toBe('open');
    expect(refusal(await change(0))).toEqual([400, 'shape']);
  });

  it('is seen and changed by its own company only', async () => {
    const place = await vacancy(town);
    const stranger = (await vacancy(town)).employer;
    const path = `/small-jobs/${place.smallJobId}`;
    expect((await town.patch(place.employer, path, { title: 'Mit job' })).json.title).toBe('Mit job');
    expect((await town.post(place.employer, `${path}/pause`)).json.status).toBe('paused');
    for (const answer of [
      await town.get(stranger, path),
      await town.patch(stranger, path, { title: 'x' }),
      await town.post(stranger, `${path}/resume`),
      await town.post(stranger, `${path}/close`, { reason: 'x' }),
      await town.get(stranger, `${path}/openings`),
      await town.get(town.keys.otherMunicipality, path),
      await town.patch(town.keys.otherMunicipality, path, { title: 'x' }),
      await town.post(town.keys.otherMunicipality, `${path}/resume`),
    ]) {
      expect(refusal(answer)).toEqual([404, 'small-job.not-found']);
    }
    const posted = await town.post(stranger, '/small-jobs', smallJobBody(place.companyId));
    expect(refusal(posted)).toEqual([404, 'company.not-found']);
    expect((await town.post(town.keys.integration, `${path}/resume`)).status).toBe(403);
  });

  it('is listed by status and company, page by page', async () => {
    const first = await vacancy(town);
    const second = await town.post(first.employer, '/small-jobs', smallJobBody(first.companyId));
    const list = async (key: string, query: string): Promise<AnswerJson> =>
      (await town.get(key, `/small-jobs?${query}`)).json;
    const company = `companyId=${first.companyId}`;
    expect(idsOf(await list(town.keys.consultant, `${company}&status=open`))).toEqual([first.smallJobId]);
    const page = await list(town.keys.consultant, `${company}&limit=1`);
    const rest = await list(town.keys.consultant, `${company}&limit=1&cursor=${page.nextCursor}`);
    expect([...idsOf(page), ...idsOf(rest), rest.nextCursor]).toEqual([
      first.smallJobId,
      second.json.id,
      null,
    ]);
    expect(idsOf(await list(first.employer, ''))).toEqual([first.smallJobId, second.json.id]);
    expect(idsOf(await list(town.keys.otherMunicipality, company))).toEqual([]);
    expect((await town.get(town.keys.consultant, '/small-jobs?status=lost')).status).toBe(400);
  });
});

describe('the fixed contact', () => {
  it('is handed over with a reason, and the history stays', async () => {
    const { smallJobId } = await vacancy(town);
    const path = `/contacts/${smallJobId}`;
    const given = await town.post(town.keys.consultant, `${path}/handover`, {
      toId: LARS,
      reason: 'leave',
      note: 'Barsel',
    });
    expect([given.status, given.json.fixedContact.name]).toEqual([200, 'Lars Bach']);
    expect(given.json.assignments).toMatchObject([
      { contact: { id: METTE }, reason: 'first', endedAt: expect.any(String) },
      { contact: { id: LARS }, reason: 'leave', note: 'Barsel', endedAt: null },
    ]);
    expect((await town.get(town.keys.integration, path)).json).toEqual(given.json);
    const again = await town.post(town.keys.consultant, `${path}/handover`, {
      toId: LARS,
      reason: 'planned',
    });
    expect(refusal(again)).toEqual([409, 'contact.same-person']);
    const told = await town.query(`SELECT template FROM messages WHERE subject_id = $1`, [smallJobId]);
    expect(told.map(({ template }) => template)).toContain('contact-handover-company');
  });

  it('keeps a reason in own words', async () => {
    const { smallJobId } = await vacancy(town);
    const body = { toId: LARS, reason: 'Flytter til en anden by', note: 'Fra mandag' };
    const { json } = await town.post(town.keys.leader, `/contacts/${smallJobId}/handover`, body);
    expect(json.assignments[1]).toMatchObject({
      reason: 'other',
      note: 'Flytter til en anden by. Fra mandag',
    });
  });

  it('that is changed by PATCH is handed over too, and never to somebody who cannot be called', async () => {
    const { smallJobId } = await vacancy(town);
    const change = (fixedContactId: string) =>
      town.patch(town.keys.consultant, `/small-jobs/${smallJobId}`, { fixedContactId });
    expect((await change(LARS)).json.fixedContact.name).toBe('Lars Bach');
    const told = await town.query(`SELECT template FROM messages WHERE subject_id = $1`, [smallJobId]);
    expect(told.map(({ template }) => template)).toContain('contact-handover-company');
    expect(refusal(await change(LISE))).toEqual([422, 'small-job.no-fixed-contact']);
    const { assignments } = (await town.get(town.keys.consultant, `/contacts/${smallJobId}`)).json;
    expect(assignments.map(({ reason }) => reason)).toEqual(['first', 'other']);
  });

  it('is covered for some days, and then somebody else answers', async () => {
    const { smallJobId, employer } = await vacancy(town);
    const cover = (body: object) => town.post(town.keys.consultant, `/contacts/${smallJobId}/cover`, body);
    const covered = await cover({ byId: LARS, from: inDays(0), to: inDays(5) });
    expect([covered.status, covered.json.fixedContact.id, covered.json.answersToday.id]).toEqual([
      200,
      METTE,
      LARS,
    ]);
    const seen = (await town.get(employer, `/small-jobs/${smallJobId}`)).json;
    expect([seen.fixedContact.name, seen.answersToday.name]).toEqual(['Mette Holm', 'Lars Bach']);
    expect(refusal(await cover({ byId: LISE, from: inDays(5), to: inDays(6) }))).toEqual([
      409,
      'contact.cover-overlaps',
    ]);
    expect(refusal(await cover({ byId: LISE, from: inDays(9), to: inDays(8) }))).toEqual([
      422,
      'contact.cover-invalid',
    ]);
    expect(refusal(await cover({ byId: METTE, from: inDays(9), to: inDays(9) }))).toEqual([
      409,
      'contact.same-person',
    ]);
    expect(refusal(await cover({ byId: NOBODY, from: inDays(9), to: inDays(9) }))).toEqual([
      404,
      'staff.not-found',
    ]);
    expect((await cover({ byId: LARS, from: 'i morgen', to: inDays(9) })).status).toBe(400);
  });

  it('is the municipality’s own matter', async () => {
    const { smallJobId, employer } = await vacancy(town);
    const path = `/contacts/${smallJobId}`;
    expect((await town.get(employer, path)).status).toBe(403);
    expect((await town.post(employer, `${path}/handover`, { toId: LARS, reason: 'planned' })).status).toBe(
      403,
    );
    expect((await town.get(town.keys.otherMunicipality, path)).status).toBe(404);
    const foreign = await town.post(town.keys.otherMunicipality, `${path}/handover`, {
      toId: METTE,
      reason: 'planned',
    });
    expect(refusal(foreign)).toEqual([404, 'small-job.not-found']);
  });
});

describe('the ranking of a small job', () => {
  it('shows everybody who fits with points that add up, and everybody else with every rule', async () => {
    const place = await vacancy(town);
    const fits = await newCitizen(town);
    const limits = { liftKg: 5, standing: 0, noise: 2, peopleContact: 2, other: [] };
    const fitsNot = await newCitizen(town, { limits, saidYes: false });
    const { status, json } = await town.get(
      town.keys.consultant,
      `/small-jobs/${place.smallJobId}/ranking?limit=1000000000`,
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({
      smallJobId: place.smallJobId,
      considered: json.ranked.length + json.excluded.length,
    });
    expect(json.eligible).toBe(json.ranked.length);
    const best = json.ranked.find(({ citizenId }) => citizenId === fits);
    expect(best!.parts.reduce((sum, { points }) => sum + points, 0)).toBe(best!.score);
    const excluded = json.excluded.find(({ citizenId }) => citizenId === fitsNot);
    expect(excluded!.failed.map(({ constraint }) => constraint)).toEqual(['phase', 'lifting', 'standing']);
    expect(excluded!.failed[1]!.change).toEqual({
      on: 'small-job',
      text: expect.any(String),
      body: { demands: { liftKg: 5 } },
    });
    expect(JSON.stringify(json)).not.toMatch(/Jonas|Skovgade|\+4530/);
    const [kept] = await town.query(
      'SELECT shown_to FROM rankings WHERE small_job_id = $1 AND shown_to IS NOT NULL',
      [place.smallJobId],
    );
    expect(kept).toEqual({ shown_to: 'Mette Holm' });
  });

  it('is as long as asked for, and in the scope asked for', async () => {
    const { smallJobId } = await vacancy(town);
    const mine = await newCitizen(town);
    const his = (await town.post(town.keys.lars, '/citizens', citizenBody())).json.id;
    const path = `/small-jobs/${smallJobId}/ranking`;
    const short = (await town.get(town.keys.consultant, `${path}?limit=1&excluded=false`)).json;
    expect([short.ranked.length, short.excluded]).toEqual([1, []]);
    expect(short.eligible).toBeGreaterThan(1);
    const everybody = async (query: string): Promise<string[]> =>
      (await town.get(town.keys.consultant, `${path}?limit=500&${query}`)).json.ranked.map(
        (row) => row.citizenId,
      );
    expect(await everybody('')).toEqual(expect.arrayContaining([mine, his]));
    const own = await everybody('scope=mine');
    expect([own.includes(mine), own.includes(his)]).toEqual([true, false]);
  });

  it.each(['limit=0', 'limit=-1', 'limit=mange', 'scope=alle', 'excluded=nej', 'sort=name'])(
    'refuses ?%s with 400',
    async (query) => {
      const { id } = await draft();
      expect((await town.get(town.keys.consultant, `/small-jobs/${id}/ranking?${query}`)).status).toBe(400);
    },
  );

  it('is never a company’s, nor another municipality’s', async () => {
    const { smallJobId, employer } = await vacancy(town);
    expect(refusal(await town.get(employer, `/small-jobs/${smallJobId}/ranking`))).toEqual([
      403,
      'forbidden',
    ]);
    const foreign = await town.get(town.keys.otherMunicipality, `/small-jobs/${smallJobId}/ranking`);
    expect(refusal(foreign)).toEqual([404, 'small-job.not-found']);
  });
});

describe('what-if', () => {
  it('counts exactly for the municipality, and each change can be made as it stands', async () => {
    const demands = { liftKg: 60, standing: 1, noise: 1, peopleContact: 1, other: [] };
    const place = await vacancy(town, { demands });
    await newCitizen(town);
    const path = `/small-jobs/${place.smallJobId}`;
    const eligible = async (): Promise<number> =>
      (await town.get(town.keys.consultant, `${path}/ranking`)).json.eligible;
    const before = await eligible();
    const { items } = (await town.get(town.keys.consultant, `${path}/openings`)).json;
    const lighter = items.find(({ change }) => JSON.stringify(Object.keys(change)) === '["demands"]');
    expect(lighter!.gained).toBeGreaterThan(0);
    expect((await town.patch(town.keys.consultant, path, lighter!.change)).status).toBe(200);
    expect(await eligible()).toBe(before + lighter!.gained);
  });

  it('tells a company words and never a number', async () => {
    const demands = { liftKg: 60, standing: 1, noise: 1, peopleContact: 1, other: [] };
    const place = await vacancy(town, { demands });
    await newCitizen(town, { limits: { liftKg: 59, standing: 2, noise: 2, peopleContact: 2, other: [] } });
    const { status, json } = await town.get(place.employer, `/small-jobs/${place.smallJobId}/openings`);
    expect([status, Object.keys(json)]).toEqual([200, ['items']]);
    expect(json.items.length).toBeGreaterThan(0);
    for (const item of json.items) {
      expect(Object.keys(item)).toEqual(['change', 'text', 'howMany']);
      expect(['få', 'flere']).toContain(item.howMany);
    }
    // On steps of five kilos: 59 is the limit of one person, and stays ours.
    const lifts = json.items.flatMap(({ change }) => change.demands?.liftKg ?? []);
    expect(lifts).toContain(55);
    expect(lifts).not.toContain(59);
    expect(json.items.find(({ change }) => change.demands?.liftKg === 55)!.howMany).toBe('få');
    const staffView = (await town.get(town.keys.consultant, `/small-jobs/${place.smallJobId}/openings`)).json;
    expect(staffView).toMatchObject({ eligible: 0, items: expect.any(Array), otherWays: expect.any(Array) });
  });
});
