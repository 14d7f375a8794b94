import { describe, expect, test } from '@jest/globals';
import { examine, ordinary } from './support/examine.js';
import { press, visiting } from './support/visiting.js';

const visit = visiting();

/** The pages behind links, in each state that an answer leads to; what is pressed to get there. */
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

test.each(pages)('%s (%s) can be used by everyone', async (_, language, address, presses) => {
  const blank = await visit.blank({ javaScriptEnabled: true });
  const found = await examine(blank, visit.api.url + (await address(language)), {
    ...ordinary,
    // Narrow first, as it comes from an SMS: what a phone loads.
    mostBytes: 25_000,
    prepare: async (page) => {
      for (const label of presses) await press(page, label);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    },
  });
  expect(found).toEqual([]);
});

describe('what examines a page', () => {
  test('sees what is wrong with one', async () => {
    const blank = await visit.blank({ javaScriptEnabled: true });
    const found = await examine(blank, `${visit.api.url}/`, {
      ...ordinary,
      status: 404,
      mostBytes: 100,
      prepare: async (page) => {
        await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
          '<p><img src="/x.png"></p><table width="2000"><tr><td>x</td></tr></table><p style="color: red">x</p><button class="link">x</button>')`);
        await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
          '<button tabindex="-1">never</button><button tabindex="3">first</button><button id="silent">x</button>')`);
        await page.evaluate(
          `['outline', 'box-shadow'].forEach((one) => silent.style.setProperty(one, 'none', 'important'))`,
        );
        await page.evaluate(`console.error('trouble')`);
      },
    });
    expect(found.map((fault) => fault.replace(/[\d.]+/g, '0').slice(0, 40))).toEqual(
      expect.arrayContaining([
        'answers 0',
        'loads 0 bytes',
        expect.stringContaining('image-alt'),
        expect.stringMatching(/^is wider than 0 px: 0 px too many/),
        expect.stringMatching(/^is wider than 0 px with text twice/),
        expect.stringContaining('console: Applying inline style violates'),
        expect.stringContaining('console: trouble'),
        expect.stringContaining('too small to press'),
        expect.stringContaining('is not reached by keys: <button tabindex'),
        expect.stringContaining('is reached out of its turn'),
        expect.stringContaining('does not show that it is reached'),
      ]),
    );
  });
});
