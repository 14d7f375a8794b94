import { describe, expect, test } from '@jest/globals';
import type { Request } from 'playwright-core';
import { picture } from './support/pictures.js';
import { answersTo, DESK, heading, plain, press, visiting } from './support/visiting.js';

const visit = visiting();
const YES = 'Ja, det vil jeg gerne';

describe.each([
  ['a phone', { deviceScaleFactor: 2 }, 360],
  ['a desk', { viewport: DESK, deviceScaleFactor: 1 }, 1280],
])('an offer on %s', (_, options, width) => {
  test('has four large buttons in their order; Ja leads to what happens now', async () => {
    const { token, offer } = await visit.scene.offered();
    const page = await visit.open(`/o/${token}`, options);
    await picture(page, `answer-${width}`);
    expect(await heading(page)).toBe('Fjerne tomme kasser på frugtlageret');
    const buttons = page.locator('.answers button');
    const labels = [YES, 'Nej tak', 'Jeg vil se stedet først', 'Ring til mig først'];
    expect(await buttons.allTextContents()).toEqual(labels);
    for (const button of await buttons.all()) {
      const box = (await button.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(52);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    await press(page, YES);
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    expect(await page.locator('.now li').count()).toBe(3);
    await picture(page, `answered-${width}`);
    expect(await answersTo(visit.scene, offer.id)).toEqual(['yes']);
  });
});

describe('an answer', () => {
  test('can be taken back', async () => {
    const { token, offer } = await visit.scene.offered();
    const page = await visit.open(`/o/${token}`);
    await press(page, YES);
    await press(page, 'Fortryd mit ja');
    expect(await heading(page)).toBe('Tak for dit svar. Du har sagt nej tak.');
    expect(await answersTo(visit.scene, offer.id)).toEqual(['yes', 'no']);
  });

  test('Nej tak is one tap, and why is asked afterwards', async () => {
    const { token, offer } = await visit.scene.offered();
    const page = await visit.open(`/o/${token}`);
    await press(page, 'Nej tak');
    await picture(page, 'declined-360');
    expect(await answersTo(visit.scene, offer.id)).toEqual(['no']);
    await press(page, 'Det vil jeg ikke sige');
    expect(plain(await page.locator('.now li').last().textContent())).toBe(
      'Det er helt fint. Så spørger vi ikke om mere.',
    );
    expect(await page.locator('form').count()).toBe(0);
  });

  test('Ring til mig først and Jeg vil se stedet først leave it open', async () => {
    const { token, offer } = await visit.scene.offered();
    const page = await visit.open(`/o/${token}`);
    await press(page, 'Ring til mig først');
    await picture(page, 'call-360');
    expect(await heading(page)).toBe('Mette ringer til dig.');
    await press(page, 'Jeg vil se stedet først');
    expect(await heading(page)).toBe('Du ser stedet først.');
    expect(await page.locator('.answers button').allTextContents()).toEqual([YES, 'Nej tak']);
    await press(page, YES);
    expect(await answersTo(visit.scene, offer.id)).toEqual(['call', 'visit', 'yes']);
  });

  test('is one, however often Ja is pressed, and after back and reload', async () => {
    const { token, offer } = await visit.scene.offered();
    const page = await visit.open('/');
    await page.goto(`${visit.api.url}/o/${token}`);
    await page.getByRole('button', { name: YES }).dblclick();
    await page.locator('.now').waitFor();
    // The second press may still be on its way.
    await page.waitForTimeout(500);
    await page.reload();
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    await page.goBack();
    // A browser may bring back the page as it was; pressing there again ends at the same place.
    if ((await page.getByRole('button', { name: YES }).count()) > 0) await press(page, YES);
    await page.goto(`${visit.api.url}/o/${token}`);
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    expect(await answersTo(visit.scene, offer.id)).toEqual(['yes']);
  });

  test('can be given with the keyboard alone', async () => {
    const { token, offer } = await visit.scene.offered();
    const page = await visit.open(`/o/${token}`, { javaScriptEnabled: true });
    await page.keyboard.press('Tab');
    // Past everything that stands around the page.
    expect(await page.locator(':focus').textContent()).toBe('Gå til indholdet');
    await page.keyboard.press('Enter');
    const order: string[] = [];
    while (order.at(-1) !== 'Ring 20 12 34 56' && order.length < 30) {
      await page.keyboard.press('Tab');
      order.push(plain(await page.locator(':focus').textContent()));
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth')).toBe('3px');
    }
    const labels = [YES, 'Nej tak', 'Jeg vil se stedet først', 'Ring til mig først', 'Ring 20 12 34 56'];
    expect(order.slice(-5)).toEqual(labels);
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.now');
    expect(await answersTo(visit.scene, offer.id)).toEqual(['yes']);
  });
});

describe('a link', () => {
  test('brings at most 25 kB to a phone, all from our own address', async () => {
    const { token } = await visit.scene.offered();
    const page = await visit.blank({ javaScriptEnabled: true });
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    page.on('requestfailed', (request) => requests.push(request));
    await page.goto(`${visit.api.url}/o/${token}`, { waitUntil: 'networkidle' });
    expect(new Set(requests.map((request) => new URL(request.url()).origin))).toEqual(
      new Set([visit.api.url]),
    );
    const sizes = await Promise.all(requests.map((request) => request.sizes()));
    const bytes = sizes.reduce((sum, one) => sum + one.responseHeadersSize + one.responseBodySize, 0);
    expect(bytes).toBeGreaterThan(3_000);
    expect(bytes).toBeLessThanOrEqual(25_000);
  });

  test('that is opened, with scripts and waiting, answers nothing and leaves no token in the log', async () => {
    const { token, offer } = await visit.scene.offered();
    const before = await visit.scene.rows();
    const page = await visit.open(`/o/${token}`, { javaScriptEnabled: true });
    await page.waitForTimeout(3_000);
    await fetch(`${visit.api.url}/o/${token}`, { method: 'HEAD' });
    expect(await visit.scene.rows()).toBe(before);
    await press(page, 'Nej tak');
    expect(await answersTo(visit.scene, offer.id)).toEqual(['no']);
    expect(visit.api.log).toContain('/o/:token');
    expect(visit.api.log).not.toContain(token);
  });
});
