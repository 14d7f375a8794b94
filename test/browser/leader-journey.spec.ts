import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { BrowserContextOptions, Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { addDays, localDateOf, Temporal } from '#domain';
import { Stage } from '../../demo/src/story/stage.js';
import { made } from '../e2e/placement.js';
import { Place } from './pages/index.js';
import { Somebody } from './support/somebody.js';
import { DESK, PHONE, plain } from './support/visiting.js';

/** A leader's Monday, from the front page to what the others see of it. */
let place: Place;
let stage: Stage;
beforeAll(async () => {
  place = await Place.open();
  stage = new Stage(place.product.ready);
}, 120_000);
afterAll(() => place?.close());

class Leader extends Somebody {
  async follow(name: string | RegExp): Promise<void> {
    await this.press(
      this.page.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name }).first(),
    );
  }

  async button(name: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name, exact: true }).first());
  }

  async type(label: string, words: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label, { exact: true }).fill(words);
  }

  /** The menu, then a door of *Mere*. */
  async room(name: RegExp): Promise<void> {
    await this.follow('Mere');
    await this.follow(name);
  }

  async isTold(words: string | RegExp): Promise<void> {
    await this.page.locator('.alert-success', { hasText: words }).waitFor();
  }

  async download(name: string): Promise<Buffer> {
    const coming = this.page.waitForEvent('download');
    await this.follow(name);
    return readFileSync(await (await coming).path());
  }
}

/** Both write the same text and add a colleague: each in a way of her own. */
const widths: [width: string, greeting: string, options: BrowserContextOptions][] = [
  ['360 px', 'Dav', { viewport: PHONE, hasTouch: true, isMobile: true }],
  ['1280 px', 'Hejsa', { viewport: DESK }],
];

describe.each(widths)('a leader, %s', (width, greeting, options) => {
  test('sees what is true this morning, shares the load, and decides how the house does things', async () => {
    const context = await place.visitor(undefined, { ...options, acceptDownloads: true });
    const leader = new Leader(await context.newPage());
    const began = Date.now();
    await leader.page.goto(place.url);
    await leader.follow(/^Birgitte Lund/);
    await leader.isAt(/^Haster nu/);
    await leader.follow('Tal');
    await leader.isAt('Tal');
    await looksAtAFigure(leader);
    await seesPaidHoursGrow(leader);
    await sharesTheLoad(leader);
    await changesAStep(leader);
    await changesAText(leader, greeting);
    await letsAColleagueIn(leader, greeting.toLowerCase());
    const seconds = (Date.now() - began) / 1000;
    // Not to stdout, where jest says its result to test/run.mjs.
    process.stderr.write(
      `From / to a colleague's last look, leader, ${width}: ${seconds.toFixed(1)} s, ${leader.taps} taps, ${leader.fields} fields.\n`,
    );
    await context.close();
  }, 120_000);
});

/** The figure, the list behind it, and the same list in a spreadsheet. */
async function looksAtAFigure(leader: Leader): Promise<void> {
  const { page } = leader;
  expect(plain(await page.locator('.figure-head').textContent())).toMatch(/Talt \S+ den \d+\. \S+ kl\. \d+/);
  const figure = page.getByRole('link', { name: /løntimer nu$/ });
  const people = Number(plain(await figure.locator('strong').textContent()));
  expect(people).toBeGreaterThan(3);
  await leader.press(figure);
  await leader.isAt(/^Løntimer i /);
  const csv = (await leader.download('CSV')).toString('utf8');
  expect(csv.startsWith('\uFEFFBorger;Id;Løntimer indtil nu;')).toBe(true);
  const rows = parse<Record<string, string>>(csv, { bom: true, delimiter: ';', columns: true });
  expect(rows).toHaveLength(people);
  const hours = rows.flatMap((row) => [row['Løntimer indtil nu'], row['Planlagte løntimer']]);
  expect(hours.join(' ')).toMatch(/\d,\d/);
  expect(csv).not.toMatch(/;\d+\.\d/);
  const [sheet, notes] = await readExcelFile(await leader.download('Excel'));
  expect(sheet!.data).toHaveLength(people + 1);
  expect(sheet!.data[1]!.slice(2, 5).map((cell) => typeof cell)).toEqual(['number', 'number', 'number']);
  expect(notes!.data.flat().join(' ')).toContain('Ulønnede timer tæller ikke med');
  // In the order of the list, and with its names.
  const shown = await page.locator('tbody tr td:first-child a').allTextContents();
  expect(sheet!.data.slice(1, 1 + shown.length).map(([name]) => name)).toEqual(shown);
  await leader.follow('Tal');
  await leader.isAt('Tal');
}

/** Somebody confirms the hours of a shift as longer: the leader reloads. */
async function seesPaidHoursGrow({ page }: Leader): Promise<void> {
  const today = localDateOf(Temporal.Now.instant());
  const span = `from=${addDays(today, -40)}&to=${addDays(today, -1)}`;
  const { items } = made(await stage.consultant.get(`/shifts?${span}&limit=500`)) as { items: Shift[] };
  const shift = items.find((one) => one.paid && one.state === 'present' && one.confirmedAt === null)!;
  const ledger = async (): Promise<number> => {
    const path = `/paid-hours?citizenId=${shift.citizenId}&month=${shift.date.slice(0, 7)}`;
    const month = made(await stage.consultant.get(path)) as {
      items: { shiftId: string; paidMinutes: number }[];
    };
    return month.items.find(({ shiftId }) => shiftId === shift.id)!.paidMinutes;
  };
  const week = String(Temporal.PlainDate.from(shift.date).weekOfYear);
  const before = { week: await hoursOfWeek(page, week), minutes: await ledger() };
  made(await stage.consultant.post(`/paid-hours/${shift.id}/confirm`, { minutes: before.minutes + 120 }));
  expect(await ledger()).toBe(before.minutes + 120);
  await page.reload();
  expect(await hoursOfWeek(page, week)).toBeCloseTo(before.week + 2, 1);
}

interface Shift {
  id: string;
  citizenId: string;
  date: string;
  paid: boolean;
  state: string;
  confirmedAt: string | null;
}

async function hoursOfWeek(page: Page, week: string): Promise<number> {
  const chart = page.locator('figure', { has: page.getByText('Løntimer pr. uge', { exact: true }) });
  const row = chart.locator('tbody tr', {
    has: page.locator('th', { hasText: new RegExp(`^${week}( |$)`) }),
  });
  return Number(
    plain(await row.locator('td').first().textContent())
      .replace('.', '')
      .replace(',', '.'),
  );
}

/** All free seats at once, and as far as what would be sent; then it is left. */
async function sharesTheLoad(leader: Leader): Promise<void> {
  const { page } = leader;
  await leader.follow('Prøv en fordeling af de ledige pladser');
  await leader.button('Regn en plan ud');
  await page.getByRole('heading', { name: 'Planen', exact: true }).waitFor({ timeout: 40_000 });
  expect(plain(await page.locator('.plan-sum').textContent())).toMatch(/^\d+ af \d+ pladser får en borger/);
  const boxes = page.locator('[name=par]');
  const planned = await boxes.count();
  expect(planned).toBeGreaterThan(1);
  // The mark stands in the label, as design systems draw it.
  await leader.press(page.locator('.plan-jobs .form-group-checkbox label').first());
  await leader.button('Foreslå dem, der er hak ved');
  await leader.isAt('Se det igennem, før du sender');
  expect(await page.locator('.bulk-people > li').count()).toBe(Math.min(planned, 50) - 1);
  await page.getByRole('button', { name: /^Send til \d+$/ }).waitFor();
}

/** One step two minutes later: looked at, saved as a version, compared, and put back. */
async function changesAStep(leader: Leader): Promise<void> {
  const { page } = leader;
  await leader.room(/^Trin, når nogen mangler/);
  await leader.follow('Se og ret: Ikke mødt op');
  await leader.isAt('Ikke mødt op');
  const version = Number(/Udgave (\d+)/.exec(await page.locator('main').innerText())![1]);
  const third = page.locator('fieldset.setup-step', { hasText: 'Trin 3' });
  expect(await third.getByLabel('Efter').inputValue()).toBe('10');
  leader.fields += 1;
  await third.getByLabel('Efter').fill('12');
  await leader.button('Forhåndsvisning');
  await page.locator('.setup-line', { hasText: 'kl. 8.12 sms til stedfortræderen' }).waitFor();
  await leader.button('Gem som ny udgave');
  await leader.isTold('Gemt som ny udgave');
  expect(await page.locator('main').innerText()).toContain(`Udgave ${version + 1}`);
  await leader.follow('Se og sammenlign udgaver');
  await leader.isAt('Udgaver af »Ikke mødt op«');
  expect(await page.locator('del.setup-gone').allTextContents()).toEqual([
    expect.stringMatching(/^Efter 10 minutter: /),
  ]);
  expect(await page.locator('ins.setup-new').allTextContents()).toEqual([
    expect.stringMatching(/^Efter 12 minutter: /),
  ]);
  await leader.button(`Tag den tilbage: udgave ${version}`);
  await leader.isTold('Den tidligere udgave gælder igen');
  const { steps } = made(await stage.leader.get('/ladders/not-here')) as { steps: { after: string }[] };
  expect(steps[2]!.after).toBe('PT10M');
}

/** Own words for the reminder: read as a citizen reads it, sent to the leader's own phone, saved, and given back. */
async function changesAText(leader: Leader, greeting: string): Promise<void> {
  const { page } = leader;
  await leader.room(/^Tekster/);
  await leader.follow('Påmindelse om vagten');
  await leader.isAt('Påmindelse om vagten');
  const standard = await page.getByLabel('Jeres tekst').inputValue();
  const own = standard.replace(/^Hej /, `${greeting} `);
  expect(own).not.toBe(standard);
  await leader.type('Jeres tekst', own);
  await page.locator('[data-live] .setup-said', { hasText: new RegExp(`^${greeting} `) }).waitFor();
  await leader.button('Send en prøve til mig');
  await leader.isTold('Prøven er på vej til dig.');
  const phone = (
    made(await stage.leader.get('/staff')) as { items: { name: string; phone: string }[] }
  ).items.find(({ name }) => name === 'Birgitte Lund')!.phone;
  await stage.post.next(phone, 'sms', new RegExp(`^ ?PRØVE til Birgitte: [^]*${greeting} `));
  // Looking and trying have saved nothing.
  expect(await page.locator('.lead').first().textContent()).toBe('Lige nu sendes standardteksten.');
  await leader.type('Jeres tekst', own);
  await leader.button('Gem teksten');
  await leader.isTold('Teksten er gemt');
  expect(await page.locator('.lead').first().textContent()).toBe('Lige nu sendes jeres egne ord.');
  await leader.button('Brug standarden igen');
  await leader.isTold('Standardteksten gælder igen.');
}

/** A new colleague comes in, sees the desk, and is out in the moment the access is closed. */
async function letsAColleagueIn(leader: Leader, account: string): Promise<void> {
  const { page } = leader;
  const name = `Sigrid Prøve ${account}`;
  await leader.room(/^Brugere og roller/);
  await leader.follow('Giv en kollega adgang');
  await leader.type('Navn', name);
  await page.getByLabel(/^E-mail/).fill(`${account}@vejle.example`);
  leader.fields += 1;
  await leader.button('Giv adgang');
  await leader.isTold('Kollegaen har adgang');
  await leader.follow(name);
  await leader.isAt(name);
  const door = await page.getByRole('link', { name: `Demo: log ind som ${name}` }).getAttribute('href');

  const colleague = await (await place.visitor(undefined, { viewport: DESK })).newPage();
  await colleague.goto(place.url + door);
  await colleague.getByRole('heading', { level: 1, name: /^Haster nu/ }).waitFor();
  expect(await colleague.getByRole('link', { name: 'Tal', exact: true }).count()).toBe(0);
  const refused = await colleague.goto(`${place.url}/kommune/tal`);
  expect(refused!.status()).toBe(403);

  await page.reload();
  expect(await page.locator('main').innerText()).toMatch(/Sidst logget ind\s+\S+dag/);
  await leader.follow('Luk adgangen');
  await leader.button('Luk adgangen');
  await leader.isTold('Adgangen er lukket.');
  await colleague.goto(`${place.url}/kommune`);
  expect(new URL(colleague.url()).pathname).toMatch(/^\/log-ind/);
  expect((await colleague.goto(place.url + door))!.status()).toBe(404);
  await colleague.context().close();
}
