import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isLong } from '../builders/how-long.js';
import { formsToMake, formsToPress, type Standing, type ToPress } from './pages/forms-to-press.js';
import { Place } from './pages/index.js';
import { CookieJar, type Answer } from './support/cookie-jar.js';
import { madeUp, postedRoutes, roleOf, routeOf, someoneAt } from './support/every-route.js';
import { formsIn, type FoundForm } from './support/forms-in.js';

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

let place: Place;
/** Found before anything is pressed: a form may take back the very key that makes the next page. */
const standing = new Map<ToPress, Standing | Error>();
beforeAll(async () => {
  routes = postedRoutes();
  place = await Place.open();
  // One that cannot be made fails in its own test.
  for (const page of formsToMake)
    standing.set(page, await page.stand(place).catch((error: unknown) => error as Error));
}, 480_000);
afterAll(() => place?.close());

const tried: string[] = [];
let routes: string[];
/** The same page in many states of a browser has the same forms. */
const seen = new Set<string>();

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

const toAddress = ({ action }: FoundForm): string => action.split(/[?#]/)[0]!;

/** Whatever was sent, a person is answered with a page of words, or led on. */
function expectWords({ status, to, html }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status === 303) expect(to).toMatch(/^\//);
  else expect(html).toMatch(/<h1[ >]/);
}

describe.each(formsToPress.map((page): [string, ToPress] => [page.name, page]))(
  'the forms of %s',
  (_, page) => {
    test('answer in words, whatever is sent', async () => {
      const found = standing.get(page) ?? (await page.stand(place));
      if (found instanceof Error) throw found;
      const { path, cookie, action } = found;
      const is = `${page.as} ${path} ${action}`;
      if (seen.has(is)) return;
      seen.add(is);
      const jar = new CookieJar(place.url, cookie);
      const { html, status } = await jar.ask(path);
      const forms = formsIn(html, path).filter((form) => !action || toAddress(form).endsWith(action));
      if (action) expect({ status, hasForm: forms.length > 0 }).toEqual({ status: 200, hasForm: true });
      if (status !== 200) return;
      // As it is now, each time: a browser that was signed out by one press would find nothing at the next.
      const cookies = jar.header;
      const ask = (form: FoundForm, body: URLSearchParams) =>
        new CookieJar(place.url, cookies).ask(form.action, body);
      for (const form of oneOfEachKind(forms)) {
        tried.push(form.action);
        expectWords(
          await ask(
            form,
            filled(form, () => ''),
          ),
        );
        // Three of them in `npm test`, other ones for each form; all in `npm run test:long`.
        const some = NONSENSE.filter((_, n) => isLong || (n + tried.length) % NONSENSE.length < 3);
        for (const nonsense of some)
          expectWords(
            await ask(
              form,
              filled(form, () => nonsense),
            ),
          );
        // From a page of yesterday, or of somebody else.
        const stale = filled(form, (_name, before) => before);
        if (stale.has('_csrf')) {
          stale.set('_csrf', `${'x'.repeat(22)}.${'y'.repeat(40)}`);
          const refused = await ask(form, stale);
          expect({ action: form.action, status: refused.status }).toEqual({
            action: form.action,
            status: 403,
          });
        }
        // As it stands there, pressed twice at once: both end in the same place.
        const again = filled(form, (_name, before) => before);
        const twice = await Promise.all([ask(form, again), ask(form, again)]);
        twice.forEach(expectWords);
        // A code is used up by the first: the second begins again, and finds itself signed in.
        const isOnce = again.has('_once') && !path.startsWith('/log-ind/');
        if (isOnce) expect(twice[1].to).toBe(twice[0].to);
      }
    });
  },
);

test('forms were found', () => {
  // A page that answered otherwise, or whose forms were not recognised, would have passed above.
  expect(tried.length).toBeGreaterThan(40);
});

const SCRIPTS: Readonly<Record<string, string>> = {
  '/beregn/svar': 'integration/http/calculator-pages.spec.ts',
  '/firma/opgaver/:id/ret/:step/passer': 'integration/http/employer-posting-pages.spec.ts',
  '/firma/opgaver/ny/:id/:step/passer': 'integration/http/employer-posting-pages.spec.ts',
  '/kommune/job/:id/rangliste/hvad-nu-hvis': 'browser/desk-ranking.spec.ts',
  '/kommune/soeg/forslag': 'below',
  '/kommune/tekster/:name/:language/:channel/kig': 'integration/http/set-up.spec.ts',
};

/** Routes that no form was sent to above, each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  // Asked by a script while somebody types; there they are sent what is wrong.
  ...SCRIPTS,
  '/log-ind/borger/vaelg':
    'a citizen has nothing to choose among, and is led to the start: no page has the form',
  '/log-ud':
    'the first press ends the session, and it asks for no mark: integration/sign-in/sessions.spec.ts',
};

test('every route that takes a form had one sent to it', () => {
  const sent = new Set(tried.map((action) => routeOf(action, routes)));
  const untried = routes.filter((route) => !sent.has(route));
  expect(untried).toEqual(Object.keys(LEFT_OUT).sort());
});

test('every route answers in words, whatever is sent to what is not there', async () => {
  const wrong = [{}, ...NONSENSE.map((value) => ({ q: value, svar: value, navn: value, til: value }))];
  const markOf = new Map<string | undefined, Promise<{ jar: CookieJar; mark: string }>>();
  for (const [n, route] of routes.entries()) {
    const role = roleOf(route);
    const someone = markOf.get(role?.as) ?? someoneAt(place, role);
    markOf.set(role?.as, someone);
    const { jar, mark } = await someone;
    const path = madeUp(route);
    const send = (fields: Record<string, string>) =>
      new CookieJar(place.url, jar.header).ask(path, new URLSearchParams(fields));
    const answers = [
      await send({ _csrf: mark }),
      await send({ ...wrong[1 + (n % NONSENSE.length)], _csrf: mark }),
    ];
    const unmarked = await send({});
    if (role) expect({ route, status: unmarked.status }).toEqual({ route, status: 403 });
    for (const answer of [...answers, unmarked]) {
      expect({ route, isFault: answer.status >= 500 }).toEqual({ route, isFault: false });
      expect(answer.html).not.toMatch(/\n\s+at |node_modules/);
      if (!(route in SCRIPTS)) expectWords(answer);
    }
  }
});
