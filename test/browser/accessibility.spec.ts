import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { press, visiting } from './support/visiting.js';

const visit = visiting();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Each page in a state worth looking at; what is pressed to get there. */
const pages: [string, 'da' | 'en', (language: 'da' | 'en') => Promise<string>, string[]][] = [
  ['an offer', 'da', offer, []],
  ['an offer', 'en', offer, []],
  ['a yes', 'da', offer, ['Ja, det vil jeg gerne']],
  ['a yes', 'en', offer, ['Yes, I would like to']],
  ['a no', 'da', offer, ['Nej tak']],
  ['a no', 'en', offer, ['No thanks']],
  ['a visit', 'da', offer, ['Jeg vil se stedet først']],
  ['a call', 'en', offer, ['Call me first']],
  ['the citizen’s interest', 'da', interest, []],
  ['the citizen’s interest', 'en', interest, []],
  ['an interest that was given', 'da', interest, ['Ja, det er i orden']],
  ['a proposal', 'da', proposal, []],
  ['a proposal that was confirmed', 'da', proposal, ['Ja, vi vil gerne møde personen']],
  ['a link that leads nowhere', 'da', async () => '/o/nowhere', []],
  ['the start page', 'da', async () => '/', []],
];

async function offer(language: 'da' | 'en'): Promise<string> {
  return `/o/${(await visit.scene.offered({ citizen: { language } })).token}`;
}
async function interest(language: 'da' | 'en'): Promise<string> {
  return `/o/${(await visit.scene.asked({ citizen: { language } })).token}`;
}
async function proposal(): Promise<string> {
  return `/e/${(await visit.scene.proposed()).token}`;
}

/** axe needs a script in the page, which our own policy forbids: only here it is set aside. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) =>
       violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
  return found as string[];
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each(pages)('%s (%s)', (_, language, address, presses) => {
  test('has nothing that axe complains of, narrow, wide, and with text twice as large', async () => {
    const options = { javaScriptEnabled: true, bypassCSP: true, viewport: { width: 320, height: 640 } };
    const page = await visit.open(await address(language), options);
    for (const label of presses) await press(page, label);
    for (const fold of await page.locator('summary').all()) await fold.click();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);

    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violations(page)).toEqual([]);

    await page.setViewportSize({ width: 320, height: 640 });
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    expect(await overflow(page)).toBe(0);
  });

  test('has large targets, and shows its buttons in the colours that a person has chosen', async () => {
    const page = await visit.open(await address(language), {
      javaScriptEnabled: true,
      forcedColors: 'active',
    });
    for (const label of presses) await press(page, label);
    for (const target of await page.locator('button:visible, summary, a').all()) {
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    const borders = await page.evaluate(
      `[...document.querySelectorAll('button')].map((one) => parseFloat(getComputedStyle(one).borderTopWidth))`,
    );
    for (const border of borders as number[]) expect(border).toBeGreaterThanOrEqual(1);
  });
});
