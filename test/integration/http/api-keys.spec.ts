import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { RevokeApiKey, Transactor } from '#use-cases';
import { HttpBrowser } from '../../support/http-browser.js';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { METTE, SignInScene, VEJLE } from '../sign-in/sign-in-scene.js';
import { NOBODY } from './small-town.js';

interface Key {
  id: string;
  key: string | null;
  name: string;
  role: string;
  holder: string | null;
  madeBy: string | null;
  lastUsedOn: string | null;
  lastDay: string | null;
  revokedAt: string | null;
}

let scene: SignInScene;
let leader: string;
let frugt: string;
let birgitte: string;
let signedIn: SignedIn;
beforeAll(async () => {
  scene = await SignInScene.start();
  leader = scene.running.keys.leader;
  frugt = await scene.company({ name: 'Ali Demir', phone: '75123456' }, { name: 'Frugtlageret' });
  birgitte = (await scene.staff({ name: 'Birgitte Lund', role: 'leader' })).id;
  const account = { kind: 'staff', municipalityId: VEJLE, staffId: birgitte } as const;
  signedIn = await signInAs(scene.running.app, account);
});
afterAll(() => scene.stop());

/** As Birgitte, who has signed in. */
const make = (body: object, headers: Record<string, string> = {}) =>
  scene.running.call('/api/v1/api-keys', {
    method: 'POST',
    body,
    headers: { ...signedIn.headers, ...headers },
  });
const makeWith = (key: string, body: object) =>
  scene.running.call('/api/v1/api-keys', { method: 'POST', key, body });
const made = async (body: object): Promise<Key> => (await make(body)).json as unknown as Key;
const list = async (): Promise<Key[]> =>
  (await scene.running.call('/api/v1/api-keys', { key: leader })).json.items as unknown as Key[];
const me = (key: string) => scene.running.call('/api/v1/me', { key });

/** All that stands in these tables, as the municipality sees it. */
const rowsIn = (tables: string[]): Promise<string> =>
  scene.running.app.get(DataSource).transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.municipality_id', $1, true)`, [VEJLE]);
    const all: unknown[] = [];
    for (const table of tables) all.push(await manager.query(`SELECT * FROM ${table}`));
    return JSON.stringify(all);
  });

describe('a key', () => {
  it('acts as one member of staff, one company, or the municipality’s own system', async () => {
    const staff = await made({ name: 'Robot', role: 'consultant', staffId: METTE });
    expect((await me(staff.key!)).json).toMatchObject({
      role: 'consultant',
      staffId: METTE,
      name: 'Mette Holm',
    });
    const company = await made({ name: 'Kassen', role: 'employer', companyId: frugt, lastDay: '2099-12-31' });
    expect((await me(company.key!)).json).toMatchObject({
      role: 'employer',
      companyId: frugt,
      name: 'Frugtlageret',
    });
    expect(company.lastDay).toBe('2099-12-31');
    const other = await scene.company({ name: 'Bo', phone: '75123457' });
    expect((await scene.running.call(`/api/v1/companies/${other}`, { key: company.key! })).status).toBe(404);
    const system = await made({ name: 'Natkørsel', role: 'integration' });
    expect((await me(system.key!)).json).toMatchObject({ role: 'integration', name: 'Natkørsel' });
  });

  it('is shown once and stands nowhere', async () => {
    const { key, id } = await made({ name: 'En gang', role: 'integration' });
    expect(key).toMatch(/^fod_[\w-]{32}$/);
    const stored = await rowsIn(['api_keys', 'directory', 'idempotency_keys']);
    expect(stored).toContain('En gang');
    expect(stored).not.toContain(key);
    expect((await list()).find((one) => one.id === id)).not.toHaveProperty('key');
  });

  it.each<[string, () => object, string]>([
    ['of staff without a person', () => ({ role: 'leader' }), 'api-key.holder-invalid'],
    ['of a company without one', () => ({ role: 'employer' }), 'api-key.holder-invalid'],
    ['of a system with a person', () => ({ role: 'integration', staffId: METTE }), 'api-key.holder-invalid'],
    [
      'of staff with a company',
      () => ({ role: 'consultant', staffId: METTE, companyId: frugt }),
      'api-key.holder-invalid',
    ],
    [
      'of a leader for somebody who is none',
      () => ({ role: 'leader', staffId: METTE }),
      'api-key.holder-invalid',
    ],
    ['of nobody', () => ({ role: 'leader', staffId: NOBODY }), 'staff.not-found'],
    ['of no company', () => ({ role: 'employer', companyId: NOBODY }), 'company.not-found'],
    ['that has ended', () => ({ role: 'integration', lastDay: '2020-01-01' }), 'api-key.ends-too-soon'],
  ])('%s is not made', async (_, body, code) => {
    expect((await make({ name: 'x', ...body() })).json.code).toBe(code);
  });

  it('is made once when the wish arrives twice, and not shown again', async () => {
    const wish = { name: 'Gentaget', role: 'integration' };
    const headers = { 'idempotency-key': 'the-same-wish' };
    const [first, second] = [await make(wish, headers), await make(wish, headers)].map(
      ({ json }) => json as unknown as Key,
    );
    expect([first!.id, first!.key !== null, second!.key]).toEqual([second!.id, true, null]);
    expect((await list()).filter(({ name }) => name === 'Gentaget')).toHaveLength(1);
  });

  it('is listed with who made it and when it was last used', async () => {
    const { id, key } = await made({ name: 'I brug', role: 'integration' });
    const find = async () => (await list()).find((one) => one.id === id)!;
    expect(await find()).toMatchObject({ madeBy: 'Birgitte Lund', lastUsedOn: null, holder: null });
    await me(key!);
    expect((await find()).lastUsedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('stops working within three seconds of being revoked', async () => {
    const { id, key } = await made({ name: 'Væk', role: 'integration' });
    expect((await me(key!)).status).toBe(200);
    const revoke = (as: string) =>
      scene.running.call(`/api/v1/api-keys/${id}`, { method: 'DELETE', key: as });
    expect((await revoke(scene.running.keys.otherMunicipality)).status).toBe(403);
    expect((await revoke(scene.running.keys.consultant)).status).toBe(403);
    expect((await revoke(leader)).status).toBe(204);
    expect((await revoke(leader)).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 3_050));
    expect((await me(key!)).status).toBe(401);
    expect((await list()).find((one) => one.id === id)!.revokedAt).not.toBeNull();
  });

  it('makes no other key, whosever it is: whoever finds it has this one and no more', async () => {
    const own = await made({ name: 'Lederens', role: 'leader', staffId: birgitte });
    for (const key of [leader, own.key!]) {
      const { status, json } = await makeWith(key, { name: 'Endnu en', role: 'integration' });
      expect([status, json.code]).toEqual([403, 'api-key.needs-person']);
    }
    expect((await list()).filter(({ name }) => name === 'Endnu en')).toEqual([]);
  });

  it('is called by its own name where somebody is told who looked', async () => {
    const { key } = await made({ name: 'Mettes robot', role: 'consultant', staffId: METTE });
    const citizenId = await scene.citizen({ name: 'Jonas Prøvesen', phone: '+4531110077' });
    await scene.running.call(`/api/v1/citizens/${citizenId}`, { key: key! });
    const seen = await scene.within((unit) => unit.accessTo(citizenId, 1));
    expect(seen).toMatchObject([{ who: 'Mette Holm', staffId: METTE, apiKey: 'Mettes robot' }]);
  });

  it('that cannot be shut out is not listed as stopped either', async () => {
    const { id } = await made({ name: 'Begge dele', role: 'integration' });
    const transactor = scene.running.app.get(Transactor);
    const locksOut: Transactor = {
      together: (...asked) => transactor.together(...asked),
      lookUp: (kind, key) => transactor.lookUp(kind, key),
      atOneMoment: (municipalityId, work) => transactor.atOneMoment(municipalityId, work),
      inMunicipality: (municipalityId, work) =>
        transactor.inMunicipality(municipalityId, (unit) =>
          work(
            new Proxy(unit, {
              get: (target, name): unknown =>
                name === 'enlist' ? () => Promise.reject(new Error('away')) : Reflect.get(target, name),
            }),
          ),
        ),
    };
    const revoke = (by: Transactor) => new RevokeApiKey(by).execute(id, signedIn.actor);
    await expect(revoke(locksOut)).rejects.toThrow('away');
    expect((await list()).find((one) => one.id === id)!.revokedAt).toBeNull();
    await revoke(transactor);
    expect((await list()).find((one) => one.id === id)!.revokedAt).not.toBeNull();
  });

  it('ends with its holder: nobody who has left, or leads no more, is let in by one', async () => {
    const lars = await scene.staff({ name: 'Lars Bo', role: 'leader' });
    const { key } = await made({ name: 'Lars', role: 'leader', staffId: lars.id });
    expect((await me(key!)).status).toBe(200);
    const become = (over: object) => scene.within((unit) => unit.staff.update({ ...lars, ...over }));
    const soon = () => new Promise((resolve) => setTimeout(resolve, 3_100));
    await become({ role: 'consultant' });
    await soon();
    expect((await me(key!)).status).toBe(401);
    await become({});
    expect((await me(key!)).status).toBe(200);
    const another = await made({ name: 'Lars igen', role: 'leader', staffId: lars.id });
    // What sessions trust for a moment is nothing that a key is believed by.
    await signInAs(scene.running.app, { kind: 'staff', municipalityId: VEJLE, staffId: lars.id });
    await become({ active: false });
    expect((await me(another.key!)).status).toBe(401);
    await soon();
    expect((await me(key!)).status).toBe(401);
  }, 20_000);

  it('of another municipality is not there', async () => {
    const { id } = await made({ name: 'Her', role: 'integration' });
    const other = await signInAs(scene.running.app, {
      kind: 'staff',
      municipalityId: VEJLE,
      staffId: birgitte,
    });
    expect((await scene.running.call('/api/v1/api-keys', { headers: { cookie: other.cookie } })).status).toBe(
      200,
    );
    const strangers = await scene.running.call(`/api/v1/api-keys/${id.replace(/^..../, 'ffff')}`, {
      method: 'DELETE',
      key: leader,
    });
    expect(strangers.json.code).toBe('api-key.not-found');
  });
});

describe('the page of keys', () => {
  const asLeader = async (): Promise<HttpBrowser> => {
    const browser = scene.browser();
    const { cookie } = await signInAs(scene.running.app, {
      kind: 'staff',
      municipalityId: VEJLE,
      staffId: birgitte,
    });
    for (const one of cookie.split('; ')) {
      const [name, value] = one.split(/=(.*)/);
      browser.jar.set(name!, value!);
    }
    return browser;
  };

  it('makes a key, shows it this once, and stops it', async () => {
    const browser = await asLeader();
    expect((await browser.get('/kommune/mere')).html).toContain('/kommune/noegler');
    await browser.get('/kommune/noegler/ny');
    const fields = {
      navn: 'Fra siden',
      rolle: 'employer',
      medarbejder: METTE,
      firma: frugt,
      sidsteDag: '31.12.2099',
    };
    const once = { _once: 'this-showing' };
    const shown = await browser.post('/kommune/noegler/ny', { ...fields, ...once });
    const key = /fod_[\w-]{32}/.exec(shown.html)?.[0];
    expect([shown.status, shown.heading]).toEqual([200, 'Her er nøglen']);
    expect((await me(key!)).json).toMatchObject({ role: 'employer', companyId: frugt });

    const twice = await browser.post('/kommune/noegler/ny', { ...fields, ...once });
    expect(twice.html).toContain('blev vist, da du lavede den');
    expect(twice.html).not.toContain(key);
    const all = await browser.get('/kommune/noegler');
    expect(all.html.match(/Fra siden/g)!.length).toBeGreaterThan(0);
    expect(all.html).toContain('Et firma: Frugtlageret');
    expect(all.html).toContain('31.12.2099');
    const { id } = (await list()).find(({ name }) => name === 'Fra siden')!;
    expect((await browser.post(`/kommune/noegler/${id}/stop`)).location).toBe(
      '/kommune/noegler?besked=stoppet',
    );
  });

  it('keeps what was typed when something is missing', async () => {
    const browser = await asLeader();
    await browser.get('/kommune/noegler/ny');
    const shown = await browser.post('/kommune/noegler/ny', { navn: 'Kasse & co', rolle: 'employer' });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('value="Kasse &amp; co"');
    expect(shown.html).toContain('href="#felt-firma-1"');
  });

  it('is for leaders', async () => {
    const browser = scene.browser();
    const { cookie } = await signInAs(scene.running.app, {
      kind: 'staff',
      municipalityId: VEJLE,
      staffId: METTE,
    });
    const headers = { cookie };
    expect((await browser.get('/kommune/mere', headers)).html).not.toContain('/kommune/noegler');
    expect((await browser.get('/kommune/noegler', headers)).status).toBe(403);
    const made = await makeWith(scene.running.keys.consultant, { name: 'x', role: 'integration' });
    expect(made.json.code).toBe('forbidden');
  });
});
