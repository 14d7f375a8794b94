import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { Temporal, type Agreement } from '#domain';
import { aCitizen } from '../../builders/citizen.js';
import { Scene } from './agreements-scene.js';

type Json = Record<string, unknown>;

let scene: Scene;
let base: string;
let agreement: Agreement;
beforeAll(async () => {
  scene = await Scene.start();
  base = `${(await scene.app.getUrl()).replace(/\/$/, '')}/api/v1/reports`;
  agreement = await scene.signedAgreement();
  const on = (date: string, more: object = {}) =>
    scene.shift({
      agreement,
      date,
      startsAt: at(`${date}T08:00`),
      endsAt: at(`${date}T12:00`),
      start: '08:00',
      end: '12:00',
      ...more,
    });
  await on('2024-10-07', { state: 'present' });
  await on('2024-10-08', { state: 'missed' });
  await on('2024-10-09', { paid: false, task: 'Følge med', state: 'present' });
  await on('2024-11-05', { paid: false, task: 'Følge med', state: 'present' });
  await on('2024-10-14', { state: 'late', arrivedAt: at('2024-10-14T09:30') });
});
afterAll(() => scene.stop());

const at = (wall: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Copenhagen').toInstant();
const fetched = (path: string, key: 'consultant' | 'leader' = 'leader') =>
  fetch(`${base}/${path}`, { headers: { authorization: `Bearer ${scene.keys[key]}` } });
const json = async (path: string): Promise<Json> => (await (await fetched(path)).json()) as Json;
const october = 'from=2024-10-07&to=2024-10-20';

describe('paid hours', () => {
  it('are told week by week, and never in one sum with unpaid ones', async () => {
    const report = await json(`paid-hours?${october}`);
    // By hand: 4 t. paid and 4 t. unpaid in week 41; came 1 t. 30 late, so 2 t. 30, in week 42.
    expect(report).toMatchObject({
      totals: { paidMinutes: 240 + 150, unpaidMinutes: 240 },
      people: { paid: 1, unpaid: 1 },
      weeks: [
        { start: '2024-10-07', paidMinutes: 240, unpaidMinutes: 240, paidPeople: 1, unpaidPeople: 1 },
        { start: '2024-10-14', paidMinutes: 150, unpaidMinutes: 0 },
      ],
      goalHours: 30,
    });
    const ledger = await scene.get(`/paid-hours?citizenId=${agreement.citizenId}&month=2024-10`);
    expect(report['totals']).toEqual(ledger.json.totals);
  });

  it('are a file that is opened again: CSV', async () => {
    const answer = await fetched(`paid-hours?${october}&format=csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(parse(text, { bom: true, delimiter: ';', columns: true })).toMatchObject([
      {
        'Uge fra': '2024-10-07',
        'Lønnede minutter': '240',
        'Ulønnede minutter': '240',
        'Lønnede timer': '4',
      },
      {
        'Uge fra': '2024-10-14',
        'Lønnede minutter': '150',
        'Ulønnede minutter': '0',
        'Lønnede timer': '2,5',
      },
    ]);
  });

  it('are a file that is opened again: XLSX', async () => {
    const answer = await fetched(`paid-hours?${october}&format=xlsx`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="loentimer-.*\.xlsx"$/);
    const [sheet, notes] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
    expect(sheet!.data[1]!.slice(0, 3)).toEqual([new Date('2024-10-07T00:00:00Z'), 240, 4]);
    expect(sheet!.data[2]![2]).toBe(2.5);
    expect(notes!.data.flat().join(' ')).toContain('aldrig lagt sammen');
  });
});

it('tells how shifts went', async () => {
  expect(await json(`no-shows?${october}`)).toMatchObject({
    totals: { onTime: 2, late: 1, unknown: 0, told: 0, missed: 1 },
    months: [{ start: '2024-10-01', people: 1 }],
  });
});

describe('the monitoring table', () => {
  it('tells nobody outside of fewer than five people, in no form', async () => {
    const report = (await json('monitoring?from=2024-01-01&to=2024-12-31')) as unknown as {
      rows: { indicator: string; cells: { value: number | null; isSuppressed: boolean }[] }[];
    };
    const cells = (indicator: string) => report.rows.find((row) => row.indicator === indicator)!.cells;
    expect(cells('paid-hours')).toEqual([{ value: null, isSuppressed: true, entered: null }]);
    expect(cells('people-in-paid-hours')).toEqual([{ value: null, isSuppressed: true, entered: null }]);
    const file = await (await fetched('monitoring?from=2024-01-01&to=2024-12-31&format=csv')).text();
    const [row] = parse<Json>(file, { bom: true, delimiter: ';', columns: true });
    expect(row).toMatchObject({ Indikator: 'Ordinære løntimer', 2024: 'under 5', Enhed: 'timer' });
    expect(file).not.toContain(agreement.citizenId);
  });

  it('takes what a leader writes', async () => {
    const figure = {
      indicator: 'flex-job',
      year: 2024,
      people: 229,
      countedTo: '2024-12-31',
      source: '=jobindsats',
    };
    expect((await scene.put('/reports/monitoring/figures', figure)).status).toBe(204);
    const consultant = await scene.put('/reports/monitoring/figures', figure, 'consultant');
    expect(consultant.status).toBe(403);
    const wrong = await scene.put('/reports/monitoring/figures', { ...figure, countedTo: '2023-12-31' });
    expect([wrong.status, (wrong.json as unknown as Json)['code']]).toEqual([422, 'figures.wrong-year']);
    const file = await (await fetched('monitoring?from=2024-01-01&to=2024-12-31&format=csv')).text();
    expect(file).toContain("Fleksjob;I løbet af året;borgere;229;'=jobindsats\r\n");
  });
});

it.each([
  'paid-hours',
  'monitoring',
  'no-shows',
  'contacts',
  'caseload',
  'forgotten',
  'spread',
  'lateness',
  'placements',
  'rules',
  'waiting',
  'hours-goal',
])('%s is there as JSON, CSV and XLSX', async (name) => {
  const [plain, csv, xlsx] = [
    await fetched(`${name}`, 'consultant'),
    await fetched(`${name}?format=csv`, 'consultant'),
    await fetched(`${name}?format=xlsx`, 'consultant'),
  ];
  expect([plain.status, csv.status, xlsx.status]).toEqual([200, 200, 200]);
  expect((await plain.json()) as Json).toHaveProperty('at');
  const rows = parse(await csv.text(), { bom: true, delimiter: ';', relax_column_count: false });
  const [sheet] = await readExcelFile(Buffer.from(await xlsx.arrayBuffer()));
  expect(sheet!.data[0]).toEqual(rows[0]);
  expect(sheet!.data).toHaveLength(rows.length);
});

describe('a file', () => {
  const csvOf = async (path: string): Promise<Record<string, string>[]> =>
    parse(await (await fetched(`${path}&format=csv`)).text(), { bom: true, delimiter: ';', columns: true });

  it('of who waits has everybody, however few a page has', async () => {
    await scene.within((unit) =>
      unit.citizens.insertMany(
        Array.from({ length: 3 }, () =>
          aCitizen({ id: scene.newId(), municipalityId: scene.municipalityId }),
        ),
      ),
    );
    expect((await json('waiting?limit=1'))['items']).toHaveLength(1);
    expect((await csvOf('waiting?limit=1')).length).toBeGreaterThanOrEqual(3);
  });

  it('of hours has whom the list has: also who worked only unpaid ones', async () => {
    expect(await csvOf('hours-goal?month=2024-11')).toEqual([]);
    expect(await csvOf('hours-goal?month=2024-11&show=unpaid')).toMatchObject([
      { Id: agreement.citizenId, 'Løntimer indtil nu': '0', 'Ulønnede timer': '4' },
    ]);
  });
});

it('of now is a leader’s', async () => {
  expect((await fetched('figures', 'consultant')).status).toBe(403);
  expect(await json('figures')).toMatchObject({ month: { goalHours: 30 }, openCases: 0 });
});

it.each([
  ['paid-hours?from=2024-10-20&to=2024-10-07', 422, 'report.dates-invalid'],
  ['paid-hours?from=2000-01-01&to=2024-10-07', 422, 'report.dates-invalid'],
  ['paid-hours?from=oktober', 400, 'shape'],
  ['contacts?format=pdf', 400, 'shape'],
  ['hours-goal?month=2024-13', 400, 'shape'],
])('%s is %i', async (path, status, code) => {
  const answer = await fetched(path);
  expect([answer.status, ((await answer.json()) as Json)['code']]).toEqual([status, code]);
});
