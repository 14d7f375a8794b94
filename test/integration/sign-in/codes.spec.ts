import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { askFor, SignInScene, type, VARDE, type Door } from './sign-in-scene.js';

const FIRM = '/log-ind/virksomhed';
const SELF = '/log-ind/borger';

let scene: SignInScene;
let frugt: string;
beforeAll(async () => {
  scene = await SignInScene.start();
  frugt = await scene.company({ name: 'Ali Demir', phone: '+4575123456', email: 'Ali@Frugt.example' });
});
afterEach(() => scene.aDayLater());
afterAll(() => scene.stop());

const me = (cookie: string) => scene.running.call('/api/v1/me', { headers: { cookie } });

describe('a person of a company', () => {
  it.each([
    ['by e-mail', 'ali@frugt.example', 'email'],
    ['by e-mail however it is written', ' ALI@frugt.EXAMPLE ', 'email'],
    ['by number', '75 12 34 56', 'sms'],
  ])('signs in with a code %s', async (_, address, channel) => {
    const browser = scene.browser();
    const asked = await askFor(browser, FIRM, address, '/firma/uge');
    expect([asked.status, asked.location]).toEqual([303, '/log-ind/virksomhed/kode?til=%2Ffirma%2Fuge']);
    const message = (await scene.sent()).at(-1)!;
    expect([message.channel, message.urgent, message.companyId]).toEqual([channel, true, frugt]);
    const entered = await type(
      browser,
      FIRM,
      ` ${message.code.slice(0, 3)} ${message.code.slice(3)} `,
      '/firma/uge',
    );
    expect([entered.status, entered.location]).toEqual([303, '/firma/uge']);
    expect((await me(browser.cookie)).json).toMatchObject({
      role: 'employer',
      companyId: frugt,
      name: 'Ali Demir',
    });
  });

  it('chooses the company when there are several, in several municipalities too', async () => {
    const contact = { name: 'Sara Demir', phone: '+4575129999' };
    const here = await scene.company(contact, { cvr: '10000001', name: 'Sara i Vejle' });
    await scene.company(
      contact,
      { cvr: '10000001', name: 'Sara i Varde' },
      scene.running.keys.otherMunicipality,
    );
    const browser = scene.browser();
    await askFor(browser, FIRM, '75129999');
    const codes = [...(await scene.sent()), ...(await scene.sent(VARDE))].filter(
      ({ to }) => to === '+4575129999',
    );
    expect(codes).toHaveLength(1);
    const entered = await type(browser, FIRM, codes[0]!.code);
    expect(entered.location).toBe('/log-ind/virksomhed/vaelg');
    expect((await me(browser.cookie)).status).toBe(401);
    const choice = await browser.get(entered.location);
    expect(choice.html).toContain('Sara i Vejle');
    expect(choice.html).toContain('Sara i Varde');
    const id = /value="([^"]+)">Sara i Vejle/.exec(choice.html)![1]!;
    const stranger = await scene.within((unit) => unit.companyUsers.first({ companyId: frugt }));
    expect((await browser.post('/log-ind/virksomhed/vaelg', { hvem: stranger!.id })).location).toBe(FIRM);
    expect((await browser.post('/log-ind/virksomhed/vaelg', { hvem: id })).location).toBe('/firma');
    expect((await me(browser.cookie)).json).toMatchObject({ companyId: here });
    await browser.get(FIRM);
    expect((await browser.post('/log-ind/virksomhed/vaelg', { hvem: id })).location).toBe(FIRM);
  });

  it('who was removed gets no code, and hears nothing else', async () => {
    const company = await scene.company({ name: 'Bo', phone: '+4575128888' }, { cvr: '10000002' });
    const user = await scene.within((unit) => unit.companyUsers.first({ companyId: company }));
    const path = `/api/v1/companies/${company}/users/${user!.id}`;
    const { consultant, employer } = scene.running.keys;
    expect((await scene.running.call(path, { method: 'DELETE', key: employer })).status).toBe(404);
    expect((await scene.running.call(path, { method: 'DELETE', key: consultant })).status).toBe(204);
    const before = (await scene.sent()).length;
    expect((await askFor(scene.browser(), FIRM, '75128888')).status).toBe(303);
    expect(await scene.sent()).toHaveLength(before);
  });
});

describe('a citizen', () => {
  it('signs in with a code to the own number', async () => {
    const id = await scene.citizen({ name: 'Jonas Lund', phone: '+4531110001' });
    const browser = scene.browser();
    await askFor(browser, SELF, '31110001');
    const message = (await scene.sent()).at(-1)!;
    expect([message.to, message.citizenId, message.channel]).toEqual(['+4531110001', id, 'sms']);
    expect((await type(browser, SELF, message.code)).location).toBe('/min-side');
    expect((await me(browser.cookie)).json).toMatchObject({
      role: 'citizen',
      citizenId: id,
      name: 'Jonas Lund',
    });
  });

  it('by e-mail only when that is the channel', async () => {
    await scene.citizen({ phone: '+4531110002', email: 'a@borger.example' });
    await scene.citizen({ phone: '+4531110003', email: 'b@borger.example', preferredChannel: 'email' });
    const before = (await scene.sent()).length;
    await askFor(scene.browser(), SELF, 'a@borger.example');
    expect(await scene.sent()).toHaveLength(before);
    const browser = scene.browser();
    await askFor(browser, SELF, 'b@borger.example');
    expect((await type(browser, SELF, await scene.newestCode())).location).toBe('/min-side');
  });

  it('who shares a phone gets none by SMS, and one from the contact', async () => {
    const nadia = await scene.citizen({ name: 'Nadia', phone: '+4531110004', sharedPhone: true });
    const amir = await scene.citizen({ name: 'Amir', phone: '+4531110004', sharedPhone: true });
    const before = (await scene.sent()).length;
    const browser = scene.browser();
    expect((await askFor(browser, SELF, '31110004')).status).toBe(303);
    expect(await scene.sent()).toHaveLength(before);

    const made = await scene.running.call(`/api/v1/citizens/${amir}/code`, {
      method: 'POST',
      key: scene.running.keys.consultant,
    });
    const { code, expiresAt } = made.json as unknown as { code: string; expiresAt: string };
    expect([made.status, code]).toEqual([201, expect.stringMatching(/^\d{6}$/)]);
    expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(29 * 60_000);
    expect((await type(browser, SELF, code)).location).toBe('/min-side');
    expect((await me(browser.cookie)).json).toMatchObject({ citizenId: amir });
    const log = await scene.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM access_log WHERE purpose = 'citizen.sign-in-code'`,
    );
    // Seen without a municipality there is nothing; with one there is the line.
    expect(log[0]!.n).toBe(0);
    const logged = await scene.within((unit) => unit.accessTo(amir, 5));
    expect(logged.map(({ purpose }) => purpose)).toContain('citizen.sign-in-code');
    expect((await scene.within((unit) => unit.accessTo(nadia, 5))).length).toBe(0);

    const again = scene.browser();
    await scene.aDayLater();
    await askFor(again, SELF, '31110004');
    expect((await type(again, SELF, code)).status).toBe(422);
  });

  it('the number of two people is nobody’s alone', async () => {
    await scene.citizen({ phone: '+4531110005' });
    await scene.citizen({ phone: '+4531110005' });
    const before = (await scene.sent()).length;
    await askFor(scene.browser(), SELF, '31110005');
    expect(await scene.sent()).toHaveLength(before);
  });

  it('a code read aloud is for staff to make, and for whom has something to type it with', async () => {
    const id = await scene.citizen({ phone: null, email: null, preferredChannel: 'letter' });
    const post = (key: string) => scene.running.call(`/api/v1/citizens/${id}/code`, { method: 'POST', key });
    const { employer, integration, otherMunicipality, leader } = scene.running.keys;
    expect((await post(employer)).status).toBe(403);
    expect((await post(integration)).status).toBe(403);
    expect((await post(otherMunicipality)).json.code).toBe('citizen.not-found');
    expect((await post(leader)).json.code).toBe('citizen.no-sign-in-address');
  });
});

describe('a code', () => {
  const asked = async (): Promise<{ browser: ReturnType<SignInScene['browser']>; code: string }> => {
    const browser = scene.browser();
    await askFor(browser, FIRM, 'ali@frugt.example');
    return { browser, code: await scene.newestCode() };
  };
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('has five tries, also when they come at once', async () => {
    const { browser, code } = await asked();
    await browser.get(`${FIRM}/kode`);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => browser.post(`${FIRM}/kode`, { kode: wrong(code) })),
    );
    expect(tries.every(({ status }) => status === 422)).toBe(true);
    const [row] = await scene.sql<{ tries: number }>(
      'SELECT tries FROM sign_in_codes WHERE audience = $1 ORDER BY created_at DESC LIMIT 1',
      ['company-user'],
    );
    expect(row!.tries).toBe(5);
    const late = await type(browser, FIRM, code);
    expect([late.status, late.location]).toEqual([422, '']);
    expect(late.html).toContain('Koden virker ikke længere');
  });

  it('says how many are left', async () => {
    const { browser, code } = await asked();
    const texts = [];
    for (let n = 0; n < 5; n++) texts.push((await type(browser, FIRM, wrong(code))).html);
    expect(texts[0]).toContain('Du kan prøve 4 gange mere');
    expect(texts[3]).toContain('Du kan prøve en gang mere');
    expect(texts[4]).toContain('Koden virker ikke længere');
  });

  it('that is no code uses up no try', async () => {
    const { browser, code } = await asked();
    for (const kode of ['', '12345', 'abcdef', '1234567'])
      expect((await type(browser, FIRM, kode)).status).toBe(422);
    expect((await type(browser, FIRM, code)).location).toBe('/firma');
  });

  it('is over after ten minutes', async () => {
    const { browser, code } = await asked();
    await scene.sql(`UPDATE sign_in_codes SET ends_at = ends_at - interval '10 minutes'`);
    expect((await type(browser, FIRM, code)).html).toContain('Koden virker ikke længere');
  });

  it('works once, and only in the browser that asked', async () => {
    const { browser, code } = await asked();
    const stranger = scene.browser();
    await askFor(stranger, FIRM, 'somebody@else.example');
    expect((await type(stranger, FIRM, code)).status).toBe(422);
    const copied = scene.browser();
    for (const [name, value] of browser.jar) copied.jar.set(name, value);
    expect((await type(browser, FIRM, code)).location).toBe('/firma');
    expect((await type(copied, FIRM, code)).status).toBe(422);
  });

  it('gives way to the newer one', async () => {
    const { browser, code } = await asked();
    await scene.aDayLater();
    await browser.get(`${FIRM}/kode`);
    expect((await browser.post(`${FIRM}/kode/igen`)).location).toBe(`${FIRM}/kode?besked=ny-kode`);
    expect((await type(browser, FIRM, code)).status).toBe(422);
    expect((await type(browser, FIRM, await scene.newestCode())).location).toBe('/firma');
  });

  it('is written down nowhere', async () => {
    const { code } = await asked();
    const message = (await scene.sent()).at(-1)!;
    expect(JSON.stringify(message.data)).toBe('{"code":""}');
    const rows = await scene.sql('SELECT * FROM sign_in_codes');
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain('frugt');
  });
});

describe('asking', () => {
  it.each<[Door, string, string]>([
    [FIRM, 'ali@frugt.example', 'nobody@frugt.example'],
    [FIRM, '75123456', '75999999'],
    [SELF, '31110077', '31999999'],
  ])('at %s answers the same for who is known and who is not', async (door, known, unknown) => {
    if (door === SELF) await scene.citizen({ phone: '+4531110077' });
    const run = async (address: string): Promise<unknown[]> => {
      const browser = scene.browser();
      const began = Date.now();
      const first = await askFor(browser, door, address);
      const took = Date.now() - began;
      const code = await type(browser, door, '000000');
      const again = await askFor(scene.browser(), door, address);
      const plain = (html: string): string =>
        html
          .replace(/value="[^"]*"|nonce="[^"]*"/g, '')
          .replaceAll(address.includes('@') ? address : address.replace(/(\d\d)(?=\d)/g, '$1 '), 'ADDRESS')
          .replace(/Vent \d+ sekunder/g, 'Vent');
      expect(took).toBeGreaterThanOrEqual(300);
      const names = ({ cookies }: { cookies: string[] }): string[] =>
        cookies.map((cookie) => cookie.split('=')[0]!).sort();
      return [
        first.status,
        first.location,
        names(first),
        code.status,
        plain(code.html),
        again.status,
        plain(again.html),
      ];
    };
    expect(await run(unknown)).toEqual(await run(known));
  });

  it('again within a minute says how long to wait; the same form twice has asked once', async () => {
    const browser = scene.browser();
    await browser.get(FIRM);
    const [first, second] = await Promise.all([
      browser.post(FIRM, { adresse: 'ali@frugt.example' }),
      browser.post(FIRM, { adresse: 'ali@frugt.example' }),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const elsewhere = await askFor(scene.browser(), FIRM, 'ali@frugt.example');
    expect(elsewhere.status).toBe(429);
    expect(elsewhere.html).toMatch(/Vent \d+ sekunder/);
    await browser.get(`${FIRM}/kode`);
    expect((await browser.post(`${FIRM}/kode/igen`)).status).toBe(429);
  });

  it('ten times a day is the most for an address', async () => {
    await scene.sql(
      `INSERT INTO sign_in_codes (id, audience, browser, address, caller, created_at, ends_at)
       SELECT gen_random_uuid(), audience, browser, address, caller, now() - interval '5 hours', now() - interval '4 hours'
       FROM (SELECT * FROM sign_in_codes WHERE address IS NOT NULL LIMIT 1) AS one, generate_series(1, 10)`,
    );
    const [{ address }] = (await scene.sql<{ address: string }>(
      `SELECT address FROM sign_in_codes GROUP BY address HAVING count(*) > 9 LIMIT 1`,
    )) as [{ address: string }];
    expect(address).toBeDefined();
    const answer = await askFor(scene.browser(), FIRM, 'ali@frugt.example');
    expect([answer.status, /Vent en time/.test(answer.html)]).toEqual([429, true]);
    await scene.sql('DELETE FROM sign_in_codes');
  });

  it.each(['', 'x', '123', 'a@', '+45 1'])('with %j is asked to write an address', async (address) => {
    const answer = await askFor(scene.browser(), FIRM, address);
    expect([answer.status, answer.location]).toEqual([422, '']);
    expect(answer.html).toContain('otte cifre');
  });

  it('without the token of the page is refused', async () => {
    const browser = scene.browser();
    await browser.get(FIRM);
    const refused = await browser.post(FIRM, { _csrf: 'x', adresse: 'ali@frugt.example' });
    expect([refused.status, refused.heading]).toEqual([403, expect.stringMatching(/for længe/)]);
    const foreign = await browser.post(
      FIRM,
      { adresse: 'ali@frugt.example' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
    const without = await scene.browser().post(FIRM, { adresse: 'ali@frugt.example' });
    expect(without.status).toBe(403);
  });
});
