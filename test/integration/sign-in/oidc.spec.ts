import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT, type JWTPayload } from 'jose';
import { pino } from 'pino';
import type { ClaimNames, IdentityProvider, Staff } from '#domain';
import { IdentityProviders, Secrets } from '#use-cases';
import { CLIENT, goThrough, newKey, OpenIdProvider } from './open-id-provider.js';
import { SignInScene, VEJLE } from './sign-in-scene.js';

const PUBLIC_URL = 'https://smaajob.example';
const claims: ClaimNames = {
  name: 'name',
  email: 'email',
  emailAlwaysVerified: false,
  roles: { claim: 'groups', consultant: ['konsulent'], leader: ['leder'] },
  cvr: null,
};

let scene: SignInScene;
let idp: OpenIdProvider;
let staffDoor: IdentityProvider;
let companyDoor: IdentityProvider;
let sofie: Staff;
let frugt: string;
const log: string[] = [];
beforeAll(async () => {
  // It says at length that it is not for production as it stands here.
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  scene = await SignInScene.start({ PUBLIC_URL }, { logger });
  idp = await OpenIdProvider.start(PUBLIC_URL);
  const { app } = scene.running;
  const providers = app.get(IdentityProviders);
  staffDoor = {
    id: crypto.randomUUID(),
    municipalityId: VEJLE,
    municipality: 'Vejle',
    audience: 'staff',
    issuer: idp.issuer,
    clientId: CLIENT.id,
    clientSecretSealed: app.get(Secrets).seal(CLIENT.secret),
    scopes: 'openid profile email groups',
    claims,
    callForHelp: 'Ring til kommunens it på 76 81 00 00.',
  };
  companyDoor = {
    ...staffDoor,
    id: crypto.randomUUID(),
    audience: 'company-user',
    scopes: 'openid profile email cvr groups',
    claims: { ...claims, roles: null, cvr: 'cvr', employers: { claim: 'groups', values: ['smaajob'] } },
  };
  await providers.save(staffDoor);
  await providers.save(companyDoor);
  sofie = await scene.staff({ name: 'Sofie Lauritsen', email: 'Sofie@Vejle.example', role: 'consultant' });
  frugt = await scene.company(
    { name: 'Ali Demir', phone: '+4575123456', email: 'ali@frugt.example' },
    { cvr: '13585628' },
  );
});
beforeEach(() => {
  idp.tamper = undefined;
  idp.people.set('sofie', {
    name: 'Sofie L.',
    email: 'sofie@vejle.example',
    email_verified: true,
    groups: ['konsulent', 'andet'],
  });
});
afterEach(() => scene.sql('DELETE FROM sessions'));
afterAll(async () => {
  await idp.stop();
  await scene.stop();
});

const start = (door: IdentityProvider, til = '') =>
  `/log-ind/oidc/start?udbyder=${door.id}${til && `&til=${encodeURIComponent(til)}`}`;

/** Out and back again, in one browser. */
async function signIn(login: string, door = staffDoor, til = '', browser = scene.browser()) {
  const away = await browser.get(start(door, til));
  expect([away.status, away.location.startsWith(idp.issuer)]).toEqual([303, true]);
  const back = await goThrough(away.location, login);
  return { browser, back, shown: await browser.get(back) };
}

const me = async (cookie: string) => (await scene.running.call('/api/v1/me', { headers: { cookie } })).json;
const sessions = async (): Promise<number> => (await scene.sql('SELECT FROM sessions')).length;

describe('staff', () => {
  it('choose their municipality and come back where they wanted to go', async () => {
    const door = await scene.browser().get('/log-ind/kommune?til=/kommune/noegler');
    expect(door.html).toContain('Log ind hos Vejle');
    expect(door.html).toContain(
      `/log-ind/oidc/start?udbyder&#x3D;${staffDoor.id}&amp;til&#x3D;%2Fkommune%2Fnoegler`,
    );
    const { browser, shown } = await signIn('sofie', staffDoor, '/kommune/noegler');
    expect([shown.status, shown.location]).toEqual([303, '/kommune/noegler']);
    expect(await me(browser.cookie)).toMatchObject({
      role: 'consultant',
      staffId: sofie.id,
      name: 'Sofie Lauritsen',
    });
  });

  it('leave with code, PKCE, state and nonce, and nothing else', async () => {
    const { location } = await scene.browser().get(start(staffDoor));
    const asked = Object.fromEntries(new URL(location).searchParams);
    expect(asked).toEqual({
      client_id: CLIENT.id,
      redirect_uri: `${PUBLIC_URL}/log-ind/oidc/retur`,
      response_type: 'code',
      scope: 'openid profile email groups',
      state: expect.stringMatching(/.{22}/),
      nonce: expect.stringMatching(/.{22}/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('have the role that the claims say today', async () => {
    idp.people.get('sofie')!.groups = ['leder'];
    const { browser } = await signIn('sofie');
    expect(await me(browser.cookie)).toMatchObject({ role: 'leader' });
    idp.people.get('sofie')!.groups = ['konsulent'];
    const again = await signIn('sofie');
    expect(await me(again.browser.cookie)).toMatchObject({ role: 'consultant' });
  });

  it('are bound to the subject: another address is still theirs, and theirs is nobody else’s', async () => {
    await signIn('sofie');
    idp.people.get('sofie')!.email = 'sofie.nyt-navn@vejle.example';
    expect((await signIn('sofie')).shown.location).toBe('/kommune');
    idp.people.set('impostor', { email: 'sofie@vejle.example', email_verified: true, groups: ['leder'] });
    const { shown } = await signIn('impostor');
    expect([shown.status, shown.heading]).toEqual([403, 'Du blev ikke logget ind']);
    expect(shown.html).toContain('vi kan ikke finde dig her');
  });

  it.each([
    [
      'without a role',
      { email: 'sofie@vejle.example', email_verified: true, groups: ['andet'] },
      'ikke adgang',
    ],
    [
      'with an address nobody vouches for',
      { email: 'lars@vejle.example', groups: ['konsulent'] },
      'ikke finde dig',
    ],
    [
      'with an address nobody here has',
      { email: 'x@y.example', email_verified: true, groups: ['konsulent'] },
      'ikke finde dig',
    ],
    [
      'with two rows of one address',
      { email: 'twin@vejle.example', email_verified: true, groups: ['konsulent'] },
      'ikke finde dig',
    ],
    [
      'switched off here',
      { email: 'off@vejle.example', email_verified: true, groups: ['konsulent'] },
      'ikke finde dig',
    ],
  ])('%s stay out, and read whom to call', async (what, person, text) => {
    await scene.staff({ name: 'Lars', email: 'lars@vejle.example' });
    if (what.includes('two'))
      for (const name of ['A', 'B']) await scene.staff({ name, email: 'twin@vejle.example' });
    if (what.includes('off')) await scene.staff({ name: 'Off', email: 'off@vejle.example', active: false });
    idp.people.set(what, person);
    const { shown, browser } = await signIn(what);
    expect(shown.status).toBe(403);
    expect(shown.html).toContain(text);
    expect(shown.html).toContain('Ring til kommunens it på 76 81 00 00.');
    expect((await me(browser.cookie)).code).toBe('unauthorized');
  });
});

describe('people of companies', () => {
  const person = (name: string, more: object = {}) => ({
    name,
    email: `${name.toLowerCase()}@frugt.example`,
    email_verified: true,
    cvr: '13585628',
    groups: ['smaajob'],
    ...more,
  });
  const remove = async (userId: string): Promise<void> => {
    const path = `/api/v1/companies/${frugt}/users/${userId}`;
    const key = scene.running.keys.consultant;
    expect((await scene.running.call(path, { method: 'DELETE', key })).status).toBe(204);
  };
  const userOf = (email: string) =>
    scene.within((unit) => unit.companyUsers.first({ companyId: frugt, email, active: true }));
  const withoutRole = async (): Promise<void> =>
    scene.running.app
      .get(IdentityProviders)
      .save({ ...companyDoor, claims: { ...companyDoor.claims, employers: null } });
  afterEach(() => scene.running.app.get(IdentityProviders).save(companyDoor));

  it('come in by the number of the company, and are added when the provider says that they may', async () => {
    idp.people.set('ali', person('Ali', { name: 'Ali D.' }));
    const { browser, shown } = await signIn('ali', companyDoor, '/firma/uge');
    expect(shown.location).toBe('/firma/uge');
    expect(await me(browser.cookie)).toMatchObject({ role: 'employer', companyId: frugt, name: 'Ali Demir' });
    idp.people.set('sara', person('Sara', { name: 'Sara Demir', cvr: 'CVR:13585628' }));
    const sara = await signIn('sara', companyDoor);
    expect(await me(sara.browser.cookie)).toMatchObject({ companyId: frugt, name: 'Sara Demir' });
    expect((await signIn('sara', companyDoor)).shown.location).toBe('/firma');
    const users = await scene.within((unit) => unit.companyUsers.list({ companyId: frugt, active: true }));
    expect(users.map(({ name }) => name).sort()).toEqual(['Ali Demir', 'Sara Demir']);
  });

  it('who only work there stay out', async () => {
    idp.people.set('ib', person('Ib', { groups: ['lager'] }));
    const { shown } = await signIn('ib', companyDoor);
    expect([shown.status, /ikke adgang/.test(shown.html)]).toEqual([403, true]);
    expect(await userOf('ib@frugt.example')).toBeUndefined();
  });

  it('are only those who were added before, where the provider does not say who may', async () => {
    await withoutRole();
    idp.people.set('eva', person('Eva', { groups: [] }));
    expect((await signIn('eva', companyDoor)).shown.status).toBe(403);
    expect(await userOf('eva@frugt.example')).toBeUndefined();
    await scene.running.call(`/api/v1/companies/${frugt}/users`, {
      method: 'POST',
      key: scene.running.keys.consultant,
      body: { name: 'Eva', email: 'eva@frugt.example' },
    });
    expect((await signIn('eva', companyDoor)).shown.location).toBe('/firma');
  });

  it('who were removed stay out until a colleague adds them again', async () => {
    idp.people.set('bo', person('Bo'));
    const { browser } = await signIn('bo', companyDoor);
    const first = (await userOf('bo@frugt.example'))!;
    await remove(first.id);
    expect((await signIn('bo', companyDoor)).shown.status).toBe(403);
    // A new address, or a new subject at the provider, makes nobody new of who was removed.
    idp.people.set('bo', person('Bo', { email: 'bo.ny@frugt.example' }));
    expect((await signIn('bo', companyDoor)).shown.status).toBe(403);
    idp.people.set('bo-2', person('Bo'));
    expect((await signIn('bo-2', companyDoor)).shown.status).toBe(403);
    expect((await me(browser.cookie)).code).toBe('unauthorized');
    idp.people.set('bo', person('Bo'));
    await scene.running.call(`/api/v1/companies/${frugt}/users`, {
      method: 'POST',
      key: scene.running.keys.consultant,
      body: { name: 'Bo igen', email: 'bo@frugt.example' },
    });
    for (let n = 0; n < 2; n++) {
      const again = await signIn('bo', companyDoor);
      expect(await me(again.browser.cookie)).toMatchObject({ companyId: frugt, name: 'Bo igen' });
    }
    expect((await signIn('bo-2', companyDoor)).shown.status).toBe(403);
  });

  it.each([
    ['of no company here', { name: 'X', email: 'x@y.example', email_verified: true, cvr: '99999999' }],
    ['without a number', { name: 'X', email: 'x@y.example', email_verified: true }],
    ['without an address that is vouched for', { name: 'X', email: 'x@y.example', cvr: '13585628' }],
  ])('%s stay out', async (what, person) => {
    idp.people.set(what, person);
    expect((await signIn(what, companyDoor)).shown.status).toBe(403);
  });
});

it.each(['staff', 'company-user'] as const)(
  'who lacks what everybody of this municipality has is not %s here',
  async (audience) => {
    const door = audience === 'staff' ? staffDoor : companyDoor;
    const providers = scene.running.app.get(IdentityProviders);
    await providers.save({
      ...door,
      claims: { ...door.claims, required: { claim: 'name', value: 'Sofie L.' } },
    });
    try {
      const cvr = '13585628';
      const sofieHere = { ...idp.people.get('sofie')!, cvr, groups: ['konsulent', 'smaajob'] };
      idp.people.set('sofie', sofieHere);
      expect((await signIn('sofie', door)).shown.status).toBe(303);
      idp.people.set('sofie', { ...sofieHere, name: 'Sofie af Varde' });
      const from = log.length;
      const { shown } = await signIn('sofie', door);
      expect([shown.status, /ikke adgang/.test(shown.html)]).toEqual([403, true]);
      const lines = log.slice(from).map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines.filter(({ msg }) => msg === 'sign-in')).toMatchObject([
        { kind: audience, method: 'oidc', outcome: 'no-role', municipalityId: VEJLE },
      ]);
      expect(log.join('')).not.toContain('sofie');
    } finally {
      await providers.save(door);
    }
  },
);

describe('the way back', () => {
  const failed = async (back: string, browser = scene.browser()) => {
    const shown = await browser.get(back);
    expect([shown.status, shown.heading]).toEqual([400, 'Du blev ikke logget ind']);
    expect(await sessions()).toBe(0);
    return shown;
  };

  it('leads nowhere a second time, in another browser, or with another state', async () => {
    const browser = scene.browser();
    const away = await browser.get(start(staffDoor));
    const before = new Map(browser.jar);
    const back = await goThrough(away.location, 'sofie');
    await failed(back);
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    await failed(forged.href, browser);
    expect((await browser.get(back)).location).toBe('/kommune');
    await scene.sql('DELETE FROM sessions');
    await failed(back, browser);
    // The cookie of the attempt was copied: the provider knows that the code was used.
    const copied = scene.browser();
    for (const [name, value] of before) copied.jar.set(name, value);
    await failed(back, copied);
  });

  it('after a no at the provider says so, and offers another try', async () => {
    const browser = scene.browser();
    const away = new URL((await browser.get(start(staffDoor))).location);
    const state = away.searchParams.get('state')!;
    const query = new URLSearchParams({ error: 'access_denied', state, iss: idp.issuer });
    const shown = await failed(`/log-ind/oidc/retur?${query.toString()}`, browser);
    expect(shown.html).toContain('Prøv igen');
  });

  it.each([
    '/log-ind/oidc/retur',
    '/log-ind/oidc/retur?state=a&state=b',
    '/log-ind/oidc/retur?code=x&state=%00',
  ])('%s is no way back', async (path) => {
    await failed(path);
  });

  it('never leads to a stranger', async () => {
    for (const til of [
      '//evil.example',
      'https://evil.example/x',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const { shown } = await signIn('sofie', staffDoor, til);
      expect(shown.location).toBe('/kommune');
    }
  });

  it('leads to no provider that there is none of', async () => {
    expect((await scene.browser().get(start({ ...staffDoor, id: crypto.randomUUID() }))).status).toBe(404);
    for (const id of ['x', '%00', 'a&udbyder=b', '%F0%9F%8D%8E'])
      expect((await scene.browser().get(`/log-ind/oidc/start?udbyder=${id}`)).status).toBe(404);
    const goodbye = await scene.browser().get('/log-ud/farvel?udbyder=%00');
    expect([goodbye.status, goodbye.headers.get('refresh')]).toEqual([200, null]);
  });
});

describe('a token', () => {
  const signed = async (change: (claims: JWTPayload) => JWTPayload, key = idp.keys[0]!): Promise<void> => {
    idp.tamper = async (answer) => {
      const [, payload] = String(answer['id_token']).split('.');
      const honest = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as JWTPayload;
      answer['id_token'] = await new SignJWT(change(honest))
        .setProtectedHeader({ alg: 'RS256', kid: idp.keys[0]!.kid! })
        .sign(await importJWK(key, 'RS256'));
    };
  };
  const now = (): number => Math.floor(Date.now() / 1_000);

  it('that is as it should be lets in, when it is signed anew too', async () => {
    await signed((honest) => honest);
    expect((await signIn('sofie')).shown.location).toBe('/kommune');
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ['that has run out', (honest) => ({ ...honest, iat: now() - 7_200, exp: now() - 3_600 })],
    ['for somebody else', (honest) => ({ ...honest, aud: 'another-client' })],
    ['of somebody else', (honest) => ({ ...honest, iss: 'https://evil.example' })],
    ['with another nonce', (honest) => ({ ...honest, nonce: 'replayed' })],
    ['without a nonce', ({ nonce: _, ...honest }) => honest],
    ['without a subject', ({ sub: _, ...honest }) => honest],
  ])('%s lets nobody in', async (_, change) => {
    await signed(change);
    const { shown } = await signIn('sofie');
    expect([shown.status, shown.heading]).toEqual([400, 'Du blev ikke logget ind']);
    expect(await sessions()).toBe(0);
  });

  it('signed with a key that is not the provider’s lets nobody in', async () => {
    await signed((honest) => honest, await newKey());
    expect((await signIn('sofie')).shown.status).toBe(400);
    idp.tamper = (answer) => {
      const [, payload] = String(answer['id_token']).split('.');
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      answer['id_token'] = `${none}.${payload}.`;
    };
    expect((await signIn('sofie')).shown.status).toBe(400);
  });

  it('signed with the provider’s new key lets in at once', async () => {
    expect((await signIn('sofie')).shown.location).toBe('/kommune');
    await idp.rotate();
    expect((await signIn('sofie')).shown.location).toBe('/kommune');
  });
});

describe('a provider that is down', () => {
  it('is told of in words, soon, and lets in again when it is back', async () => {
    const browser = scene.browser();
    const away = await browser.get(start(staffDoor));
    const back = await goThrough(away.location, 'sofie');
    const [key] = idp.keys;
    await idp.stop();
    const shown = await browser.get(back);
    expect([shown.status, shown.heading]).toEqual([503, 'Login virker ikke lige nu']);
    expect(shown.html).toContain('Ring til kommunens it');
    // Nothing is known of this one yet, so it has to be asked.
    const fresh = { ...companyDoor, clientId: 'another', id: companyDoor.id };
    await scene.running.app.get(IdentityProviders).save(fresh);
    expect((await scene.browser().get(start(companyDoor))).status).toBe(503);
    await scene.running.app.get(IdentityProviders).save(companyDoor);
    await idp.open(key!);
    expect((await signIn('sofie')).shown.location).toBe('/kommune');
  });
});

describe('signing out', () => {
  it('ends the session here at once, and then the provider’s', async () => {
    const { browser } = await signIn('sofie');
    const out = await browser.post('/log-ud');
    expect([out.status, out.location]).toEqual([303, `/log-ud/farvel?udbyder=${staffDoor.id}`]);
    expect((await me(browser.cookie)).code).toBe('unauthorized');
    expect(browser.jar.has('__Host-fodfaeste')).toBe(false);
    const goodbye = await browser.get(out.location);
    expect(goodbye.heading).toBe('Du er logget ud');
    const end = new URL(/^0; url=(.*)$/.exec(goodbye.headers.get('refresh')!)![1]!);
    expect([end.origin, end.pathname]).toEqual([idp.issuer, '/session/end']);
    expect(Object.fromEntries(end.searchParams)).toEqual({
      client_id: CLIENT.id,
      post_logout_redirect_uri: `${PUBLIC_URL}/log-ud/farvel`,
    });
    expect((await fetch(end)).status).toBe(200);
  });

  it('works when the provider is away, and when nobody is signed in', async () => {
    const { browser } = await signIn('sofie');
    const [key] = idp.keys;
    await idp.stop();
    const out = await browser.post('/log-ud');
    expect((await browser.get(out.location)).heading).toBe('Du er logget ud');
    await idp.open(key!);
    expect((await scene.browser().post('/log-ud')).location).toBe('/log-ud/farvel');
  });
});
