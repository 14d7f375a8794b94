import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { offered } from '../e2e/placement.js';
import { Place } from './pages/place.js';
import { startsToday } from './support/starts-today.js';
import { heading, plain, press } from './support/visiting.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

/** With the keyboard alone: on to the button, and Enter. */
async function pressByKeys(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((one) => one === one.ownerDocument.activeElement)) break;
  }
  expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

const text = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
};
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

describe.each([
  ['a phone without scripts', phone, press],
  ['a desk, by keys', desk, pressByKeys],
])('a citizen on %s', (_, options, choose) => {
  test('from the SMS to what is stored: yes, not after all, the day, the hours', async () => {
    const page = await (await place.visitor(undefined, options)).newPage();

    // The first offer: a yes that is taken back.
    const first = await offered(place.product);
    await page.goto((await first.post.next(first.phone, 'sms', /\/o\//)).links[0]!);
    expect(await heading(page)).toBe('Tomme kasser på frugtlageret');
    expect(await text(page)).toContain('Derfor foreslår vi jobbet');
    await choose(page, 'Ja, det vil jeg gerne');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    await choose(page, 'Fortryd mit ja');
    expect(await heading(page)).toBe('Tak for dit svar. Du har sagt nej tak.');
    await choose(page, 'Det passer ikke lige nu');
    await page.goBack();
    await page.reload();
    expect(await heading(page)).toBe('Tak for dit svar. Du har sagt nej tak.');

    // The second one: first to see the place, then yes.
    const second = await offered(place.product);
    await page.goto((await second.post.next(second.phone, 'sms', /\/o\//)).links[0]!);
    await choose(page, 'Jeg vil se stedet først');
    expect(await heading(page)).toBe('Du ser stedet først.');
    await choose(page, 'Ja, det vil jeg gerne');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');

    // The day: cannot, then on the way after all, then here.
    await page.goto(await startsToday(second));
    expect(await heading(page)).toMatch(/^Din vagt \S+dag den \d/);
    expect(await text(page)).toContain('Ring til mig kl. 7, hvis det er glat');
    await page.locator('summary', { hasText: 'Jeg kan ikke i dag' }).click();
    await choose(page, 'Kun den dag');
    expect(await heading(page)).toBe('Tak, fordi du siger det.');
    await choose(page, 'Jeg er på vej');
    expect(await heading(page)).toBe('Godt, at du kommer.');
    await choose(page, 'Jeg er her');
    expect(await heading(page)).toBe('Godt, at du er her.');
    expect(await page.getByRole('button', { name: 'Jeg er her' }).count()).toBe(0);

    // At home on the own page, after a code.
    await page.goto(`${place.url}/min-side`);
    expect(new URL(page.url()).pathname).toMatch(/^\/log-ind/);
    await page.goto(`${place.url}/log-ind/borger?til=/min-side`);
    await page.locator('main input:visible').first().fill(second.phone.slice(3));
    await page.locator('main form button.first').click();
    const sms = await second.post.next(second.phone, 'sms', /kode er \d{6}/);
    const code = /kode er (\d{6})/.exec(sms.text)![1]!;
    await page.locator('main input:visible').first().fill(code);
    await page.locator('main form button.first').first().click();
    expect(await heading(page)).toBe('Hej Jonas');
    expect(await text(page)).toContain('du er der');

    await page.getByRole('link', { name: 'Timer', exact: true }).click();
    expect(await heading(page)).toBe('Dine timer');
    expect(await text(page)).toMatch(/Lønnede timer\s+3 timer/);

    await page.goto(`${place.url}/min-side/kort`);
    await page.getByRole('checkbox', { name: /Hvor mange timer/ }).check();
    await choose(page, 'Gem det, de må se');
    expect(await text(page)).toContain('Det er gemt. Firmaet ser det nye kort fra nu af.');
    expect(await text(page)).toContain('Timer om ugen');

    await page.getByRole('link', { name: 'Om mig', exact: true }).click();
    expect(await heading(page)).toBe('Det, vi har gemt om dig');
    const stored = await text(page);
    expect(stored).toContain('Jonas Prøvesen');
    expect(stored).toContain('så på din side');
    expect(stored).not.toMatch(/Karin|\d{6}-\d{4}/);
    await page.context().close();
  }, 180_000);
});
