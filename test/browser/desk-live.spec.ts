import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { made, offered, type Placement } from '../e2e/placement.js';
import { Place } from './pages/index.js';
import { startsToday } from './support/starts-today.js';
import { plain } from './support/visiting.js';

/** *Haster nu* while others work too: nobody reloads a page. */
let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

async function at(as: string, path: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const page = await (await place.visitor(as, options)).newPage();
  await page.goto(place.url + path);
  return page;
}

/** Somebody of Mette's whose first shift has just begun. */
async function atWork(): Promise<{ placement: Placement; shiftId: string }> {
  const placement = await offered(place.product);
  const { consultant, offerId, citizenId } = placement;
  made(await consultant.post(`/offers/${offerId}/answer`, { answer: 'yes', how: 'phone' }));
  await startsToday(placement);
  const { items } = made(await consultant.get(`/shifts?citizenId=${citizenId}`)) as {
    items: { id: string }[];
  };
  return { placement, shiftId: items[0]!.id };
}

const burning = (page: Page) => page.locator('li[data-line].now');
const count = async (page: Page): Promise<number> =>
  Number(plain(await page.locator('[data-urgent-count]').textContent()) || '0');
describe('a case that opens while somebody looks', () => {
  test('appears by itself, is taken by one press, and the colleague sees who has it', async () => {
    const { placement, shiftId } = await atWork();
    const mette = await at('mette', '/kommune');
    const birgitte = await at('birgitte', '/kommune?hvis=kommunen');
    const before = await count(mette);

    const reloads: string[] = [];
    mette.on('framenavigated', () => reloads.push(mette.url()));
    made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
    await burning(mette).first().waitFor({ timeout: 5_000 });
    expect(plain(await burning(mette).first().innerText())).toContain('er ikke mødt op');
    expect(plain(await mette.locator('[data-desk-told]').textContent())).toMatch(/ting venter$/);
    await mette.locator('[data-urgent-count]', { hasText: String(before + 1) }).waitFor({ timeout: 5_000 });
    expect(reloads).toEqual([]);

    await burning(birgitte).first().waitFor({ timeout: 5_000 });
    const pressed = Date.now();
    await burning(mette)
      .first()
      .getByRole('button', { name: /^Jeg ringer/ })
      .click();
    const mine = mette.locator('li[data-line]:target');
    expect(plain(await mine.innerText())).toMatch(
      /Du ringer\. Trappen venter til kl\. \d+(\.\d\d)?\. Firmaet har fået at vide, at du ringer\./,
    );
    await birgitte.getByText('Mette Holm ringer.').waitFor({ timeout: 5_000 });
    expect(Date.now() - pressed).toBeLessThan(5_000);
    expect(await burning(birgitte).count()).toBe(0);
    await mette.context().close();
    await birgitte.context().close();
  });

  test('pressed by two at once: the second is told who was first, and it is no error', async () => {
    const { placement, shiftId } = await atWork();
    made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
    const options = { ...DESK, javaScriptEnabled: false };
    const mette = await at('mette', '/kommune', options);
    const birgitte = await at('birgitte', '/kommune?hvis=kommunen', options);
    const press = (page: Page) =>
      burning(page)
        .first()
        .getByRole('button', { name: /^Jeg ringer/ })
        .click();
    await press(mette);
    await press(birgitte);
    expect(new URL(birgitte.url()).pathname).toBe('/kommune');
    const main = plain(await birgitte.locator('main').innerText());
    expect(main).toContain('En kollega var først.');
    expect(plain(await birgitte.locator('li[data-line]:target').innerText())).toContain('Mette Holm ringer.');
    await mette.context().close();
    await birgitte.context().close();
  });
});

test('what is open and half typed stays, while others come and go around it', async () => {
  const { placement, shiftId } = await atWork();
  made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
  const page = await at('mette', '/kommune');
  const line = page.locator('li[data-line]', { has: page.locator('summary') }).first();
  const id = await line.getAttribute('id');
  await line.locator('summary').last().click();
  const field = page.locator(`[id="${id}"] textarea, [id="${id}"] input.form-input`).first();
  await field.fill('Jonas vækkede nabo');
  const before = await page.locator('li[data-line]').count();
  const next = await atWork();
  made(await next.placement.consultant.post(`/shifts/${next.shiftId}/not-here`));
  await page.locator('li[data-line]').nth(before).waitFor({ timeout: 5_000 });
  expect(await field.inputValue()).toBe('Jonas vækkede nabo');
  expect(await field.and(page.locator(':focus')).count()).toBe(1);
  await page.context().close();
});

test('when the stream is gone it looks by itself, and says when it last did', async () => {
  const page = await (await place.visitor('mette', DESK)).newPage();
  await page.clock.install();
  await page.route('**/kommune/stroem', (route) => route.abort());
  await page.goto(`${place.url}/kommune`);
  const asked = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/kommune');
  await page.clock.runFor(31_000);
  expect((await asked).status()).toBe(200);
  expect(plain(await page.locator('[data-updated]').textContent())).toMatch(/^opdateret kl\. \d+\.\d\d$/);
  await page.context().close();
});

test('from a missed shift to acknowledged it is two taps: the way in, and the button', async () => {
  const { placement, shiftId } = await atWork();
  made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
  const page = await (await place.visitor(undefined, { viewport: { width: 360, height: 740 } })).newPage();
  // What the SMS to the contact says: see Haster nu. Who is not signed in is asked who it is.
  await page.goto(`${place.url}/kommune`);
  expect(new URL(page.url()).pathname).toMatch(/^\/log-ind/);
  let taps = 0;
  const tap = async (name: RegExp): Promise<void> => {
    taps++;
    await page.locator('main').getByRole('button', { name }).first().click();
  };
  await page.goto(`${place.url}/demo/log-ind/mette`);
  if (new URL(page.url()).pathname !== '/kommune') await tap(/log ind|fortsæt/i);
  expect(new URL(page.url()).pathname).toBe('/kommune');
  await tap(/^Jeg ringer/);
  await page.getByText('Du ringer.').first().waitFor();
  expect(taps).toBeLessThanOrEqual(2);
  await page.context().close();
});
