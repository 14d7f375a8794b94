import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpBrowser } from '../../support/http-browser.js';
import { askFor, SignInScene, type } from './sign-in-scene.js';

const FIRM = '/log-ind/virksomhed';
const USERS = '/firma/brugere';

let scene: SignInScene;
beforeAll(async () => {
  scene = await SignInScene.start();
});
afterAll(() => scene.stop());

let numbers = 75_300_000;

interface Employer {
  browser: HttpBrowser;
  phone: string;
  company: string;
}

async function employer(browser = scene.browser()): Promise<Employer> {
  const phone = String(++numbers);
  const company = await scene.company({ name: 'Ali Demir', phone });
  await signIn(browser, phone);
  return { browser, phone, company };
}

async function signIn(browser: HttpBrowser, phone: string, til = ''): Promise<string> {
  await scene.aDayLater();
  await askFor(browser, FIRM, phone, til);
  return (await type(browser, FIRM, await scene.newestCode(), til)).location;
}

const endSessions = () => scene.sql('UPDATE sessions SET ended_at = clock_timestamp()');
const written = { name: 'Sara "Æble" <Demir>', email: 'sara@frugt.example', phone: '' };
const namesIn = async ({ company }: Employer): Promise<string[]> =>
  (await scene.within((unit) => unit.companyUsers.list({ companyId: company }))).map(({ name }) => name);

describe('a form that is sent when the session is over', () => {
  it('is given back to whom it belongs after signing in, and then does what it should', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    await endSessions();
    const sent = await ali.browser.post(USERS, written);
    expect([sent.status, sent.location]).toEqual([303, '/log-ind?til=%2Flog-ind%2Fgemt']);
    expect(await namesIn(ali)).toEqual(['Ali Demir']);

    expect(await signIn(ali.browser, ali.phone, '/log-ind/gemt')).toBe('/log-ind/gemt');
    const kept = await ali.browser.get('/log-ind/gemt');
    expect([kept.status, kept.heading]).toEqual([200, 'Dine svar er gemt']);
    expect(kept.html).toContain(`action="${USERS}"`);
    expect(kept.html).toContain('value="Sara &quot;Æble&quot; &lt;Demir&gt;"');
    const done = await ali.browser.post(USERS, written);
    expect(done.status).toBe(303);
    expect(done.location).toMatch(/^\/firma\/brugere/);
    expect((await namesIn(ali)).sort()).toEqual(['Ali Demir', written.name].sort());
  });

  it('is nothing that anybody can read in the database', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    await endSessions();
    await ali.browser.post(USERS, written);
    const rows = JSON.stringify(await scene.sql('SELECT * FROM kept_forms'));
    for (const word of ['Sara', 'frugt', USERS, ali.company]) expect(rows).not.toContain(word);
  });

  it('is never shown to somebody else, in the same browser or with the same cookie', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    await endSessions();
    await ali.browser.post(USERS, written);
    const bo = await employer(ali.browser);
    const shown = await bo.browser.get('/log-ind/gemt');
    expect([shown.status, shown.heading]).toEqual([404, 'Her ligger ikke noget til dig']);
    expect(shown.html).not.toContain('Sara');
    const other = await employer();
    other.browser.jar.set('__Host-fodfaeste-svar', ali.browser.jar.get('__Host-fodfaeste-svar')!);
    expect((await other.browser.get('/log-ind/gemt')).status).toBe(404);
    // And back to the first: it is still there.
    await signIn(ali.browser, ali.phone);
    expect((await ali.browser.get('/log-ind/gemt')).status).toBe(200);
  });

  it('that was somebody else’s page is not taken for one’s own', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    const token = ali.browser.token;
    const bo = await employer(ali.browser);
    const sent = await bo.browser.post(USERS, { ...written, _csrf: token });
    expect([sent.status, sent.heading]).toEqual([403, expect.stringMatching(/for længe/)]);
    expect(await namesIn(bo)).toEqual(['Ali Demir']);
  });

  it('from an old tab counts when the same person has signed in again meanwhile', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    const token = ali.browser.token;
    await endSessions();
    await signIn(ali.browser, ali.phone);
    expect((await ali.browser.post(USERS, { ...written, _csrf: token })).status).toBe(303);
    expect(await namesIn(ali)).toContain(written.name);
  });

  it('that no page of ours made is not kept', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    await endSessions();
    const count = async () => (await scene.sql('SELECT FROM kept_forms')).length;
    const before = await count();
    const forged = await ali.browser.post(USERS, {
      ...written,
      _csrf: `${'a'.repeat(22)}.${'b'.repeat(50)}`,
    });
    expect(forged.location).toBe('/log-ind?til=%2Ffirma%2Fbrugere');
    const foreign = await ali.browser.post(USERS, written, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const stranger = await scene.browser().post(USERS, { ...written, _csrf: ali.browser.token });
    expect(stranger.location).toBe('/log-ind?til=%2Ffirma%2Fbrugere');
    expect(await count()).toBe(before);
  });

  it('is there for an hour, and can be thrown away', async () => {
    const ali = await employer();
    await ali.browser.get(USERS);
    await endSessions();
    await ali.browser.post(USERS, written);
    await signIn(ali.browser, ali.phone);
    await ali.browser.get('/log-ind/gemt');
    await scene.sql(`UPDATE kept_forms SET ends_at = ends_at - interval '1 hour'`);
    expect((await ali.browser.get('/log-ind/gemt')).status).toBe(404);
    await scene.sql(`UPDATE kept_forms SET ends_at = ends_at + interval '1 hour'`);
    await ali.browser.get('/log-ind/gemt');
    expect((await ali.browser.post('/log-ind/gemt/slet')).location).toBe('/firma?besked=slettet');
    expect((await ali.browser.get('/log-ind/gemt')).status).toBe(404);
  });
});
