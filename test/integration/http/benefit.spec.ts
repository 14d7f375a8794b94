import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyBody, Town } from './small-town.js';

interface Json {
  [field: string]: unknown;
  code: string;
  items: Record<string, unknown>[];
  lines: { code: string; text: string; ore: number; source: string; status: string | null }[];
  notIncluded: string[];
  errors: { path: string; message: string }[];
  details: Record<string, unknown>;
}

let town: Town;
let employer: string;
beforeAll(async () => {
  town = await Town.start();
  const { json } = await town.post(town.keys.consultant, '/companies', companyBody());
  employer = await town.employerOf(json.id);
});
afterAll(() => town.stop());

const asked = {
  on: '2026-11-22',
  rate: 'forhoejet',
  benefitBeforeOre: 1_334_500,
  hoursPerMonth: 52,
  hourlyWageOre: 15_845,
  municipality: '0630',
};
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
const estimate = (over: object = {}, headers: Record<string, string> = {}) =>
  send(town.keys.consultant, 'POST', '/benefit-estimates', { ...asked, ...over }, headers);

describe('POST /benefit-estimates', () => {
  it('says what is left, each line with its source, and that it is a guide', async () => {
    const { status, json } = await estimate();
    expect(status).toBe(200);
    expect(json).toMatchObject({
      grossOre: 823_940,
      amOre: 65_651,
      benefitAfterOre: 1_006_257,
      holidayPayOre: 102_993,
      ratesFrom: '2026-01-01',
      guidance: true,
    });
    expect(json['netAfterOre']).toBeGreaterThan(json['netBeforeOre'] as number);
    expect(json.lines.reduce((sum, { ore }) => sum + ore, 0)).toBe(json['gainOre']);
    expect(json.lines[0]).toEqual({
      code: 'wage',
      text: 'Din løn: 52 timer til 158,45 kr. i timen',
      ore: 823_940,
      source: 'Regnet ud fra det, du har skrevet',
      status: null,
    });
    expect(json.lines.map(({ source }) => source)).not.toContain('');
    expect(json.notIncluded).toContain('Boligstøtte. Den kan blive mindre, når du tjener mere.');
  });

  it('speaks English to whoever asks for it', async () => {
    const { json } = await estimate({}, { 'accept-language': 'en' });
    expect(json.lines[0]?.text).toBe('Your wage: 52 hours at DKK 158.45 an hour');
    expect(json.notIncluded[0]).toMatch(/^Housing benefit/);
  });

  it.each(['consultant', 'leader', 'integration', 'otherMunicipality'] as const)(
    'may be asked by %s',
    async (role) => {
      expect((await send(town.keys[role], 'POST', '/benefit-estimates', asked)).status).toBe(200);
    },
  );

  it('may be asked by an employer, and by nobody without a key', async () => {
    expect((await send(employer, 'POST', '/benefit-estimates', asked)).status).toBe(200);
    expect((await send('', 'POST', '/benefit-estimates', asked)).status).toBe(401);
  });

  it('takes everything that may be said', async () => {
    const { status, json } = await estimate({
      churchMember: true,
      ownPensionPct: 2,
      spouse: { rate: 'grundsats', earningsOre: 600_000, otherIncomeOre: 10_000 },
      freeCardLeftOre: 100_000,
      supplements: [{ name: 'tilpasningstillaeg' }, { name: 'boernetillaeg', ore: 50_000 }],
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ pensionOre: 16_479, benefitBeforeOre: 1_334_500 + 250_000 - 75_000 });
  });

  it.each<[string, object, string, Record<string, unknown>]>([
    ['a day before the rule began', { on: '2025-06-30' }, 'benefit.no-rates', { on: '2025-06-30' }],
    ['a year whose taxes are not loaded', { on: '2031-01-01' }, 'benefit.no-rates', { on: '2031-01-01' }],
    [
      'a municipality there is none of',
      { municipality: '0999' },
      'benefit.municipality-unknown',
      { municipality: '0999' },
    ],
    [
      'a supplement nobody knows',
      { supplements: [{ name: 'boernetillaeg' }] },
      'benefit.amount-unknown',
      { supplement: 'boernetillaeg' },
    ],
  ])('is 422 for %s', async (_what, over, code, details) => {
    const { status, json } = await estimate(over);
    expect([status, json.code, json.details]).toEqual([422, code, expect.objectContaining(details)]);
  });

  it.each([
    ['on', 'yesterday'],
    ['rate', 'høj'],
    ['benefitBeforeOre', -1],
    ['benefitBeforeOre', 1.5],
    ['hoursPerMonth', '52'],
    ['hoursPerMonth', 401],
    ['hourlyWageOre', null],
    ['municipality', '630'],
    ['municipality', 630],
    ['churchMember', 'ja'],
    ['ownPensionPct', 101],
    ['freeCardLeftOre', -5],
    ['cpr', '0101801234'],
  ])('is 400 with %s %j', async (field, value) => {
    const { status, json } = await estimate({ [field]: value });
    expect([status, json.errors.map(({ path }) => path)]).toEqual([400, [field]]);
  });

  it('stores nothing', async () => {
    const rows = async () => (await town.query('SELECT count(*)::int AS n FROM access_log'))[0];
    const before = await rows();
    await estimate();
    expect(await rows()).toEqual(before);
  });
});

describe('POST /benefit-estimates/by-hours', () => {
  const { hoursPerMonth: _, ...person } = asked;

  it('says it for every hour, and where the curve bends', async () => {
    const { status, json } = await send(employer, 'POST', '/benefit-estimates/by-hours', person);
    expect([status, (json['points'] as unknown[]).length]).toEqual([200, 38]);
    const bends = json['bends'] as { zone: string; hoursPerWeek: number }[];
    expect(bends.map(({ zone }) => zone)).toEqual(['taper', 'ceiling', 'no-benefit-left']);
    const [point] = (json['points'] as { gainOre: number }[]).slice(12);
    expect(point!.gainOre).toBe((await estimate()).json['gainOre']);
  });

  it('says it for some, and refuses what the other refuses', async () => {
    const ask = (over: object) =>
      send(employer, 'POST', '/benefit-estimates/by-hours', { ...person, ...over });
    expect((await ask({ from: 10, to: 12 })).json['points']).toHaveLength(3);
    expect((await ask({ from: 12, to: 10 })).json['points']).toHaveLength(1);
    expect((await ask({ to: 38 })).status).toBe(400);
    expect((await ask({ on: '2031-01-01' })).json.code).toBe('benefit.no-rates');
  });
});

describe('GET /benefit-rates', () => {
  it('says what the calculator knows, from where, and how sure it is', async () => {
    const { status, json } = await send(town.keys.integration, 'GET', '/benefit-rates?on=2026-11-22');
    expect(status).toBe(200);
    const of = (key: string, scope = '') =>
      json.items.find((row) => row['key'] === key && row['scope'] === scope);
    expect(of('allowance', 'forhoejet')).toMatchObject({
      ore: 250_000,
      percent: null,
      status: 'V2',
      from: '2025-07-01',
    });
    expect(of('municipal-tax', '0630')).toMatchObject({ ore: null, percent: 23.4, to: '2026-12-31' });
    expect(of('income-basis')).toMatchObject({ choice: 'after-am', status: 'M' });
    expect(of('benefit', 'hjemmeboende')).toMatchObject({ ore: null, percent: null, choice: null });
    for (const row of json.items) expect(row['source']).not.toBe('');
  });

  it('means today when no day is said, and knows nothing of long ago', async () => {
    expect((await send(employer, 'GET', '/benefit-rates')).json.items.length).toBeGreaterThan(10);
    expect((await send(employer, 'GET', '/benefit-rates?on=1999-01-01')).json.items).toEqual([]);
    expect((await send(employer, 'GET', '/benefit-rates?on=soon')).status).toBe(400);
  });
});
