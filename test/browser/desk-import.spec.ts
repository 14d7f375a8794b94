import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { CITIZENS_WITH_A_FAULT, uploadFile } from './pages/desk-import.js';
import { Place } from './pages/index.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

/** A consultant with a window of her own; without a script everything is there, only slower. */
async function atTheDesk(javaScriptEnabled: boolean, work: (page: Page) => Promise<void>): Promise<void> {
  const context: BrowserContext = await place.visitor('mette', { javaScriptEnabled });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

describe.each([true, false])('a file, with a script: %s', (script) => {
  it('is looked through, has its cell corrected in place, and is loaded', async () => {
    await atTheDesk(script, async (page) => {
      await page.goto(`${place.url}/kommune/indlaes`);
      const own = script ? '1' : '2';
      const text = CITIZENS_WITH_A_FAULT.replaceAll('20 00 01', `20 00 0${own}`)
        .replaceAll('Demosen', `Demosen ${own}`)
        .replaceAll('Demovej', `Demovej ${own}`);
      await uploadFile(page, 'citizens', text);
      expect(await page.content()).not.toContain('010190');
      const bo = page.locator('li', { hasText: `Bo Demosen ${own}` });
      expect(await bo.getByRole('textbox').count()).toBe(2);
      expect(await bo.locator('.form-error-message').allTextContents()).toEqual([
        expect.stringContaining('Er ikke et telefonnummer'),
        expect.stringContaining('Er ikke et tal'),
      ]);
      await bo.getByLabel('Telefon').fill(`20 00 0${own} 02`);
      await bo.getByLabel('Løft').fill('10');
      await bo.getByRole('button', { name: 'Gem linje 3' }).click();
      await page.getByText('Rækken er gemt.').waitFor();
      await page.getByRole('link', { name: /^Alle/ }).click();
      await page.getByRole('button', { name: 'Indlæs 2 rækker' }).click();
      // With a script the page follows by itself; without, one asks.
      const done = page.getByText('2 oprettet', { exact: true }).first();
      for (let asks = 0; asks < 40 && !(await done.isVisible()); asks++) {
        await page.waitForTimeout(500);
        const again = page.getByRole('link', { name: 'Se, hvor langt det er' });
        if (!script && (await again.isVisible())) await again.click();
      }
      await page.reload();
      expect(await page.getByText('2 oprettet', { exact: true }).count()).toBe(1);
      expect(await page.getByText('1 venter på at blive rettet').count()).toBe(1);
    });
  }, 60_000);
});

describe('several proposals', () => {
  it('are shown before they are sent, and taken back whole', async () => {
    await atTheDesk(true, async (page) => {
      await page.goto(`${place.url}/kommune/forslag/flere`);
      const [box] = await page.locator('[name=par]').all();
      await box!.check({ force: true });
      await page.getByRole('button', { name: 'Se, hvem der får hvad' }).click();
      await page.getByRole('button', { name: 'Send til 1' }).click();
      await page.getByText(/Indtil da er ingen spurgt/).waitFor();
      expect(await page.locator('[data-count-to]').getAttribute('data-left')).toMatch(/^(30|2\d)$/);
      await page.getByRole('button', { name: 'Fortryd' }).click();
      await page.getByText('Ingen er spurgt, og ingen har fået en besked.').waitFor();
    });
  }, 60_000);
});
