import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizenBody, companyBody, METTE, NOBODY, smallJobBody, Town } from './small-town.js';

interface Json {
  [field: string]: unknown;
  code: string;
  items: Record<string, unknown>[];
  warnings: { code: string; text: string }[];
}

let town: Town;
let employer: string;
let companyId: string;
beforeAll(async () => {
  town = await Town.start();
  companyId = (await town.post(town.keys.consultant, '/companies', companyBody())).json.id;
  employer = await town.employerOf(companyId);
});
afterAll(() => town.stop());

/** The rates of 2026 come with the product; those of later years are loaded by somebody. */
const in2026 = '2026-12-07';

const send = async (
  key: string,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: Json }> => {
  const { status, json } = await town.send(key, method, path, body, headers);
  return { status, json: json as unknown as Json };
};

describe('GET /wage-floors', () => {
  it('says the lowest agreed wage and what an hour costs', async () => {
    const { json } = await send(employer, 'GET', '/wage-floors?category=lager&on=2026-11-22&hoursPerWeek=12');
    expect(json.items).toEqual([
      {
        category: 'lager',
        on: '2026-11-22',
        agreement: 'Fællesoverenskomsten (DIO II og 3F)',
        floorOre: 15_845,
        from: '2026-03-01',
        source: expect.stringMatching(/\S/),
        status: 'V2',
        note: null,
        employerCost: {
          wageOre: 15_845,
          pensionOre: 1_743,
          savingsOre: null,
          holidayPayOre: 1_981,
          atpOre: 127,
          totalOre: 19_695,
        },
      },
    ]);
  });

  it('says that some are not known, and lists every category', async () => {
    const { json } = await send(town.keys.leader, 'GET', '/wage-floors?on=2026-11-22');
    expect(json.items.length).toBeGreaterThanOrEqual(14);
    expect(json.items.find((row) => row['category'] === 'gartner')).toMatchObject({
      floorOre: null,
      agreement: null,
      employerCost: null,
    });
    expect((await send(employer, 'GET', '/wage-floors?category=raketter')).json.code).toBe(
      'category.unknown',
    );
  });
});

describe('a small job paid below the agreement', () => {
  const warnings = (json: Json) => json.warnings.map(({ code }) => code);

  it('is made, with a warning; and warned of again when it is changed to that', async () => {
    const made = await send(
      town.keys.consultant,
      'POST',
      '/small-jobs',
      smallJobBody(companyId, { hourlyWageOre: 15_000, startDate: in2026 }),
    );
    expect([made.status, warnings(made.json)]).toEqual([201, ['wage-below-floor']]);
    expect(made.json.warnings[0]?.text).toBe(
      '150,00 kr. i timen; den laveste løn i Fællesoverenskomsten (DIO II og 3F) er 158,45 kr.',
    );
    const path = `/small-jobs/${String(made.json['id'])}`;
    const better = await send(employer, 'PATCH', path, { hourlyWageOre: 15_845 });
    expect(warnings(better.json)).toEqual([]);
    const later = await send(employer, 'PATCH', path, { startDate: '2027-03-01' });
    expect(warnings(later.json)).toEqual(['wage-below-floor']);
  });

  it('begins with the wage of the day when it comes from an observation', async () => {
    const observation = {
      bottleneck: 'Gulvet flyder',
      whoIsHeldUp: 'lagerfolkene',
      minutesPerWeek: 240,
      idea: 'Rydde op',
    };
    const visit = await send(town.keys.consultant, 'POST', `/companies/${companyId}/visits`, {
      on: '2026-11-20',
      observations: [observation, observation, observation],
    });
    const id = String(visit.json['id']);
    const draft = async (n: number, given: object) =>
      (await send(town.keys.consultant, 'POST', `/visits/${id}/observations/${n}/small-job`, given)).json[
        'hourlyWageOre'
      ];
    const [floor] = (await send(employer, 'GET', '/wage-floors?category=oprydning')).json.items;
    const [stock] = (await send(employer, 'GET', '/wage-floors?category=lager')).json.items;
    expect(await draft(0, {})).toBe(floor!['floorOre']);
    expect(await draft(1, { category: 'lager' })).toBe(stock!['floorOre']);
    expect(await draft(2, { hourlyWageOre: 20_000 })).toBe(20_000);
  });
});

describe('the benefit of a citizen', () => {
  const benefit = {
    rate: 'forhoejet',
    benefitBeforeOre: 1_334_500,
    confirmedBy: 'Hanne Bro, ydelseskontoret',
    confirmedAt: '2026-11-20',
  };
  let citizenId: string;
  let smallJobId: string;

  beforeAll(async () => {
    const made = await send(town.keys.consultant, 'POST', '/citizens', { ...citizenBody(), benefit });
    citizenId = String(made.json['id']);
    expect([made.status, made.json['benefit']]).toEqual([201, benefit]);
    const job = await send(
      town.keys.consultant,
      'POST',
      '/small-jobs',
      smallJobBody(companyId, { startDate: in2026 }),
    );
    smallJobId = String(job.json['id']);
  });

  it('is seen by the staff of the municipality and by nobody else', async () => {
    const seen = async (key: string) => (await send(key, 'GET', `/citizens/${citizenId}`)).json['benefit'];
    expect(await seen(town.keys.leader)).toEqual(benefit);
    expect(await seen(town.keys.integration)).toBeNull();
    expect((await send(employer, 'GET', `/citizens/${citizenId}`)).status).toBe(403);
  });

  it('is changed as a whole and taken away by null', async () => {
    const change = async (body: unknown) =>
      (await send(town.keys.consultant, 'PATCH', `/citizens/${citizenId}`, { benefit: body })).json[
        'benefit'
      ];
    expect(await change({ rate: 'grundsats', benefitBeforeOre: 752_900 })).toEqual({
      rate: 'grundsats',
      benefitBeforeOre: 752_900,
    });
    expect(await change(null)).toBeNull();
    expect(await change(benefit)).toEqual(benefit);
  });

  it('gives the consultant a guide for one small job, written into the access log', async () => {
    const path = `/citizens/${citizenId}/benefit-estimate?smallJobId=${smallJobId}`;
    const { status, json } = await send(town.keys.consultant, 'GET', path);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      aboutOre: 300_000,
      hoursPerMonth: 52,
      confirmed: { by: 'Hanne Bro, ydelseskontoret', at: '2026-11-20' },
      estimate: { grossOre: 823_940, guidance: true },
      whyNot: null,
    });
    const log = await town.query(
      `SELECT staff_id AS "staffId" FROM access_log WHERE purpose = 'citizen.benefit-estimate' AND $1 = ANY(citizen_ids)`,
      [citizenId],
    );
    expect(log).toEqual([{ staffId: METTE }]);
  });

  it('says why there is no figure, and finds nobody who is not there', async () => {
    const other = await send(town.keys.consultant, 'POST', '/citizens', citizenBody());
    const ask = (citizen: string, job: string, key = town.keys.consultant) =>
      send(key, 'GET', `/citizens/${citizen}/benefit-estimate?smallJobId=${job}`);
    expect((await ask(String(other.json['id']), smallJobId)).json).toMatchObject({
      aboutOre: null,
      whyNot: 'no-figures',
    });
    expect((await ask(citizenId, NOBODY)).json.code).toBe('small-job.not-found');
    expect((await ask(citizenId, smallJobId, town.keys.otherMunicipality)).json.code).toBe(
      'citizen.not-found',
    );
    expect((await ask(citizenId, smallJobId, employer)).status).toBe(403);
  });
});
