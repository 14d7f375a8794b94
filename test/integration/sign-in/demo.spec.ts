import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryEntry } from '#use-cases';
import { rowsOf } from '../../contracts/rows.js';
import { METTE, SignInScene, VARDE } from './sign-in-scene.js';

const slug = 'mette';
const entry: DirectoryEntry = {
  kind: 'demo-person',
  key: createHash('sha256').update('fodfaeste demo people').digest('hex'),
  subjectId: METTE,
  details: { slug, role: 'consultant', order: '00', kind: 'staff' },
};

describe('outside a demo', () => {
  let scene: SignInScene;
  beforeAll(async () => {
    scene = await SignInScene.start();
    // Even in a database that was a demo's.
    await scene.within((unit) => unit.enlist(entry));
  });
  afterAll(() => scene.stop());

  it('there is no way in without showing who one is', async () => {
    const browser = scene.browser();
    expect((await browser.get(`/demo/log-ind/${slug}`)).status).toBe(404);
    expect(browser.jar.size).toBe(0);
    for (const page of ['/', '/log-ind', '/log-ind/kommune', '/log-ind/virksomhed', '/api/openapi.json'])
      expect((await browser.get(page)).html.includes('demo/log-ind')).toBe(false);
  });
});

describe('in a demo', () => {
  let scene: SignInScene;
  beforeAll(async () => {
    scene = await SignInScene.start({ DEMO: 'on', PUBLIC_URL: 'http://127.0.0.1:3000' });
    await scene.within((unit) => unit.enlist(entry));
  });
  afterAll(() => scene.stop());

  it('one click signs in, as often as one likes, and the doors offer it', async () => {
    for (let n = 0; n < 2; n++) {
      const browser = scene.browser();
      const { status, location } = await browser.get(`/demo/log-ind/${slug}`);
      expect([status, location]).toEqual([303, '/demo/velkommen']);
      expect((await browser.get(location)).location).toBe('/kommune');
      const start = await browser.get('/kommune');
      expect([start.status, start.heading]).toEqual([200, expect.stringMatching(/^Haster nu/)]);
    }
    for (const page of ['/', '/log-ind', '/log-ind/kommune'])
      expect((await scene.browser().get(page)).html).toContain(`/demo/log-ind/${slug}`);
    expect((await scene.browser().get('/log-ind/virksomhed')).html).not.toContain(`/demo/log-ind/${slug}`);
    expect((await scene.browser().get('/demo/log-ind/nobody')).status).toBe(404);
  });

  it('lets a colleague in who was given access here, until it is closed, and nobody of elsewhere', async () => {
    const { id } = await scene.staff({ name: 'Sigrid Prøve' });
    const door = async () => (await scene.browser().get(`/demo/log-ind/${id}`)).status;
    expect(await door()).toBe(303);
    await scene.within(async (unit) => unit.staff.update({ ...(await unit.staff.find(id))!, active: false }));
    expect(await door()).toBe(404);
    const other = rowsOf(VARDE).staff();
    await scene.within((unit) => unit.staff.insert(other), VARDE);
    expect((await scene.browser().get(`/demo/log-ind/${other.id}`)).status).toBe(404);
  });

  it('a browser that keeps no cookies is told so, and not sent in circles', async () => {
    const browser = scene.browser();
    const { location } = await browser.get(`/demo/log-ind/${slug}`);
    browser.jar.clear();
    const shown = await browser.get(location);
    expect([shown.status, shown.location]).toEqual([403, '']);
    expect(shown.html).toMatch(/cookies/i);
    // A moment later, too, nobody else behind the same address is kept from the doors.
    expect((await browser.get('/firma')).location).toBe('/log-ind?til=%2Ffirma');
  });
});
