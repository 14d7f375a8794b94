import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  companyBody,
  inDays,
  METTE,
  LARS,
  newCitizen,
  NOBODY,
  refusal,
  smallJobBody,
  Town,
  wrongFields,
  type Answer,
} from './small-town.js';

let town: Town;
let companyId: string;
let employer: string;
let stranger: string;
beforeAll(async () => {
  town = await Town.start();
  companyId = (await town.post(town.keys.consultant, '/companies', companyBody())).json.id;
  employer = await town.employerOf(companyId);
  const other = (await town.post(town.keys.consultant, '/companies', companyBody())).json.id;
  stranger = await town.employerOf(other);
});
afterAll(() => town.stop());

/** What a draft answers; the small town's answers are about other things. */
interface DraftJson {
  id: string;
  answers: Record<string, unknown>;
  version: number;
  missing: { field: string; step: string }[];
  nextStep: string;
  smallJobId: string | null;
  overtook: boolean;
  to: string;
  band: string;
  changes: { change: object; text: string; band: string }[];
  assumed: string[];
}
const read = ({ json }: Answer): DraftJson => json as unknown as DraftJson;

const whole = (more: object = {}) => {
  const { companyId: _, accommodationsOffered, certificates, ...body } = smallJobBody(companyId);
  return { ...body, accommodationsOffered, certificates, ...more };
};
const begin = async (more: object = {}) => read(await town.post(employer, '/posting-drafts', more));

describe('a draft over HTTP', () => {
  it('begins with nothing, is saved bit by bit, listed and removed', async () => {
    const { status, json } = await town.post(employer, '/posting-drafts', {});
    expect(status).toBe(201);
    const { id, missing, version } = json as unknown as DraftJson;
    expect([missing.length, version]).toEqual([11, 1]);
    const saved = read(
      await town.patch(employer, `/posting-drafts/${id}`, {
        title: 'Feje',
        demands: { noise: 2 },
        seenVersion: 1,
      }),
    );
    expect(saved).toMatchObject({
      answers: { title: 'Feje', demands: { noise: 2 } },
      version: 2,
      overtook: false,
    });
    const late = read(
      await town.patch(employer, `/posting-drafts/${id}`, { title: 'Feje gård', seenVersion: 1 }),
    );
    expect([late.overtook, late.answers['title']]).toEqual([true, 'Feje gård']);
    const list = (await town.get(employer, '/posting-drafts')).json.items.map((item) => item.id);
    expect(list).toContain(id);
    expect((await town.send(employer, 'DELETE' as 'POST', `/posting-drafts/${id}`)).status).toBe(204);
    expect(refusal(await town.get(employer, `/posting-drafts/${id}`))).toEqual([
      404,
      'posting-draft.not-found',
    ]);
  });

  it('is there for its company and the municipality, and for nobody else', async () => {
    const { id } = await begin({ title: 'Feje' });
    expect((await town.get(town.keys.consultant, `/posting-drafts/${id}`)).status).toBe(200);
    const forIt = await town.post(town.keys.consultant, '/posting-drafts', { companyId, title: 'For jer' });
    expect(forIt.status).toBe(201);
    expect(wrongFields(await town.post(town.keys.consultant, '/posting-drafts', {}))).toEqual(['companyId']);
    for (const key of [stranger, town.keys.otherMunicipality]) {
      for (const answer of [
        await town.get(key, `/posting-drafts/${id}`),
        await town.patch(key, `/posting-drafts/${id}`, {}),
        await town.post(key, `/posting-drafts/${id}/publish`),
        await town.post(key, `/posting-drafts/${id}/mail`),
        await town.send(key, 'DELETE' as 'POST', `/posting-drafts/${id}`),
      ])
        expect(refusal(answer)).toEqual([404, 'posting-draft.not-found']);
    }
    expect(refusal(await town.post(stranger, '/posting-drafts', { companyId }))).toEqual([
      404,
      'company.not-found',
    ]);
    expect((await town.get(town.keys.integration, '/posting-drafts')).status).toBe(403);
  });

  it.each([
    [{ weeklyShifts: [{ weekday: 8, start: '08:00', end: '10:00' }] }, ['weeklyShifts.0.weekday']],
    [{ companyContact: { name: 'Ali', phone: '12' } }, ['companyContact.phone']],
    [{ salary: 1 }, ['salary']],
    [{ fixedContactId: 'mette' }, ['fixedContactId']],
  ])('refuses %j', async (body, fields) => {
    expect(wrongFields(await town.post(employer, '/posting-drafts', body))).toEqual(fields);
  });

  it.each([
    ['small-job.shift-ends-before-start', { weeklyShifts: [{ weekday: 1, start: '14:00', end: '13:00' }] }],
    ['small-job.start-in-past', { startDate: inDays(-1) }],
    ['small-job.dates-invalid', { startDate: inDays(14), endDate: inDays(13) }],
  ])('holds nothing that is %s', async (code, answers) => {
    const { id } = await begin();
    const { json } = await town.get(employer, `/posting-drafts/${id}`);
    for (const answer of [
      await town.patch(employer, `/posting-drafts/${id}`, answers),
      await town.post(employer, '/posting-drafts', answers),
    ])
      expect(refusal(answer)).toEqual([422, code]);
    expect((await town.get(employer, `/posting-drafts/${id}`)).json).toEqual(json);
  });

  it('holds no week that nobody could post', async () => {
    const { id } = await begin();
    const weeklyShifts = [1, 2].map((weekday) => ({ weekday, start: '08:00', end: '18:00' }));
    const answer = await town.patch(employer, `/posting-drafts/${id}`, { weeklyShifts });
    expect(refusal(answer)).toEqual([422, 'small-job.too-many-hours']);
  });
});

describe('publishing over HTTP', () => {
  it('says what is missing, and names the contact on its own', async () => {
    const { id } = await begin({ title: 'Feje' });
    const answer = await town.post(employer, `/posting-drafts/${id}/publish`);
    expect(refusal(answer)).toEqual([422, 'posting-draft.incomplete']);
    expect(answer.json.details['missing']).toContain('weeklyShifts');
    const nearly = await begin(whole({ fixedContactId: null }));
    expect(nearly.missing).toEqual([{ field: 'fixedContactId', step: 'people' }]);
    const refused = await town.post(employer, `/posting-drafts/${nearly.id}/publish`);
    expect(refusal(refused)).toEqual([422, 'small-job.no-fixed-contact']);
  });

  it('makes one small job, also when it is pressed five times at once', async () => {
    const { id } = await begin(whole());
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => town.post(employer, `/posting-drafts/${id}/publish`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(answers[0]!.json).toMatchObject({
      status: 'open',
      fixedContactId: METTE,
      title: 'Fjerne tomme kasser',
    });
    const after = read(await town.get(employer, `/posting-drafts/${id}`));
    expect(after.smallJobId).toBe(answers[0]!.json.id);
    expect(refusal(await town.patch(employer, `/posting-drafts/${id}`, {}))).toEqual([
      409,
      'posting-draft.already-posted',
    ]);
  });

  it('leaves nothing when the contact does not exist', async () => {
    const before = (await town.get(employer, '/small-jobs?limit=500')).json.items.length;
    const { id } = await begin(whole({ fixedContactId: NOBODY }));
    expect(refusal(await town.post(employer, `/posting-drafts/${id}/publish`))).toEqual([
      404,
      'staff.not-found',
    ]);
    expect((await town.get(employer, '/small-jobs?limit=500')).json.items).toHaveLength(before);
  });

  it('one more like it begins with the same answers', async () => {
    const { json } = await town.post(employer, '/small-jobs', { ...smallJobBody(companyId) });
    const copy = read(await town.post(employer, `/small-jobs/${json.id}/duplicate`));
    expect(copy.answers).toMatchObject({ title: 'Fjerne tomme kasser', hourlyWageOre: 15_845 });
    expect(copy.missing.map(({ field }) => field)).toEqual(['startDate', 'fixedContactId']);
    expect(refusal(await town.post(stranger, `/small-jobs/${json.id}/duplicate`))).toEqual([
      404,
      'small-job.not-found',
    ]);
  });

  it('mails the address to the company', async () => {
    const { id } = await begin({ title: 'Feje' });
    expect(read(await town.post(employer, `/posting-drafts/${id}/mail`)).to).toBe('ali@frugt.example');
    const [row] = await town.query(`SELECT data FROM messages WHERE template = 'draft-saved'`);
    expect(row).toEqual({
      data: {
        companyContact: 'Ali',
        title: 'Feje',
        path: `/firma/opgaver/ny/${id}`,
        contact: 'Mette',
        contactPhone: '20123456',
      },
    });
  });
});

describe('help while one posts', () => {
  it('reads a sentence and says what it proposes', async () => {
    const sentence = 'vi skal have ryddet op på lageret hver morgen';
    const { status, json } = await town.post(employer, '/small-jobs/from-sentence', { sentence });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      title: 'Rydde op på lageret',
      category: 'oprydning',
      weekdays: [1, 2, 3, 4, 5],
      start: '08:00',
      end: '10:00',
      understood: [
        { what: 'category', how: 'said', words: 'ryddet op' },
        { what: 'weekdays', how: 'guessed', words: 'hver morgen' },
        { what: 'start', how: 'guessed', words: 'hver morgen' },
        { what: 'end', how: 'guessed', words: '' },
      ],
    });
  });

  it('says how many fit in words, to a company and to the municipality alike', async () => {
    const { companyId: _, fixedContactId: __, ...job } = smallJobBody(companyId);
    const fit = async (more: object = {}) =>
      read(await town.post(employer, '/small-jobs/fit', { ...job, ...more }));
    const lifting = (liftKg: number) => ({ demands: { ...job.demands, liftKg } });
    expect((await fit()).band).toBe('none');
    await newCitizen(town);
    expect((await fit(lifting(5))).band).toBe('few');
    for (let more = 0; more < 4; more += 1) await newCitizen(town);
    expect(await fit(lifting(0))).toEqual({ band: 'many', changes: [], assumed: [] });
    // What was asked within the minute is answered as it was, and nobody is looked at again.
    expect((await fit()).band).toBe('none');
    const early = await fit({
      weeklyShifts: [1, 3, 5].map((weekday) => ({ weekday, start: '06:00', end: '10:00' })),
    });
    expect(early.band).toBe('none');
    expect(early.changes[0]).toEqual({
      change: { startFlexibilityMinutes: 60 },
      text: 'start kl. 7 er også fint',
      band: 'many',
    });
    const asStaff = await town.post(town.keys.consultant, '/small-jobs/fit', { ...job, companyId });
    expect(read(asStaff).band).toBe('many');
    expect(wrongFields(await town.post(town.keys.consultant, '/small-jobs/fit', job))).toEqual(['companyId']);
    const [logged] = await town.query(
      `SELECT count(*)::int AS times FROM access_log WHERE purpose = 'small-job.fit' AND kind = 'calculated' AND company_id = $1`,
      [companyId],
    );
    expect(logged).toEqual({ times: 4 });
  });

  it('lists whom one can call, and nobody without a number', async () => {
    const { json } = await town.get(employer, `/companies/${companyId}/callable-contacts`);
    expect(json.items.map(({ id }) => id)).toEqual([METTE, LARS]);
    expect(json.items[0]).toEqual({
      id: METTE,
      name: 'Mette Holm',
      phone: '+4520123456',
      contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
      knowsCompany: true,
    });
    expect(refusal(await town.get(stranger, `/companies/${companyId}/callable-contacts`))).toEqual([
      404,
      'company.not-found',
    ]);
  });
});
