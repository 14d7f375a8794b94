import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { examine, ordinary, type Wishes } from './support/examine.js';
import { lighthouse } from './support/lighthouse.js';
import { picture } from './support/pictures.js';
import { knownPages, Place, type KnownPage } from './pages/index.js';
import { isLong } from '../builders/how-long.js';

/**
 * `npm run test:long` looks at everything, and at each page once more without a script; `npm test` at Danish on a phone
 * and a desk, and some in English. (Whole journeys without a script are in the other specs.)
 */
const widths = isLong ? [320, 360, 768, 1280] : [320, 1280];

let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

/** The templates that were met. */
const seen = new Set<string>();

const paths = new Map<KnownPage, Promise<string>>();
const pathOf = (page: KnownPage): Promise<string> => {
  const known =
    paths.get(page) ?? (typeof page.path === 'string' ? Promise.resolve(page.path) : page.path(place));
  paths.set(page, known);
  return known;
};

const visits = knownPages.flatMap((page) =>
  (page.languages ?? (page.of === 'staff' ? ['da'] : ['da', 'en']))
    .filter((language) => isLong || language === 'da' || page.of === 'everybody')
    .map((language): [string, string, KnownPage] => [page.name, language, page]),
);

async function addressOf(page: KnownPage, language: string): Promise<string> {
  const path = await pathOf(page);
  return `${place.url}${path}${language === 'da' ? '' : `${path.includes('?') ? '&' : '?'}sprog=${language}`}`;
}

describe.each(visits)('%s (%s)', (_, language, page) => {
  test('can be used by everyone', async () => {
    const { prepare } = page;
    const wishes: Wishes = {
      ...ordinary,
      widths,
      desk: page.of === 'staff',
      // The same markup at both widths: in the short run axe looks where most people see the page.
      axeAt: isLong ? [320, 1280] : [page.of === 'staff' ? 1280 : 320],
      status: page.status ?? 200,
      prepare: async (open) => {
        await prepare?.(open, language as 'da' | 'en');
        seen.add((await open.locator('body').getAttribute('data-page'))!);
      },
    };
    const address = await addressOf(page, language);
    expect(await examine(await place.window(page.as), address, wishes)).toEqual([]);
    // The table of all routes takes axe half a minute at each width.
  }, 240_000);

  const saysTheSame = async () => {
    const address = await addressOf(page, language);
    const [plain, scripted] = await Promise.all(
      [false, true].map(async (isScripted) => {
        const open = await place.window(page.as, { scripted: isScripted });
        await open.goto(address);
        const heading = await open.locator('h1').allTextContents();
        const lang = await open.locator('html').getAttribute('lang');
        const presses = await open.locator('main button:visible, main a').allTextContents();
        return { heading, lang, presses };
      }),
    );
    expect(plain!.heading).toHaveLength(1);
    expect(plain!.lang).toBe(language);
    expect(scripted!.heading).toEqual(plain!.heading);
    // The script adds buttons (reading aloud, print, copy) and takes none away.
    expect(scripted!.presses).toEqual(expect.arrayContaining(plain!.presses));
  };
  if (isLong) test('says the same without a script', saysTheSame);

  if (process.env['SCREENSHOTS'] === 'on' && language === 'da') {
    test.each([360, 1280])('has its picture taken at %i px', async (width) => {
      const context = await place.visitor(page.as, {
        viewport: { width, height: 740 },
        deviceScaleFactor: width === 360 ? 2 : 1,
      });
      const open = await context.newPage();
      await open.goto(await addressOf(page, language));
      await page.prepare?.(open, 'da');
      await picture(open, `${page.name}-${width}`);
      await context.close();
    });
  }
});

test('no page is missing', () => {
  const folder = join(import.meta.dirname, '../../templates/pages');
  const pages = (readdirSync(folder, { recursive: true }) as string[])
    .filter(
      (file) => file.endsWith('.hbs') && readFileSync(join(folder, file), 'utf8').includes('#> page-layout'),
    )
    .map((file) => file.replace(/\.hbs$/, '').replaceAll('\\', '/'));
  expect(pages.filter((page) => !seen.has(page))).toEqual([]);
});

/**
 * Lighthouse takes a quarter of a minute for a page: the front page in the short run, a page of each kind in the long
 * one. (What it finds beyond axe, such as faults in the console, is looked for on every page above.)
 */
const kinds = [
  'sign-in-company',
  'calculator',
  'link-offer',
  'link-proposal',
  'post-week',
  'task',
  'my-money',
];
const rated = ['home', ...(isLong ? kinds : [])].map((name) => {
  const page = knownPages.find((known) => known.name === name);
  if (!page) throw new Error(`No known page is called ${name}.`);
  return page;
});

const ratings = new Map<KnownPage, ReturnType<typeof rate>>();
async function rate(page: KnownPage) {
  const cookie = page.as === undefined ? undefined : await place.cookieHeader(page.as);
  return lighthouse(await addressOf(page, 'da'), {
    categories: ['accessibility', 'best-practices'],
    ...(cookie && { cookie }),
  });
}
function ratingOf(page: KnownPage): ReturnType<typeof rate> {
  const rating = ratings.get(page) ?? rate(page);
  ratings.set(page, rating);
  return rating;
}

test.each(rated.map((page): [string, KnownPage] => [page.name, page]))(
  '%s: Lighthouse finds at least 95 of 100 for accessibility and good practice',
  async (_, page) => {
    const rating = ratingOf(page);
    // Most of it is waiting: meanwhile the next page is begun, and what goes wrong there is said by its own test.
    const next = rated[rated.indexOf(page) + 1];
    if (next) ratingOf(next).catch(() => undefined);
    const scores = await rating;
    expect(scores.accessibility).toBeGreaterThanOrEqual(95);
    expect(scores['best-practices']).toBeGreaterThanOrEqual(95);
  },
  120_000,
);
