import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { fruitWarehouse, jonas } from '../../demo/src/story/demo-case.js';
import { Stage } from '../../demo/src/story/stage.js';
import { isLong } from '../builders/how-long.js';
import { cvrNumber, made } from '../e2e/placement.js';
import { Place } from './pages/place.js';
import { plain, PHONE } from './support/visiting.js';

/** From the first click to the first shifts: the consultant, the citizen with a phone, and the company. */
const FIVE_MINUTES = 300;
/** `npm run test:long` takes the time of a person; `npm test` counts what the person has to do, and does not wait. */
const SPEED = isLong ? { look: 4_000, find: 1_200, key: 150 } : { look: 0, find: 0, key: 0 };

let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

/** Somebody at a desk or with a thumb: looks at each page, finds what to press, and types as people type. */
class Consultant {
  taps = 0;
  fields = 0;

  constructor(readonly page: Page) {}

  async look(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await this.page.waitForTimeout(SPEED.look);
  }

  async press(what: Locator): Promise<void> {
    await this.page.waitForTimeout(SPEED.find);
    this.taps += 1;
    await what.click();
  }

  async type(field: Locator, words: string): Promise<void> {
    await this.press(field);
    this.fields += 1;
    await field.pressSequentially(words, { delay: SPEED.key });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.waitForTimeout(2 * SPEED.find);
    this.taps += 2;
    this.fields += 1;
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name }).first();
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name }).first();
  }
}

interface Around {
  stage: Stage;
  company: { id: string; name: string; phone: string };
  citizen: { id: string; name: string; phone: string };
}

let towns = 0;

/** A company that may call, and somebody of Mette's who waits for work in a warehouse. */
async function around(): Promise<Around> {
  const stage = new Stage(place.product.ready);
  towns += 1;
  const company = { name: `Kajens Kasser ${towns}`, phone: `+45219${String(10_000 + towns)}` };
  const citizen = { name: `Sofie Ærøskøbing ${towns}`, phone: `+45229${String(10_000 + towns)}` };
  const contact = { ...fruitWarehouse.contact, name: 'Tove Bak', phone: company.phone, email: undefined };
  const body = { ...fruitWarehouse, name: company.name, cvr: cvrNumber(500 + towns), contact };
  const { id: companyId } = made(await stage.consultant.post('/companies', body));
  const { id: citizenId } = made(
    await stage.consultant.post('/citizens', {
      ...jonas,
      ...citizen,
      email: undefined,
      availableFrom: stage.today(),
    }),
  );
  return { stage, company: { id: companyId, ...company }, citizen: { id: citizenId, ...citizen } };
}

const main = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());

/** What a message led to, on a phone of its own and without a script. */
async function onAPhone<T>(link: string, does: (page: Page) => Promise<T>): Promise<T> {
  const context = await place.visitor(undefined, { viewport: PHONE, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(link);
    return await does(page);
  } finally {
    await context.close();
  }
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const widths: [number, BrowserContextOptions][] = [
  [360, { viewport: PHONE, hasTouch: true, isMobile: true }],
  [1280, { viewport: { width: 1280, height: 900 } }],
];

test.each(widths)(
  'a company calls, and the consultant sees the first shifts (%i px)',
  async (width, options) => {
    const { stage, company, citizen } = await around();
    const context: BrowserContext = await place.visitor(undefined, options);
    const mette = new Consultant(await context.newPage());
    const { page } = mette;

    await page.goto(place.url);
    await mette.press(page.locator('a[href="/log-ind?til=/kommune"]'));
    await mette.press(mette.link(/Mette Holm/));
    await mette.look('Haster nu');
    const signedInAfter = mette.taps;

    // A company calls. Everything until somebody is asked happens while they talk, or right after.
    const called = Date.now();
    await mette.type(page.getByLabel('Søg', { exact: false }).first(), company.name);
    await page.keyboard.press('Enter');
    await mette.press(mette.link(company.name));
    await mette.look(company.name);
    await mette.press(mette.link('Skriv et job'));
    await mette.look(`Nyt job hos ${company.name}`);
    await mette.type(page.getByLabel('Opgaven i få ord'), 'Tomme kasser på lageret');
    await mette.choose('Slags opgave', 'Lager');
    await mette.press(page.getByRole('radio', { name: /dig selv/ }));
    mette.fields += 1;
    await mette.press(mette.button('Slå op, og se hvem der passer'));
    await mette.look('Hvem passer: Tomme kasser på lageret');
    expect(await main(page)).toContain('Jobbet er slået op.');
    await mette.press(mette.link(`Foreslå ${citizen.name}`));
    await mette.look(`Foreslå ${citizen.name}?`);
    await mette.press(mette.button('Foreslå'));
    await page.getByText('Borgeren er spurgt. Firmaet hører intet, før der er sagt ja.').waitFor();
    const seconds = (Date.now() - called) / 1000;
    const taps = mette.taps - signedInAfter;
    process.stderr.write(
      `From a company's call to a published job with a proposal, ${width} px: ${seconds.toFixed(1)} s, ${taps} taps, ${mette.fields} fields.\n`,
    );
    expect(seconds).toBeLessThan(FIVE_MINUTES);

    // The citizen is asked, then the company, then the citizen has the offer.
    const asked = await stage.post.next(citizen.phone, 'sms', /\/o\//);
    await onAPhone(asked.links[0]!, (phone) => press(phone, 'Ja, det er i orden'));
    const proposed = await stage.post.next(company.phone, 'sms', /\/e\//);
    await onAPhone(proposed.links[0]!, async (phone) => {
      expect(await main(phone)).not.toContain('Sofie');
      await press(phone, 'Ja, vi vil gerne møde personen');
      expect(await main(phone)).toContain('Tak. I har sagt ja.');
    });
    const offered = await stage.post.next(citizen.phone, 'sms', /\/o\//);
    await onAPhone(offered.links[0]!, async (phone) => {
      await press(phone, 'Ja, det vil jeg gerne');
      expect(await main(phone)).toContain('Tak. Du har sagt ja.');
    });

    // The consultant writes the agreement that all three have talked about.
    await mette.press(mette.link('Se jobbet'));
    await mette.look('Tomme kasser på lageret');
    expect(await main(page)).toContain('Har sagt ja');
    await mette.press(mette.link('Se tilbuddet'));
    await mette.press(mette.link('Skriv aftalen'));
    await mette.type(page.getByLabel('Ring-aftalen med borgerens egne ord'), 'Ring, hvis det er glat');
    await mette.press(mette.button('Gem aftalen'));
    for (const party of ['firmaet', 'borgeren', 'kommunen'])
      await mette.press(mette.button(`Skriv under for ${party}`));
    await page
      .getByText('Alle tre har skrevet under. Vagterne er lagt, og begge sider får besked.')
      .waitFor();
    const shifts = page.locator('main a[href^="/kommune/vagter/"]');
    expect(await shifts.count()).toBeGreaterThan(2);
    await mette.press(shifts.first());
    expect(await main(page)).toContain(citizen.name);
    process.stderr.write(
      `From the front page to the first shift of an agreement, ${width} px: ${mette.taps} taps, ${mette.fields} fields.\n`,
    );

    // And the other side: the citizen knows when and where.
    const told = await stage.post.next(citizen.phone, 'sms', /Kajens|Havnegade|mandag|onsdag|fredag/);
    expect(told.text).toContain('Mette');
    await context.close();
  },
  isLong ? 240_000 : 60_000,
);
