import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Account } from '#domain';
import { signInAs } from '../../support/sign-in.js';
import type { HttpBrowser } from '../../support/http-browser.js';
import { askFor, METTE, SignInScene, type, VEJLE } from './sign-in-scene.js';

const FIRM = '/log-ind/virksomhed';
const mette: Account = { kind: 'staff', municipalityId: VEJLE, staffId: METTE };

let scene: SignInScene;
beforeAll(async () => {
  scene = await SignInScene.start({ SESSION_STAFF_IDLE_MINUTES: '20', SESSION_STAFF_MINUTES: '300' });
});
afterAll(() => scene.stop());

const me = async (cookie: string) => scene.running.call('/api/v1/me', { headers: { cookie } });

let numbers = 75_200_000;
/** Somebody of a company of its own, signed in with a code. */
async function employer(): Promise<{ browser: HttpBrowser; phone: string; company: string }> {
  const phone = String(++numbers);
  const company = await scene.company({ name: 'Ali Demir', phone });
  const browser = scene.browser();
  await askFor(browser, FIRM, phone);
  await type(browser, FIRM, await scene.newestCode());
  return { browser, phone, company };
}

const sessionId = (browser: HttpBrowser): string =>
  decodeURIComponent(browser.jar.get('__Host-fodfaeste')!).split('.')[0]!;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a session', () => {
  it('is a cookie that only this host sets, over TLS only, out of reach of scripts and of strangers’ forms', async () => {
    const phone = String(++numbers);
    await scene.company({ name: 'Ali', phone });
    const browser = scene.browser();
    await askFor(browser, FIRM, phone);
    const { cookies } = await type(browser, FIRM, await scene.newestCode());
    const [session] = cookies.filter((cookie) => cookie.startsWith('__Host-fodfaeste='));
    expect(session!.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/);
      for (const attribute of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toMatch(/domain/i);
    }
  });

  it('is known by the hash of its id only', async () => {
    const { browser } = await employer();
    const rows = await scene.sql<{ key: string }>('SELECT * FROM sessions ORDER BY created_at');
    expect(JSON.stringify(rows)).not.toContain(sessionId(browser));
    expect(rows.map(({ key }) => key)).toContain(sha256(sessionId(browser)));
    expect(Object.keys(rows[0]!)).toEqual([
      ...[
        'key',
        'municipality_id',
        'kind',
        'account_id',
        'company_id',
        'method',
        'created_at',
        'last_seen_at',
      ],
      ...['idle_seconds', 'idle_ends_at', 'ends_at', 'ended_at'],
    ]);
  });

  it('gets a new id at every sign-in: one that was known before opens nothing', async () => {
    const { browser, phone } = await employer();
    const before = browser.cookie;
    await scene.aDayLater();
    await askFor(browser, FIRM, phone);
    await type(browser, FIRM, await scene.newestCode());
    expect((await me(before)).status).toBe(401);
    expect((await me(browser.cookie)).status).toBe(200);
    const fixed = scene.browser();
    fixed.jar.set('__Host-fodfaeste', 'chosen-by-somebody-else.signature');
    await scene.aDayLater();
    await askFor(fixed, FIRM, phone);
    await type(fixed, FIRM, await scene.newestCode());
    expect(fixed.jar.get('__Host-fodfaeste')).not.toContain('chosen');
    expect((await me(fixed.cookie)).status).toBe(200);
  });

  it.each([
    ['of nobody', 'x'],
    ['that was changed', ''],
  ])('%s is none', async (_, value) => {
    const { browser } = await employer();
    const real = browser.jar.get('__Host-fodfaeste')!;
    browser.jar.set('__Host-fodfaeste', value || `${real.slice(0, -3)}abc`);
    expect((await me(browser.cookie)).status).toBe(401);
  });

  it('ends when nobody has used it for so long, and lasts while somebody does', async () => {
    const { cookie, sessionId: id } = await signInAs(scene.running.app, mette);
    const key = sha256(id);
    const [row] = await scene.sql<{ idle: number; whole: number }>(
      `SELECT extract(epoch FROM idle_ends_at - created_at)::float8 AS idle,
         extract(epoch FROM ends_at - created_at)::float8 AS whole FROM sessions WHERE key = $1`,
      [key],
    );
    expect([Math.round(row!.idle), Math.round(row!.whole)]).toEqual([1_200, 18_000]);
    const later = (minutes: number) =>
      scene.sql(
        `UPDATE sessions SET last_seen_at = last_seen_at - make_interval(mins => $2::integer),
           idle_ends_at = idle_ends_at - make_interval(mins => $2::integer),
           ends_at = ends_at - make_interval(mins => $2::integer) WHERE key = $1`,
        [key, minutes],
      );
    // Five hours at most: fifteen times nineteen minutes are less, sixteen are more.
    for (let n = 0; n < 15; n++) {
      await later(19);
      expect((await me(cookie)).status).toBe(200);
    }
    await later(16);
    expect((await me(cookie)).status).toBe(401);

    const idle = await signInAs(scene.running.app, mette);
    await scene.sql(
      `UPDATE sessions SET idle_ends_at = idle_ends_at - interval '20 minutes' WHERE key = $1`,
      [sha256(idle.sessionId)],
    );
    expect((await me(idle.cookie)).status).toBe(401);
  });

  it('of one device is not that of the other, and signing out ends one', async () => {
    const { browser: phone, phone: number } = await employer();
    await scene.aDayLater();
    const computer = scene.browser();
    await askFor(computer, FIRM, number);
    await type(computer, FIRM, await scene.newestCode());
    const copied = phone.cookie;
    expect((await phone.post('/log-ud')).location).toBe('/log-ud/farvel');
    expect(phone.jar.has('__Host-fodfaeste')).toBe(false);
    expect((await me(copied)).status).toBe(401);
    expect((await me(computer.cookie)).status).toBe(200);
  });

  it('ends with the account, within three seconds', async () => {
    const { browser, company } = await employer();
    const staff = await scene.staff({ name: 'Ude Af' });
    const { cookie } = await signInAs(scene.running.app, { ...mette, staffId: staff.id });
    expect([(await me(cookie)).status, (await me(browser.cookie)).status]).toEqual([200, 200]);
    await scene.within((unit) => unit.staff.update({ ...staff, active: false }));
    const [user] = await scene.within((unit) => unit.companyUsers.list({ companyId: company }));
    await scene.running.call(`/api/v1/companies/${company}/users/${user!.id}`, {
      method: 'DELETE',
      key: scene.running.keys.consultant,
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect([(await me(cookie)).status, (await me(browser.cookie)).status]).toEqual([401, 401]);
    // The row has ended, so that the account coming back brings no session back.
    await scene.within((unit) => unit.staff.update(staff));
    expect((await me(cookie)).status).toBe(401);
  });

  it('of another municipality or company sees nothing here', async () => {
    const { browser } = await employer();
    const other = await employer();
    const answer = await scene.running.call(`/api/v1/companies/${other.company}`, {
      headers: { cookie: browser.cookie },
    });
    expect([answer.status, answer.json.code]).toEqual([404, 'company.not-found']);
  });

  it('beside a key is nobody’s business: the key says who calls, and needs no token', async () => {
    const { browser } = await employer();
    const answer = await scene.running.call('/api/v1/me', {
      key: scene.running.keys.consultant,
      headers: { cookie: browser.cookie },
    });
    expect(answer.json).toMatchObject({ role: 'consultant' });
    const wrong = await scene.running.call('/api/v1/me', {
      key: 'wrong',
      headers: { cookie: browser.cookie },
    });
    expect(wrong.status).toBe(401);
  });
});

describe('without a session', () => {
  it('a page leads to the sign-in of its role and back again', async () => {
    const browser = scene.browser();
    const { status, location } = await browser.get('/kommune/noegler?a=1');
    expect([status, location]).toEqual([303, '/log-ind?til=%2Fkommune%2Fnoegler%3Fa%3D1']);
    expect((await browser.get(location)).location).toBe('/log-ind/kommune?til=%2Fkommune%2Fnoegler%3Fa%3D1');
    expect((await browser.get('/log-ind?til=//evil.example')).html).not.toContain('evil.example');
  });

  it('the interface answers as it does to everybody', async () => {
    const answer = await scene.running.call('/api/v1/me');
    expect([answer.status, answer.json.code]).toEqual([401, 'unauthorized']);
  });
});

describe('who is signed in as somebody else', () => {
  it('is told that the page is not for this role', async () => {
    const { browser } = await employer();
    expect((await browser.get('/kommune')).status).toBe(403);
    expect((await browser.get('/log-ind')).location).toBe('/firma');
    expect((await browser.get('/log-ud/farvel')).location).toBe('/firma');
  });
});

describe('what another site makes a browser send', () => {
  it.each([
    ['by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['by Origin, from an older browser', { origin: 'https://evil.example' }],
  ])('is refused %s, with a session and its token too', async (_, headers) => {
    const signedIn = await signInAs(scene.running.app, mette);
    const send = (path: string, more: Record<string, string>) =>
      scene.running.call(path, { method: 'POST', body: {}, headers: { ...more, ...headers } });
    for (const path of [
      '/api/v1/companies',
      '/o/Zk3vQ0tPq8mYw1sXn5bR2g',
      '/e/Zk3vQ0tPq8mYw1sXn5bR2g',
      '/log-ud',
    ]) {
      expect([path, (await send(path, signedIn.headers)).status]).toEqual([path, 403]);
    }
    expect((await me(signedIn.cookie)).status).toBe(200);
  });

  it.each([
    ['an old phone that says nothing', {}],
    ['a page of ours, which tells no referrer', { origin: 'null' }],
    ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'https://smaajob.example' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
  ])('is not %s', async (_, headers) => {
    const answer = await scene.browser().post('/o/Zk3vQ0tPq8mYw1sXn5bR2g', { answer: 'yes' }, headers);
    expect(answer.status).toBe(404);
  });

  it('reads what it likes, since reading changes nothing', async () => {
    const { cookie } = await signInAs(scene.running.app, mette);
    const answer = await scene.running.call('/api/v1/me', {
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(200);
  });
});

describe('the token of forms', () => {
  it('of one person is not another’s, and of another browser is nobody’s', async () => {
    const staff = await scene.staff({ name: 'Lars' });
    const lars = await signInAs(scene.running.app, { ...mette, staffId: staff.id });
    const own = await signInAs(scene.running.app, mette);
    const post = (headers: Record<string, string>) =>
      scene.running.call('/api/v1/companies', { method: 'POST', body: {}, headers });
    expect((await post({ cookie: own.cookie })).json.code).toBe('form-too-old');
    expect((await post({ cookie: own.cookie, 'x-csrf-token': lars.csrf })).json.code).toBe('form-too-old');
    const larsOnHerBrowser = own.cookie.replace(
      /__Host-fodfaeste=[^;]+/,
      /__Host-fodfaeste=[^;]+/.exec(lars.cookie)![0],
    );
    expect((await post({ cookie: larsOnHerBrowser, 'x-csrf-token': own.csrf })).json.code).toBe(
      'form-too-old',
    );
    expect((await post(own.headers)).json.code).toBe('shape');
  });
});
