import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { until } from '../support/until.js';
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

async function at(
  as: string | undefined,
  path: string,
  options: BrowserContextOptions = DESK,
): Promise<Page> {
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
      /Du ringer\. Trinene venter til kl\. \d+(\.\d\d)?\. Firmaet har fået at vide, at du ringer\./,
    );
    await birgitte.getByText('Mette Holm ringer.').waitFor({ timeout: 5_000 });
    expect(Date.now() - pressed).toBeLessThan(5_000);
    expect(await burning(birgitte).count()).toBe(0);
    await mette.context().close();
    await birgitte.context().close();
  });

  test('on its own page a colleague sees what is done, and how it ended', async () => {
    const { placement, shiftId } = await atWork();
    const { consultant } = placement;
    made(await consultant.post(`/shifts/${shiftId}/not-here`));
    const open = made(await consultant.get(`/escalations?shiftId=${shiftId}`));
    const { id } = (open.items as [{ id: string }])[0];
    const birgitte = await at('birgitte', `/kommune/sager/${id}`);
    made(await consultant.post(`/escalations/${id}/acknowledge`, { action: 'drive' }));
    const state = (words: string) => birgitte.locator('.desk-waits', { hasText: words });
    await state('Mette Holm kører.').waitFor({ timeout: 5_000 });
    made(await consultant.post(`/escalations/${id}/resolve`, { outcome: 'overslept' }));
    await state('Lukket: sov over sig.').waitFor({ timeout: 5_000 });
    expect(plain(await birgitte.locator('.desk-history').innerText())).toContain('Sagen er lukket');
    expect(await birgitte.getByRole('button', { name: /^Jeg ringer/ }).count()).toBe(0);
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

describe('when the line is gone', () => {
  test('it looks by itself, and says when it last did', async () => {
    const page = await (await place.visitor('mette', DESK)).newPage();
    await page.clock.install();
    await page.route('**/kommune/stroem', (route) => route.abort());
    await page.goto(`${place.url}/kommune`);
    const asked = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/kommune');
    await page.clock.runFor(36_000);
    expect((await asked).status()).toBe(200);
    expect(plain(await page.locator('[data-updated]').textContent())).toMatch(/^opdateret kl\. \d+\.\d\d$/);
    await page.context().close();
  });

  test('although it seems to be there, as after a sleep of the computer: it looks, and asks for another', async () => {
    const page = await (await place.visitor('mette', DESK)).newPage();
    await page.clock.install();
    await page.addInitScript(`window.opened = 0; window.EventSource = class extends EventTarget {
      static OPEN = 1; static CLOSED = 2; readyState = 1;
      constructor() { super(); opened++; queueMicrotask(() => this.dispatchEvent(new Event('klar'))) }
      close() { this.readyState = 2 } }`);
    await page.goto(`${place.url}/kommune`);
    const asked = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/kommune');
    await page.clock.runFor(60_000);
    expect((await asked).status()).toBe(200);
    expect(await page.evaluate('opened')).toBe(2);
    await page.context().close();
  });

  test('it says so, and goes on by itself: without a net, and when the API was killed', async () => {
    const { placement, shiftId } = await atWork();
    const page = await at('mette', '/kommune');
    const context = page.context();
    const lost = page.getByText(/^Vi kan ikke hente nyt lige nu\. Det, du ser, er fra kl\. [\d.]+\. /);
    const before = await burning(page).count();
    await context.setOffline(true);
    made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
    await lost.waitFor({ timeout: 20_000 });
    expect(await burning(page).count()).toBe(before);
    await context.setOffline(false);
    await burning(page).nth(before).waitFor({ timeout: 15_000 });
    await lost.waitFor({ state: 'detached' });

    const { api } = place.product.pids();
    place.product.kill('api');
    await until('the API is back', async () => {
      if (place.product.pids().api === api) return false;
      return (await fetch(`${place.url}/ready`)).ok;
    });
    const next = await atWork();
    made(await next.placement.consultant.post(`/shifts/${next.shiftId}/not-here`));
    await burning(page)
      .nth(before + 1)
      .waitFor({ timeout: 40_000 });
    expect(await lost.count()).toBe(0);
    await context.close();
  }, 120_000);

  test('for who has been signed out it says that, and leads back', async () => {
    const { placement, shiftId } = await atWork();
    const page = await at(undefined, '/demo/log-ind/mette');
    await page.waitForURL('**/kommune');
    const other = await page.context().newPage();
    await other.goto(`${place.url}/kommune/mere`);
    await other.getByRole('button', { name: 'Log ud' }).click();
    await other.close();
    made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
    await page.getByText(/^Du er logget ud\. Det, du ser, er fra kl\. [\d.]+\. /).waitFor();
    await page.getByRole('link', { name: 'Log ind igen' }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/log-ind/);
    await page.context().close();
  });
});

/** The whole way: the front page, the door of the demo, *Haster nu*, the button; the workplace and a colleague hear. */
describe('from a missed shift to acknowledged it is two taps', () => {
  test.each([
    [360, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
    [1280, DESK],
  ] as const)('at %i px', async (width, options) => {
    const { placement, shiftId } = await atWork();
    made(await placement.consultant.post(`/shifts/${shiftId}/not-here`));
    const cases = made(await placement.consultant.get(`/escalations?shiftId=${shiftId}`));
    const id = `l-escalation-${(cases.items as { id: string }[])[0]!.id}`;
    const page = await at(undefined, '/', options);
    let taps = 0;
    const tap = async (what: Locator): Promise<void> => {
      taps++;
      await what.click();
    };
    const began = Date.now();
    await tap(page.getByRole('link', { name: /^Mette Holm/ }));
    const line = page.locator(`[id="${id}"]`);
    await tap(line.getByRole('button', { name: /^Jeg ringer/ }));
    await line.getByText('Du ringer.').waitFor();
    const seconds = (Date.now() - began) / 1000;
    // Not to stdout, where jest says its result to test/run.mjs.
    process.stderr.write(
      `From the front page to an acknowledged case, ${width} px: ${seconds.toFixed(1)} s, ${taps} taps.\n`,
    );
    expect(taps).toBe(2);
    expect(plain(await line.innerText())).toMatch(/Trinene venter til/);
    const { text } = await placement.post.next(placement.workplacePhone, 'sms', /Mette taler med/);
    expect(text).toMatch(/^Mette taler med .+ nu\. /);
    const birgitte = await at('birgitte', '/kommune?hvis=kommunen', options);
    expect(plain(await birgitte.locator(`[id="${id}"]`).innerText())).toContain('Mette Holm ringer.');
    await birgitte.context().close();
    await page.context().close();
  });
});
