import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Secrets } from '#use-cases';
import { signInAs } from '../../support/sign-in.js';
import { askFor, METTE, SignInScene, type, VARDE, VEJLE, type Door } from './sign-in-scene.js';

const FIRM = '/log-ind/virksomhed';
const SELF = '/log-ind/borger';

let scene: SignInScene;
let frugt: string;
const lines: string[] = [];
beforeAll(async () => {
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  scene = await SignInScene.start({}, { logger });
  frugt = await scene.company({ name: 'Ali Demir', phone: '+4575123456', email: 'Ali@Frugt.example' });
});
afterEach(() => scene.aDayLater());
afterAll(() => scene.stop());

/** What was written since about signing in, as far as it can be known beforehand. */
const signIns = (from: number): Record<string, unknown>[] =>
  lines
    .slice(from)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'sign-in')
    .map(({ kind, method, outcome, triesLeft, municipalityId, accountId }) => ({
      ...{ kind, method, outcome },
      ...(triesLeft !== undefined && { triesLeft }),
      ...(accountId !== undefined && { municipalityId, accountId }),
    }));

/** A code that the contact, who is signed in, makes for a citizen. */
async function madeCode(citizenId: string) {
  const { headers } = await signInAs(scene.running.app, {
    kind: 'staff',
    municipalityId: VEJLE,
    staffId: METTE,
  });
  return scene.running.call(`/api/v1/citizens/${citizenId}/code`, { method: 'POST', headers });
}

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
  it('who has another number is signed in no more with a code that went to the old one', async () => {
    const id = await scene.citizen({ name: 'Jonas Lund', phone: '+4531110021' });
    const [old, late] = [scene.browser(), scene.browser()];
    await askFor(old, SELF, '31110021');
    await type(old, SELF, await scene.newestCode());
    await scene.aDayLater();
    await askFor(late, SELF, '31110021');
    const unused = await scene.newestCode();
    const change = (body: object) =>
      scene.running.call(`/api/v1/citizens/${id}`, {
        method: 'PATCH',
        key: scene.running.keys.consultant,
        body,
      });
    expect((await change({ name: 'Jonas Lund Nielsen' })).status).toBe(200);
    expect((await me(old.cookie)).status).toBe(200);
    expect((await change({ phone: '+4531110022' })).status).toBe(200);
    expect((await me(old.cookie)).status).toBe(401);
    expect((await old.get('/min-side')).location).toBe('/log-ind?til=%2Fmin-side');
    expect((await type(late, SELF, unused)).status).toBe(422);
    const anew = scene.browser();
    await askFor(anew, SELF, '31110022');
    expect((await type(anew, SELF, await scene.newestCode())).location).toBe('/min-side');
  });

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

    const made = await madeCode(amir);
    const { code, expiresAt } = made.json as unknown as { code: string; expiresAt: string };
    expect([made.status, code]).toEqual([201, expect.stringMatching(/^\d{6}$/)]);
    expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(29 * 60_000);
    const from = lines.length;
    expect((await type(browser, SELF, code)).location).toBe('/min-side');
    expect((await me(browser.cookie)).json).toMatchObject({ citizenId: amir });
    const account = { municipalityId: VEJLE, accountId: amir };
    expect(signIns(from)).toEqual([
      { kind: 'citizen', method: 'code-read-aloud', outcome: 'signed-in', ...account },
    ]);
    await browser.get('/min-side/kort');
    const said = await scene.running.call('/api/v1/my/messages', {
      method: 'POST',
      headers: { cookie: browser.cookie, 'x-csrf-token': browser.token },
      body: { allowed: false },
    });
    const consents = await scene.within((unit) => unit.consents.list({ citizenId: amir }));
    expect([said.status, consents.map(({ how }) => how)]).toEqual([204, ['code-read-aloud']]);
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

  it('a code read aloud is for staff who are signed in, and for whom has something to type it with', async () => {
    const id = await scene.citizen({ phone: null, email: null, preferredChannel: 'letter' });
    const { employer, integration, consultant, leader, otherMunicipality } = scene.running.keys;
    for (const key of [employer, integration, consultant, leader, otherMunicipality])
      expect((await scene.running.call(`/api/v1/citizens/${id}/code`, { method: 'POST', key })).status).toBe(
        403,
      );
    expect((await madeCode(crypto.randomUUID())).json.code).toBe('citizen.not-found');
    expect((await madeCode(id)).json.code).toBe('citizen.no-sign-in-address');
  });

  it('has nothing to choose among', async () => {
    for (const shown of [await scene.browser().get(`${SELF}/vaelg`), await chosenAtRandom()])
      expect([shown.status, shown.location]).toEqual([303, SELF]);
  });
  const chosenAtRandom = async () => {
    const browser = scene.browser();
    await browser.get(SELF);
    return browser.post(`${SELF}/vaelg`, { hvem: crypto.randomUUID() });
  };
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
    const from = lines.length;
    for (let n = 0; n < 5; n++) texts.push((await type(browser, FIRM, wrong(code))).html);
    const line = { kind: 'company-user', method: 'code', outcome: 'wrong' };
    expect(signIns(from)).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ ...line, triesLeft })),
      { ...line, outcome: 'tries-used-up', triesLeft: 0 },
    ]);
    expect(lines.join('')).not.toMatch(/frugt\.example|4575123456|Ali Demir/i);
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
      const other = scene.browser();
      const again = await askFor(other, door, address);
      expect(Date.now() - began).toBeGreaterThanOrEqual(900);
      const elsewhere = await other.get(again.location);
      expect(elsewhere.html).toContain('Har du en, så skriv den her');
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
        again.location,
        plain(elsewhere.html),
      ];
    };
    expect(await run(unknown)).toEqual(await run(known));
  });

  it('again within a minute is told so; the same form twice has asked once', async () => {
    const browser = scene.browser();
    await browser.get(FIRM);
    const [first, second] = await Promise.all([
      browser.post(FIRM, { adresse: 'ali@frugt.example' }),
      browser.post(FIRM, { adresse: 'ali@frugt.example' }),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect([first.location, second.location]).toEqual([`${FIRM}/kode`, `${FIRM}/kode`]);
    const elsewhere = await askFor(scene.browser(), FIRM, 'ali@frugt.example');
    expect([elsewhere.status, elsewhere.location]).toEqual([303, `${FIRM}/kode?besked=vent`]);
    await browser.get(`${FIRM}/kode`);
    const again = await browser.post(`${FIRM}/kode/igen`);
    expect([again.status, /Vent \d+ sekunder/.test(again.html)]).toEqual([429, true]);
  });

  it('ten times a day is the most for an address', async () => {
    // Whoever asked last is Ali, in the test before this one.
    await scene.sql(
      `INSERT INTO sign_in_codes (id, audience, browser, address, caller, created_at, ends_at)
       SELECT gen_random_uuid(), audience, browser, address, caller, now() - interval '5 hours', now() - interval '4 hours'
       FROM (SELECT * FROM sign_in_codes WHERE address IS NOT NULL ORDER BY created_at DESC LIMIT 1) AS one, generate_series(1, 10)`,
    );
    const [{ address }] = (await scene.sql<{ address: string }>(
      `SELECT address FROM sign_in_codes GROUP BY address HAVING count(*) > 9 LIMIT 1`,
    )) as [{ address: string }];
    expect(address).toBeDefined();
    const before = (await scene.sent()).length;
    const browser = scene.browser();
    const answer = await askFor(browser, FIRM, 'ali@frugt.example');
    expect([answer.status, answer.location]).toEqual([303, `${FIRM}/kode?besked=vent-laenge`]);
    expect((await browser.get(answer.location)).html).toContain('vent en time');
    expect(await scene.sent()).toHaveLength(before);
    await scene.sql('DELETE FROM sign_in_codes');
  });

  it('from fifty browsers at once sends one code', async () => {
    const before = (await scene.sent()).length;
    const browsers = Array.from({ length: 50 }, () => scene.browser());
    await Promise.all(browsers.map((browser) => browser.get(FIRM)));
    const answers = await Promise.all(
      browsers.map((browser) => browser.post(FIRM, { adresse: 'ali@frugt.example' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await scene.sent()).toHaveLength(before + 1);
    const rows = await scene.sql<{ silent: boolean }>(
      `SELECT silent FROM sign_in_codes WHERE created_at > now() - interval '1 hour' ORDER BY silent`,
    );
    expect(rows.map(({ silent }) => silent)).toEqual([false, ...Array.from({ length: 49 }, () => true)]);
  });

  describe('for what others have used up', () => {
    const usedUp = async (door: Door, address: string): Promise<void> => {
      await askFor(scene.browser(), door, address);
      await scene.sql(
        `INSERT INTO sign_in_codes (id, audience, browser, address, caller, created_at, ends_at)
         SELECT gen_random_uuid(), audience, repeat('a', 64), address, repeat('b', 64), now() - interval '2 minutes',
           now() + interval '8 minutes'
         FROM (SELECT * FROM sign_in_codes WHERE created_at > now() - interval '1 minute') AS one,
           generate_series(1, 10)`,
      );
    };

    it('leaves what was sent before, and what is read aloud, to be typed', async () => {
      const firm = scene.browser();
      await askFor(firm, FIRM, 'ali@frugt.example');
      const code = await scene.newestCode();
      await usedUp(FIRM, 'ali@frugt.example');
      expect((await askFor(firm, FIRM, 'ali@frugt.example')).status).toBe(303);
      expect((await type(firm, FIRM, code)).location).toBe('/firma');

      await scene.aDayLater();
      const id = await scene.citizen({ phone: '+4531110006', sharedPhone: true });
      await usedUp(SELF, '31110006');
      const self = scene.browser();
      expect((await askFor(self, SELF, '31110006')).location).toBe(`${SELF}/kode?besked=vent-laenge`);
      const { code: spoken } = (await madeCode(id)).json as unknown as { code: string };
      expect((await type(self, SELF, spoken)).location).toBe('/min-side');
    });

    it('has no code of its own to be guessed', async () => {
      await usedUp(FIRM, 'ali@frugt.example');
      const browser = scene.browser();
      await askFor(browser, FIRM, 'ali@frugt.example');
      const [row] = await scene.sql<{ id: string; silent: boolean }>(
        'SELECT id, silent FROM sign_in_codes ORDER BY created_at DESC LIMIT 1',
      );
      expect(row!.silent).toBe(true);
      const own = scene.running.app.get(Secrets).oneTimeCode(row!.id);
      const shown = await type(browser, FIRM, own);
      expect([shown.status, /4 gange mere/.test(shown.html)]).toEqual([422, true]);
    });
  });

  it('is over for an address after fifty tries in a day', async () => {
    const browser = scene.browser();
    await askFor(browser, FIRM, 'ali@frugt.example');
    const code = await scene.newestCode();
    await scene.sql(
      `INSERT INTO sign_in_codes (id, audience, browser, address, caller, tries, created_at, ends_at)
       SELECT gen_random_uuid(), audience, repeat('a', 64), address, caller, 50, now() - interval '5 hours',
         now() - interval '4 hours'
       FROM sign_in_codes WHERE created_at > now() - interval '1 minute'`,
    );
    expect((await type(browser, FIRM, code)).html).toContain('Koden virker ikke længere');
    await scene.sql(`UPDATE sign_in_codes SET tries = 49 WHERE tries = 50`);
    expect((await type(browser, FIRM, code)).location).toBe('/firma');
  });

  it('from where somebody guesses leaves only codes that were sent', async () => {
    const firm = scene.browser();
    await askFor(firm, FIRM, 'ali@frugt.example');
    const code = await scene.newestCode();
    const silent = scene.browser();
    await askFor(silent, FIRM, 'ali@frugt.example');
    expect((await type(silent, FIRM, '000000')).html).toContain('4 gange mere');
    await scene.sql(
      `INSERT INTO sign_in_codes (id, audience, browser, address, caller, silent, tries, created_at, ends_at)
       SELECT gen_random_uuid(), audience, repeat('a', 64), repeat('c', 64), caller, true, 29, now(), now()
       FROM sign_in_codes WHERE silent AND created_at > now() - interval '1 minute' AND tries = 1`,
    );
    expect((await type(silent, FIRM, '000000')).html).toContain('Koden virker ikke længere');
    expect((await type(firm, FIRM, code)).location).toBe('/firma');
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

describe('behind a proxy', () => {
  it('that nobody told us of, the log says so once', async () => {
    for (let n = 0; n < 2; n++) await scene.browser({ 'x-forwarded-for': '2001:db8::1' }).get(FIRM);
    expect(lines.filter((line) => line.includes('TRUST_PROXY_HOPS'))).toHaveLength(1);
  });

  it('that we were told of, all addresses of one network count as one caller', async () => {
    const said: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void said.push(line) });
    const behind = await SignInScene.start({ TRUST_PROXY_HOPS: '1' }, { logger });
    try {
      for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'])
        await askFor(behind.browser({ 'x-forwarded-for': address }), FIRM, `${address.length}@x.example`);
      const callers = await behind.sql(
        'SELECT count(*)::int AS asked FROM sign_in_codes GROUP BY caller ORDER BY 1',
      );
      expect(callers).toEqual([{ asked: 1 }, { asked: 2 }]);
      expect(said.join('')).not.toMatch(/TRUST_PROXY_HOPS|2001:db8/);
    } finally {
      await behind.stop();
    }
  });
});
