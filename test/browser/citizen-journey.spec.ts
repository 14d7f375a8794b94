import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { made, offered } from '../e2e/placement.js';
import { Place } from './pages/place.js';
import { asked } from './support/placement-scenes.js';
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

const onPhone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
};
const atDesk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

describe.each([
  ['a phone without scripts', 360, onPhone, press],
  ['a desk, by keys', 1280, atDesk, pressByKeys],
])('a citizen on %s', (_, width, options, choose) => {
  test('from the first SMS to what is stored: yes, not after all, the day, the hours', async () => {
    const page = await (await place.visitor(undefined, options)).newPage();
    const [first, scene] = [await offered(place.product), await asked(place)];
    const { consultant, post } = scene.stage;
    const { phone } = made(await consultant.get(`/citizens/${scene.citizenId}`));
    const began = Date.now();
    let taps = 0;
    let fields = 0;
    const answer = (name: string): Promise<void> => {
      taps += 1;
      return choose(page, name);
    };
    const tap = async (what: Locator): Promise<void> => {
      taps += 1;
      await what.click();
    };
    const open = async (link: string): Promise<void> => {
      taps += 1;
      await page.goto(link);
    };
    const type = async (words: string): Promise<void> => {
      fields += 1;
      await page.locator('main input:visible').first().fill(words);
      await tap(page.locator('main form button.first').first());
    };

    // The first offer: a yes that is taken back.
    await open((await first.post.next(first.phone, 'sms', /\/o\//)).links[0]!);
    expect(await heading(page)).toBe('Tomme kasser på frugtlageret');
    expect(await text(page)).toContain('Derfor foreslår vi jobbet');
    await answer('Ja, det vil jeg gerne');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    await answer('Fortryd mit ja');
    expect(await heading(page)).toBe('Tak for dit svar. Du har sagt nej tak.');
    await answer('Det passer ikke lige nu');
    await page.goBack();
    await page.reload();
    expect(await heading(page)).toBe('Tak for dit svar. Du har sagt nej tak.');

    // The second one begins with the question: may the company hear at all?
    await open((await post.next(phone, 'sms', /Må Mette fortælle/)).links[0]!);
    expect(await heading(page)).toBe('Må Mette fortælle firmaet om dig?');
    await answer('Ja, det er i orden');
    expect(await heading(page)).toMatch(/^Tak/);
    const { offerId } = made(await consultant.post(`/matches/${scene.matchId}/confirm`, { start: 'meet' }));

    // Then the offer: first to see the place, then yes.
    await open((await post.next(phone, 'sms', /BESØG/)).links[0]!);
    await answer('Jeg vil se stedet først');
    expect(await heading(page)).toBe('Du ser stedet først.');
    await answer('Ja, det vil jeg gerne');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');

    // The day: cannot, then on the way after all, then here.
    await open(await startsToday({ ...scene, consultant, post, offerId, phone }));
    expect(await heading(page)).toMatch(/^Din vagt \S+dag den \d/);
    expect(await text(page)).toContain('Ring til mig kl. 7, hvis det er glat');
    await tap(page.locator('summary', { hasText: 'Jeg kan ikke i dag' }));
    await answer('Kun den dag');
    expect(await heading(page)).toBe('Tak, fordi du siger det.');
    await answer('Jeg er på vej');
    expect(await heading(page)).toBe('Godt, at du kommer.');
    await answer('Jeg er her');
    expect(await heading(page)).toBe('Godt, at du er her.');
    expect(await page.getByRole('button', { name: 'Jeg er her' }).count()).toBe(0);

    // At home, from the front page to the own page, with a code.
    await page.goto(`${place.url}/`);
    await tap(page.locator('.door').getByRole('link', { name: 'Min side' }));
    expect(new URL(page.url()).pathname).toBe('/log-ind/borger');
    await type(phone.slice(3));
    const sms = await post.next(phone, 'sms', /kode er \d{6}/);
    await type(/kode er (\d{6})/.exec(sms.text)![1]!);
    expect(await heading(page)).toBe('Hej Prøve');
    expect(await text(page)).toContain('du er der');

    await tap(page.getByRole('link', { name: 'Timer', exact: true }));
    expect(await heading(page)).toBe('Dine timer');
    expect(await text(page)).toMatch(/Lønnede timer\s+3 timer/);

    await page.goto(`${place.url}/min-side/kort`);
    expect(await text(page)).toContain('Timer om ugen');
    await tap(page.getByRole('checkbox', { name: /Hvor mange timer/ }));
    await answer('Gem det, de må se');
    expect(await text(page)).toContain('Det er gemt. Firmaet ser det nye kort fra nu af.');
    expect(await text(page)).not.toContain('Timer om ugen');

    await tap(page.getByRole('link', { name: 'Om mig', exact: true }));
    expect(await heading(page)).toBe('Det, vi har gemt om dig');
    const stored = await text(page);
    expect(stored).toContain('Prøve Jonassen');
    expect(stored).toContain('så på din side');
    expect(stored).not.toMatch(/Karin|\d{6}-\d{4}/);

    // The municipality sees where it has led to.
    const headers = { cookie: await place.cookieHeader('mette'), accept: 'text/html' };
    const desk = await fetch(`${place.url}/kommune/borgere/${scene.citizenId}`, { headers });
    expect(await desk.text()).toMatch(/<span>mødt/);
    // Not to stdout, where jest says its result to test/run.mjs.
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    process.stderr.write(
      `From the first SMS to the hours, ${width} px: ${seconds} s, ${taps} taps, ${fields} fields.\n`,
    );
    await page.context().close();
  }, 180_000);
});
