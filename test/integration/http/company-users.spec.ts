import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { METTE, SignInScene, VEJLE } from '../sign-in/sign-in-scene.js';

interface Company {
  contact: { name: string; phone: string; email: string | null };
}
interface User {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

let scene: SignInScene;
let frugt: string;
let ali: SignedIn;
beforeAll(async () => {
  scene = await SignInScene.start();
  frugt = await scene.company({ name: 'Ali Demir', phone: '75123456', email: 'Ali@Frugt.example' });
  const [user] = await users();
  ali = await signInAs(scene.running.app, {
    kind: 'company-user',
    municipalityId: VEJLE,
    companyId: frugt,
    userId: user!.id,
  });
});
afterAll(() => scene.stop());

const users = async (company = frugt): Promise<User[]> =>
  (await scene.running.call(`/api/v1/companies/${company}/users`, { key: scene.running.keys.consultant }))
    .json.items as unknown as User[];
const add = (body: object, headers = ali.headers, company = frugt) =>
  scene.running.call(`/api/v1/companies/${company}/users`, { method: 'POST', headers, body });
const remove = (id: string, headers: Record<string, string>, company = frugt) =>
  scene.running.call(`/api/v1/companies/${company}/users/${id}`, { method: 'DELETE', headers });

describe('the users of a company', () => {
  it('begin with the contact person', async () => {
    expect(await users()).toEqual([
      expect.objectContaining({ name: 'Ali Demir', phone: '+4575123456', email: 'ali@frugt.example' }),
    ]);
  });

  it('let colleagues in, once', async () => {
    const made = await add({ name: 'Sara Demir', email: 'SARA@frugt.example' });
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ email: 'sara@frugt.example', phone: null }),
    ]);
    expect((await add({ name: 'Sara igen', email: 'sara@Frugt.example' })).json.code).toBe(
      'company-user.already-there',
    );
    expect((await add({ name: 'Ali igen', phone: '75 12 34 56' })).json.code).toBe(
      'company-user.already-there',
    );
    expect((await add({ name: 'Uden noget' })).json.code).toBe('company-user.unreachable');
    const racers = await Promise.all(
      Array.from({ length: 10 }, () => add({ name: 'Om kap', email: 'kap@frugt.example' })),
    );
    expect(racers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  it('are nobody else’s to see, add or remove', async () => {
    const other = await scene.company({ name: 'Bo', phone: '75123457' });
    const [bo] = await users(other);
    expect((await add({ name: 'X', phone: '75123499' }, ali.headers, other)).json.code).toBe(
      'company.not-found',
    );
    expect((await remove(bo!.id, ali.headers, other)).json.code).toBe('company.not-found');
    expect((await remove(bo!.id, ali.headers)).json.code).toBe('company-user.not-found');
    const { otherMunicipality, integration } = scene.running.keys;
    const see = (key: string) => scene.running.call(`/api/v1/companies/${frugt}/users`, { key });
    expect((await see(otherMunicipality)).status).toBe(404);
    expect((await see(integration)).status).toBe(403);
  });

  it('remove one another, but the last one only the municipality removes', async () => {
    const others = (await users()).filter(({ name }) => name !== 'Ali Demir');
    for (const { id } of others) expect((await remove(id, ali.headers)).status).toBe(204);
    for (const { id } of others) expect((await remove(id, ali.headers)).status).toBe(204);
    const [last] = await users();
    expect((await remove(last!.id, ali.headers)).json.code).toBe('company-user.last-one');
    const made = await add({ name: 'Nyt Navn', phone: '75123456x' });
    expect(made.json.code).toBe('shape');
    const staff = { authorization: `Bearer ${scene.running.keys.consultant}` };
    expect((await remove(last!.id, staff)).status).toBe(204);
    expect(await users()).toEqual([]);
  });

  it('who are the contact go when another one takes over, who has a number', async () => {
    const company = await scene.company({ name: 'Eva Friis', phone: '75123470' });
    const key = scene.running.keys.consultant;
    const asStaff = { authorization: `Bearer ${key}` };
    const made = async (body: object) => (await add(body, asStaff, company)).json as unknown as User;
    const ida = await made({ name: 'Ida Vad', email: 'ida@vad.example', phone: '75123471' });
    const kim = await made({ name: 'Kim Vad', email: 'kim@vad.example' });
    const [eva] = await users(company);
    expect(eva).toMatchObject({ name: 'Eva Friis', isContact: true });
    expect(ida).toMatchObject({ isContact: false });
    const path = (by: string) => `${eva!.id}?newContactUserId=${by}`;
    expect((await remove(eva!.id, asStaff, company)).json.code).toBe('company-user.is-contact');
    expect((await remove(path(kim.id), asStaff, company)).json.code).toBe('company-user.no-phone');
    const strangers = (await users())[0]?.id ?? METTE;
    expect((await remove(path(strangers), asStaff, company)).json.code).toBe('company-user.not-found');
    expect((await remove(path(ida.id), asStaff, company)).status).toBe(204);
    const told = await scene.running.call(`/api/v1/companies/${company}`, { key });
    const { contact } = told.json as unknown as Company;
    expect(contact).toMatchObject({ name: 'Ida Vad', phone: '+4575123471', email: 'ida@vad.example' });
    expect(await users(company)).toEqual([
      expect.objectContaining({ name: 'Ida Vad', isContact: true }),
      expect.objectContaining({ name: 'Kim Vad', isContact: false }),
    ]);
  });

  it('follow the contact person: another number is the same user, another person is one more', async () => {
    const company = await scene.company({ name: 'Eva Friis', phone: '75123460', email: 'eva@a.example' });
    const change = (contact: object) =>
      scene.running.call(`/api/v1/companies/${company}`, {
        method: 'PATCH',
        key: scene.running.keys.consultant,
        body: { contact },
      });
    await change({ phone: '75123461' });
    expect(await users(company)).toEqual([
      expect.objectContaining({ name: 'Eva Friis', phone: '+4575123461' }),
    ]);
    await change({ name: 'Ida Vad', phone: '75123462', email: null });
    expect((await users(company)).map(({ name }) => name)).toEqual(['Eva Friis', 'Ida Vad']);
    await change({ name: 'Ida V. Holm' });
    expect(await users(company)).toHaveLength(2);
  });
});

describe('the page that asks before somebody is removed', () => {
  it('lets choose who takes over from the contact, and says so when nobody was chosen', async () => {
    const company = await scene.company({ name: 'Lone Holm', phone: '75123480', email: 'lone@holm.example' });
    const asStaff = { authorization: `Bearer ${scene.running.keys.consultant}` };
    for (const [name, phone] of [
      ['Per Holm', '75123481'],
      ['Tom Holm', null],
    ])
      await add({ name, phone, email: `${name!.slice(0, 3)}@holm.example` }, asStaff, company);
    const [lone, per, tom] = await users(company);
    const userId = per!.id;
    const browser = scene.browser();
    const account = { kind: 'company-user', municipalityId: VEJLE, companyId: company, userId } as const;
    const signedIn = await signInAs(scene.running.app, account);
    for (const one of signedIn.cookie.split('; ')) {
      const [name, value] = one.split(/=(.*)/);
      browser.jar.set(name!, value!);
    }
    const path = (user: User) => `/firma/brugere/${user.id}/fjern`;
    expect((await browser.get(path(tom!))).html).not.toContain('newContactUserId');
    const asked = await browser.get(path(lone!));
    expect(asked.html.match(/<option value="[^"]*"/g)).toEqual([
      '<option value=""',
      `<option value="${userId}"`,
    ]);
    const refused = await browser.post(path(lone!), { newContactUserId: '' });
    expect([refused.status, refused.html.includes('Vælg, hvem vi skal skrive')]).toEqual([422, true]);
    expect(refused.html).toContain('href="#felt-newContactUserId-1"');
    const removed = await browser.post(path(lone!), { newContactUserId: userId });
    expect(removed.location).toBe('/firma/brugere?besked=fjernet');
    expect((await users(company)).map(({ name }) => name)).toEqual(['Per Holm', 'Tom Holm']);
    const alone = await browser.post(path(tom!));
    expect(alone.location).toBe('/firma/brugere?besked=fjernet');
    expect((await browser.post(path(per!))).html).toContain('Du er den eneste bruger.');
  });
});
