import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { picture } from './support/pictures.js';
import { RunningApi } from './support/running-api.js';

let api: RunningApi;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([RunningApi.start(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

/** A browser without JavaScript, as it is on an old phone with the script switched off. */
async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    javaScriptEnabled: false,
    ...options,
  });
  const page = await context.newPage();
  await page.goto(api.url + address);
  return page;
}

const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function answersOf(offerId: string): Promise<string[]> {
  const [offer] = await api.scene.sql('SELECT answers FROM offers WHERE id = $1', [offerId]);
  return offer!['answers'].map(({ answer }: { answer: string }) => answer);
}

describe('an offer on a phone', () => {
  test('fits, has four large buttons in their order, and Ja leads to what happens now', async () => {
    const { token, offer } = await api.scene.offered();
    const page = await open(`/o/${token}`);
    await picture(page, 'answer-360');
    expect(await heading(page)).toBe('Fjerne tomme kasser på frugtlageret');
    const buttons = page.locator('.answers button');
    expect(await buttons.allTextContents()).toEqual([
      'Ja, det vil jeg gerne',
      'Nej tak',
      'Jeg vil se stedet først',
      'Ring til mig først',
    ]);
    for (const button of await buttons.all()) {
      const box = (await button.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(52);
      expect(box.x + box.width).toBeLessThanOrEqual(360);
    }
    await press(page, 'Ja, det vil jeg gerne');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    expect(await page.locator('.now li').count()).toBe(3);
    await picture(page, 'answered-360');
    expect(await answersOf(offer.id)).toEqual(['yes']);
  });

  test('Nej tak is one tap, and why is asked afterwards', async () => {
    const { token, offer } = await api.scene.offered();
    const page = await open(`/o/${token}`);
    await press(page, 'Nej tak');
    await picture(page, 'declined-360');
    expect(await answersOf(offer.id)).toEqual(['no']);
    await press(page, 'Det vil jeg ikke sige');
    expect(await page.locator('.now li').last().textContent()).toBe('Det er helt fint. Så spørger vi ikke om mere.');
    expect(await page.locator('form').count()).toBe(0);
  });

  test('Ring til mig først leaves it open, and says that somebody calls', async () => {
    const { token } = await api.scene.offered();
    const page = await open(`/o/${token}`);
    await press(page, 'Ring til mig først');
    await picture(page, 'call-360');
    expect(await heading(page)).toBe('Mette ringer til dig.');
    expect(await page.locator('.answers button').allTextContents()).not.toContain('Ring til mig først');
    await press(page, 'Jeg vil se stedet først');
    expect(await heading(page)).toBe('Du ser stedet først.');
    await press(page, 'Ja, det vil jeg gerne');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
  });
});

describe('the other pages', () => {
  test('the citizen is asked with exactly the card that the company would see', async () => {
    const { token, match } = await api.scene.asked();
    const page = await open(`/o/${token}`);
    await picture(page, 'interest-360');
    expect(await heading(page)).toBe('Må Mette fortælle firmaet om dig?');
    expect(await page.locator('.card h3').textContent()).toBe(match.pseudonym);
    await press(page, 'Ja, det er i orden');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    await picture(page, 'interest-answered-360');
  });

  test('a company sees the card, and a no asks for its reason', async () => {
    const { token, match } = await api.scene.proposed({ interest: { startWithoutMeeting: true } });
    const page = await open(`/e/${token}`);
    await picture(page, 'proposal-360');
    expect(await page.locator('.answers form').first().locator('button').allTextContents()).toEqual([
      'Ja, vi vil gerne møde personen',
      'Ja, start uden møde',
    ]);
    await page.locator('summary').click();
    await page.getByLabel('Timerne passer ikke').check();
    await picture(page, 'proposal-no-360');
    await press(page, 'Send nej');
    expect(await heading(page)).toBe('Tak for jeres svar. I har sagt nej.');
    const [row] = await api.scene.sql('SELECT state, reject_reason FROM matches WHERE id = $1', [match.id]);
    expect(row).toEqual({ state: 'rejected', reject_reason: 'hours-do-not-fit' });
    expect(await page.locator('.card').count()).toBe(0);
  });

  test('on a desk, and what a link says that leads nowhere', async () => {
    const { token } = await api.scene.offered();
    await picture(await open(`/o/${token}`, { viewport: DESK, deviceScaleFactor: 1 }), 'answer-1280');
    const lost = await open(`/o/${'x'.repeat(22)}`);
    await picture(lost, 'lost-360');
    expect(await heading(lost)).toBe('Linket virker ikke længere.');
    const home = await open('/');
    await picture(home, 'home-360');
    expect(await heading(home)).toBe('Fodfæste');
  });
});
