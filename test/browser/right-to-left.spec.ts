import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { loadSite } from '../../apps/api/src/http/site.js';
import { examine, ordinary } from './support/examine.js';
import { visiting } from './support/visiting.js';

/** As if a person had approved the texts: in the product they are switched off until somebody has. */
const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-languages-'));
const site = join(folder, 'site.json');
const approved = (['ar', 'uk'] as const).map((language) => ({
  language,
  approvedBy: 'Salma Haddad (demo)',
  on: '2026-12-01',
}));
writeFileSync(site, JSON.stringify({ ...loadSite(), languages: approved }));
const visit = visiting({ SITE_FILE: site });
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['ar', 'rtl'],
  ['uk', 'ltr'],
])('an offer in %s can be used by everyone', async (language, direction) => {
  const { token } = await visit.scene.offered();
  const blank = await visit.blank({ javaScriptEnabled: true });
  const found = await examine(blank, `${visit.api.url}/o/${token}?sprog=${language}`, {
    ...ordinary,
    prepare: async (page) => {
      const html = page.locator('html');
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([
        language,
        direction,
      ]);
    },
  });
  expect(found).toEqual([]);
});

test('from right to left, everything that begins a line stands on the right', async () => {
  const { token } = await visit.scene.offered();
  const page = await visit.open(`/o/${token}?sprog=ar`);
  const right = async (selector: string): Promise<number> => {
    const { x, width } = (await page.locator(selector).first().boundingBox())!;
    return Math.round(x + width);
  };
  const edge = await right('main h1');
  expect(await right('.facts svg')).toBe(edge);
  expect(await right('.product')).toBe(edge);
  // The language switch, in whose own letters each language is named, stands on the other side.
  expect((await page.locator('.tools').boundingBox())!.x).toBeLessThan(180);
});
