import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { knownPages, Place, type KnownPage } from './pages/index.js';
import { formsIn, type FoundForm } from './support/forms-in.js';
import { isLong } from '../builders/how-long.js';

/** Every form of every page, sent as nobody should: empty, with nonsense, twice at once, and from a page of yesterday. */
const NONSENSE = [
  '😀'.repeat(50),
  'x'.repeat(20_000),
  '\u0000',
  '-1',
  '9'.repeat(40),
  '__proto__',
  '2026-02-31',
  '<b>"\'',
];
/** What was made for a test comes first: another page may have a button that does away with it. */
const pages = knownPages
  .filter(({ status = 200, of }) => status === 200 && of !== 'everybody')
  .sort((a, b) => Number(typeof a.path === 'string') - Number(typeof b.path === 'string'))
  // A leader can do away with everybody else: staff come last.
  .sort((a, b) => Number(a.of === 'staff') - Number(b.of === 'staff'));

let place: Place;
/** Found before anything is pressed: a form may take back the very key that makes the next page. */
const paths = new Map<KnownPage, string>();
beforeAll(async () => {
  place = await Place.open();
  for (const page of pages)
    paths.set(page, typeof page.path === 'string' ? page.path : await page.path(place));
}, 240_000);
afterAll(() => place?.close());

const tried: string[] = [];

interface Answer {
  status: number;
  to: string | null;
  html: string;
}

async function ask(address: string, cookie: string, body?: URLSearchParams): Promise<Answer> {
  const response = await fetch(address, {
    headers: { accept: 'text/html', cookie },
    redirect: 'manual',
    ...(body && { method: 'POST', body }),
  });
  return { status: response.status, to: response.headers.get('location'), html: await response.text() };
}

const filled = ({ fields }: FoundForm, value: (name: string, before: string) => string): URLSearchParams =>
  new URLSearchParams(
    fields.map(({ name, value: before }): [string, string] => [
      name,
      name.startsWith('_') ? before : value(name, before),
    ]),
  );

/** A month has three forms for each shift: one shift is enough. */
function oneOfEachKind(forms: FoundForm[]): FoundForm[] {
  const kinds = new Map(forms.map((form) => [form.action.replace(/[0-9a-f-]{36}/g, 'id'), form]));
  return [...kinds.values()];
}

/** Whatever was sent, a person is answered with a page of words, or led on. */
function expectWords({ status, to, html }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status === 303) expect(to).toMatch(/^\//);
  else expect(html).toMatch(/<h1[ >]/);
}

describe.each(pages.map((page): [string, KnownPage] => [page.name, page]))('the forms of %s', (_, page) => {
  test('answer in words, whatever is sent', async () => {
    const path = paths.get(page)!;
    const cookie = page.as === undefined ? '' : await place.cookieHeader(page.as);
    const { html, status } = await ask(place.url + path, cookie);
    if (status !== 200) return;
    for (const form of oneOfEachKind(formsIn(html, path))) {
      tried.push(`${page.name} ${form.action}`);
      const address = place.url + form.action;
      expectWords(await ask(address, cookie, new URLSearchParams(filled(form, () => ''))));
      // Three of them in `npm test`, other ones for each form; all in `npm run test:long`.
      const some = NONSENSE.filter((_, n) => isLong || (n + tried.length) % NONSENSE.length < 3);
      for (const nonsense of some)
        expectWords(
          await ask(
            address,
            cookie,
            filled(form, () => nonsense),
          ),
        );
      // From a page of yesterday, or of somebody else.
      const stale = filled(form, (_name, before) => before);
      if (stale.has('_csrf')) {
        stale.set('_csrf', `${'x'.repeat(22)}.${'y'.repeat(40)}`);
        const refused = await ask(address, cookie, stale);
        expect({ action: form.action, status: refused.status }).toEqual({ action: form.action, status: 403 });
      }
      // As it stands there, pressed twice at once: both end in the same place.
      const again = filled(form, (_name, before) => before);
      const twice = await Promise.all([ask(address, cookie, again), ask(address, cookie, again)]);
      twice.forEach(expectWords);
      if (again.has('_once')) expect(twice[1].to).toBe(twice[0].to);
    }
  });
});

test('forms were found', () => {
  // A page that answered otherwise, or whose forms were not recognised, would have passed above.
  expect(tried.length).toBeGreaterThan(40);
});
