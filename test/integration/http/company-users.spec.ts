import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { SignInScene, VEJLE } from '../sign-in/sign-in-scene.js';

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
