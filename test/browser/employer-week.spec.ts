import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { lastMonth } from '../support/last-month.js';
import { Place } from './pages/index.js';
import { heading, plain } from './support/visiting.js';

/** What Ali does after posting, in the demo as it is: two proposals, a shift that runs, last month to confirm. */
let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

async function asAli(
  options: BrowserContextOptions,
  does: (page: Page, at: (path: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const context = await place.visitor('ali', options);
  const page = await context.newPage();
  const at = async (path: string): Promise<void> => void (await page.goto(place.url + path));
  try {
    await does(page, at);
  } finally {
    await context.close();
  }
}

const main = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());
/** The row of the shift that runs now: today stands first. */
const running = (page: Page) => page.locator('li.shift').first();

async function callsMette(page: Page): Promise<void> {
  const contact = page.locator('section.contact');
  expect(await contact.innerText()).toContain('Mette Holm');
  expect(await contact.locator('a').getAttribute('href')).toMatch(/^tel:\+45\d{8}$/);
}

describe('from the proposal to the month', () => {
  test('on a phone: a yes, later, and a corrected day', async () => {
    await asAli({ viewport: { width: 360, height: 740 } }, async (page, at) => {
      await at('/firma');
      expect(await heading(page)).toBe('Overblik');
      await callsMette(page);
      await page.getByRole('link', { name: 'Se forslagene' }).click();
      await callsMette(page);
      await page.getByRole('link', { name: 'Se og svar' }).first().click();
      const proposal = page.url();
      await page.getByRole('button', { name: 'Ja, vi vil gerne møde personen' }).click();
      expect(await heading(page)).toBe('Ali har svaret ja.');
      expect(await main(page)).toContain('Personen får jobbet tilbudt nu.');
      await callsMette(page);

      // The back button shows the question again, or the answer; pressing once more changes nothing.
      await page.goBack();
      const again = page.getByRole('button', { name: 'Ja, vi vil gerne møde personen' });
      if ((await again.count()) > 0) await again.click();
      await page.goto(proposal);
      expect(await heading(page)).toBe('Ali har svaret ja.');

      await at('/firma/uge');
      await running(page).locator('summary').click();
      await running(page).getByRole('button', { name: /^kl\./ }).first().click();
      expect(plain(await running(page).innerText())).toMatch(/Samir ventes kl\. \d/);
      expect(new URL(page.url()).hash).toMatch(/^#vagt-/);
      await callsMette(page);

      await at(`/firma/timer?maaned=${lastMonth()}`);
      const day = page.locator('ul.hours-rows > li').filter({ hasText: 'Venter på jer' }).first();
      const id = await day.getAttribute('id');
      await day.locator('summary').click();
      await day.locator('input[name^="arrived"]').fill('09:00');
      await day.locator('input[name^="breakMinutes"]').fill('15');
      await day.getByRole('button', { name: 'Gem, og bekræft' }).click();
      const saved = plain(await page.locator(`[id="${id}"]`).innerText());
      expect(saved).toContain('2 t. 45 min.');
      expect(saved).toContain('Bekræftet');
      await callsMette(page);
    });
  });

  test('at a desk: a no with its reason, here and well done, and the whole month', async () => {
    await asAli({ viewport: { width: 1280, height: 900 } }, async (page, at) => {
      await at('/firma/forslag');
      await page.getByRole('link', { name: 'Se og svar' }).first().click();
      await page.locator('summary', { hasText: 'Nej' }).click();
      await page.getByRole('button', { name: 'Send nej' }).click();
      await page.locator('#fejl:focus').waitFor();
      await page.getByLabel('Timerne passer ikke').check();
      await page.getByRole('button', { name: 'Send nej' }).click();
      expect(await heading(page)).toBe('Ali har svaret nej.');

      await at('/firma');
      await running(page)
        .getByRole('button', { name: /^Er her/ })
        .click();
      expect(new URL(page.url()).pathname).toBe('/firma');
      expect(plain(await running(page).innerText())).toMatch(/Samir (er her|kom kl\.)/);
      await running(page)
        .getByRole('button', { name: /^Godt gået/ })
        .click();
      await page.getByText('Samir får jeres »Godt gået« i dag.').waitFor();

      await at(`/firma/timer?maaned=${lastMonth()}`);
      await page
        .getByRole('button', { name: /^Alle \d+ vagter stemmer$/ })
        .first()
        .click();
      expect(await main(page)).toContain('Timerne er bekræftet.');
      expect(await main(page)).toContain('Alle timer i måneden er bekræftet.');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Hent som fil til lønnen (CSV)' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`timer-${lastMonth()}.csv`);
      await at('/firma');
      expect(await main(page)).not.toContain('mangler et »Stemmer«');
    });
  });

  test('the praise is on its way to Samir, once, and in the words of Ali', async () => {
    const messages = async () => {
      const answer = await fetch(place.product.ready.outbox);
      const { items } = (await answer.json()) as { items: { text: string }[] };
      return items.filter(({ text }) => text.includes('Godt gået i dag'));
    };
    for (let tries = 0; tries < 50 && (await messages()).length === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await messages()).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Hej Samir\. Ali siger: Godt gået i dag\. Kh Mette \d{8}$/),
    ]);
  });
});

describe('without a script', () => {
  test('days are closed and taken back', async () => {
    await asAli({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (page, at) => {
      await at('/firma/lukkedage');
      await page
        .getByRole('link', { name: /Mellem jul og nytår|Hele uge/ })
        .first()
        .click();
      expect(await heading(page)).toMatch(/^Hold lukket fra den \d+\./);
      expect(await main(page)).toMatch(/bliver aflyst|ingen planlagte vagter/);
      await page.getByRole('button', { name: 'Ja, hold lukket' }).click();
      expect(await main(page)).toContain('I holder lukket.');
      await page.goBack();
      await page.goForward();
      await page
        .getByRole('button', { name: /^Fortryd/ })
        .first()
        .click();
      expect(await main(page)).toContain('I holder ikke lukket alligevel.');
      expect(await main(page)).toContain('I har ingen lukkedage endnu.');
    });
  });
});

/** In the browser: what has the focus, as it is called, and whether one can see it. */
const WHERE = `(() => {
  const one = document.activeElement;
  const label = one.id ? document.querySelector('label[for="' + one.id + '"]') : null;
  return {
    name: ((label || one).textContent || '').trim(),
    outlined: getComputedStyle(one).outlineStyle !== 'none',
  };
})()`;

describe('with the keyboard only', () => {
  /** Goes on with Tab until something with this name has the focus, which one must be able to see. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let steps = 0; steps < 150; steps++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate<{ name: string; outlined: boolean }>(WHERE);
      if (!name.test(plain(here.name))) continue;
      expect(here.outlined).toBe(true);
      return;
    }
    throw new Error(`Tab never came to ${String(name)}`);
  }

  test('a colleague is added and removed', async () => {
    await asAli({ viewport: { width: 1280, height: 900 } }, async (page, at) => {
      await at('/firma/brugere');
      await tabTo(page, /^Navn$/);
      await page.keyboard.type('Lone Tast');
      await page.keyboard.press('Enter');
      await page.locator('#fejl').waitFor();
      expect(await main(page)).toContain('Skriv en e-mailadresse eller et mobilnummer.');
      await tabTo(page, /Skriv en e-mail/);
      await page.keyboard.press('Enter');
      await page.keyboard.type('lone@frugtlageret.example');
      await page.keyboard.press('Enter');
      await page.getByText('Kollegaen kan logge ind nu.').waitFor();
      await tabTo(page, /^Fjern: Lone Tast$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/fjern$/);
      await tabTo(page, /^Ja, fjern$/);
      await page.keyboard.press('Enter');
      await page.getByText('Brugeren er fjernet.').waitFor();
    });
  });
});
