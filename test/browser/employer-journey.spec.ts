import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { fruitWarehouse, jonas } from '../../demo/src/story/demo-case.js';
import { Stage } from '../../demo/src/story/stage.js';
import { cvrNumber, made } from '../e2e/placement.js';
import { Place } from './pages/place.js';
import { startsToday } from './support/starts-today.js';
import { Somebody } from './support/somebody.js';
import { DESK, PHONE, plain } from './support/visiting.js';

/** A company that has never been here: from the front page to the one who comes to work. */
let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

class Owner extends Somebody {
  button(name: string | RegExp): Promise<void> {
    return this.press(this.page.getByRole('main').getByRole('button', { name }).first());
  }

  link(name: string | RegExp): Promise<void> {
    return this.press(this.page.getByRole('main').getByRole('link', { name }).first());
  }

  async type(label: string | RegExp, words: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label).first().fill(words);
  }

  /** Its place in the menu, which a phone shows too. */
  menu(name: string): Promise<void> {
    return this.press(this.page.getByRole('navigation').getByRole('link', { name, exact: true }).first());
  }
}

const main = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());

const widths: [number, BrowserContextOptions][] = [
  [360, { viewport: PHONE, hasTouch: true, isMobile: true }],
  [1280, { viewport: DESK }],
];

let companies = 0;

/** A company that the municipality has visited, and somebody of Mette's who waits for such work. */
async function around() {
  const stage = new Stage(place.product.ready);
  companies += 1;
  const phone = `+45216${String(10_000 + companies)}`;
  const contact = { name: 'Tove Bak', phone };
  const body = {
    ...fruitWarehouse,
    name: `Toves Frugt ${companies}`,
    cvr: cvrNumber(700 + companies),
    contact,
  };
  const company = made(await stage.consultant.post('/companies', body));
  const citizen = { name: `Birk Prøvesen ${companies}`, phone: `+45227${String(10_000 + companies)}` };
  const { id } = made(
    await stage.consultant.post('/citizens', {
      ...jonas,
      ...citizen,
      email: undefined,
      availableFrom: stage.today(),
    }),
  );
  return { stage, phone, companyId: company.id as string, citizen: { ...citizen, id: id as string } };
}

test.each(widths)(
  'a company posts a task, says yes to somebody, sees that he comes, and where his hours stand (%i px)',
  async (width, options) => {
    const { stage, phone, companyId, citizen } = await around();
    const { consultant, post } = stage;
    const context = await place.visitor(undefined, options);
    const tove = new Owner(await context.newPage());
    const { page } = tove;
    const began = Date.now();

    await page.goto(place.url);
    await tove.press(page.locator('main .door a[href*="firma"], main .door a[href*="virksomhed"]').first());
    if ((await page.locator('[name=adresse]').count()) === 0) await tove.link(/virksomhed|firma/i);
    await tove.type(/Telefon|mobil|mail/i, phone.slice(3));
    await tove.press(page.locator('main button.first').first());
    const code = /\b\d{6}\b/.exec((await post.next(phone, 'sms', /\b\d{6}\b/)).text)![0];
    await tove.type(/kode/i, code);
    await tove.press(page.locator('main button.first').first());
    await tove.isAt('Overblik');

    await tove.link('Slå den første opgave op');
    await tove.type('Skriv én linje', 'vi skal have ryddet op på lageret hver morgen');
    await tove.button('Videre');
    await tove.isAt('Hvornår?');
    await tove.button('Videre');
    await tove.isAt('Hvor og hvordan?');
    await tove.button('Videre');
    await tove.isAt('Løn og start');
    await tove.button('Videre');
    await tove.isAt('Hvem tager imod?');
    await tove.press(page.getByRole('radio', { name: /Mette Holm/ }));
    await tove.button('Se opgaven');
    await tove.isAt('Sådan bliver opgaven læst');
    await tove.button('Slå opgaven op');
    await tove.isAt('Opgaven er slået op');
    expect(await main(page)).toContain('Mette');

    // The municipality finds somebody, and the citizen is asked first.
    const { items: jobs } = made(await consultant.get(`/small-jobs?companyId=${companyId}`));
    const at = new Date(Date.now() - 1_000).toISOString();
    const interest = { how: 'phone', at, fields: ['goals', 'hours'] };
    const match = made(
      await consultant.post('/matches', { smallJobId: jobs[0].id, citizenId: citizen.id, interest }),
    );

    // What she gets on her phone opens in the same browser.
    tove.taps += 1;
    await page.goto((await post.next(phone, 'sms', /\/e\//)).links[0]!);
    expect(await main(page)).not.toContain('Birk Prøvesen');
    await tove.button('Ja, vi vil gerne møde personen');
    await tove.isAt('Tak. I har sagt ja.');

    // The citizen says yes, all three sign, and the first shift has begun.
    const { items: offers } = made(await consultant.get(`/offers?smallJobId=${jobs[0].id}`));
    expect(offers[0].matchId).toBe(match.id);
    made(await consultant.post(`/offers/${offers[0].id}/answer`, { answer: 'yes', how: 'phone' }));
    await startsToday({ consultant, post, offerId: offers[0].id, phone: citizen.phone });

    await page.goto(`${place.url}/firma`);
    await tove.menu('Ugen');
    const shift = page.locator('li.shift').first();
    await shift.getByText('Birk').first().waitFor();
    await tove.press(shift.getByRole('button', { name: /^Er her/ }));
    expect(plain(await page.locator('li.shift').first().innerText())).toMatch(/Birk (er her|kom kl\.)/);
    await tove.menu('Timer');
    expect(await main(page)).toContain('Birk');
    expect(plain(await page.locator('section.contact').innerText())).toContain('Mette Holm');
    process.stderr.write(
      `A company's journey, ${width} px: ${((Date.now() - began) / 1000).toFixed(1)} s, ${tove.taps} taps, ${tove.fields} fields.\n`,
    );
    await context.close();
  },
  60_000,
);
