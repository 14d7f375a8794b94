import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SmallJobOverrides } from '../../builders/small-job.js';
import { aCitizen } from '../../builders/citizen.js';
import { aSmallJob } from '../../builders/small-job.js';
import { PlainBrowser, type PlainPage } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

/** Where somebody lives, with figures and words that stand nowhere else. */
const HOME = {
  name: 'Hemmelig Hjemmesen',
  position: { lat: 55.7123456, lon: 9.5123456 },
  address: { street: 'Kanarievej 77', postcode: '7100', town: 'Vejle' },
  protectedAddress: true,
};

let scene: Scene;
let mette: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  const { municipalityId } = scene;
  mette = await PlainBrowser.of(scene.app, url, { kind: 'staff', municipalityId, staffId: scene.mette.id });
  await scene.within((unit) =>
    unit.citizens.insert(aCitizen({ id: scene.newId(), municipalityId, brokerId: scene.mette.id, ...HOME })),
  );
});
afterAll(() => scene.stop());

const place = (street: string, lat: number, lon: number, town = 'Vejle') => ({
  street,
  postcode: '7100',
  town,
  position: { lat, lon },
});

async function job(over: SmallJobOverrides): Promise<string> {
  const id = scene.newId();
  const { municipalityId, company } = scene;
  await scene.within(async (unit) => {
    await unit.smallJobs.insert(
      aSmallJob({ id, municipalityId, companyId: company.id, status: 'open', ...over }),
    );
    await unit.contacts.insert({
      id: scene.newId(),
      municipalityId,
      smallJobId: id,
      staffId: scene.mette.id,
      startedAt: await unit.now(),
      endedAt: null,
      reason: 'first',
      note: null,
    });
  });
  return id;
}

const numbersIn = (html: string, pattern: RegExp): number[] =>
  [...html.matchAll(pattern)].map(([, number]) => Number(number));
const pins = ({ html }: PlainPage): number[] =>
  numbersIn(html, /<a id="pin-(\d+)" class="pin" href="#sted-\1"/g);
const places = ({ html }: PlainPage): number[] => numbersIn(html, /<li id="sted-(\d+)" class="desk-place"/g);
const companyAt = ({ html }: PlainPage, number: number): string =>
  new RegExp(`id="sted-${number}"[\\s\\S]*?</li>`).exec(html)?.[0] ?? '';

describe('the map of workplaces', () => {
  let far: string;
  let near: string;
  let lost: string;
  beforeAll(async () => {
    near = await job({
      title: 'Kasser i midten',
      category: 'lager',
      workplace: place('Midtgade 1', 55.709, 9.536),
    });
    await job({
      title: 'Rengøring samme sted',
      category: 'rengoering',
      workplace: place('Midtgade 1', 55.709, 9.536),
    });
    await job({ title: 'Køkken tre km', category: 'koekken', workplace: place('Vestvej 3', 55.709, 9.584) });
    far = await job({
      title: 'Butik tolv km',
      category: 'butik',
      status: 'paused',
      workplace: place('Langvej 12', 55.817, 9.536, 'Jelling'),
    });
    lost = await job({ title: 'Ukendt sted', workplace: place('Ukendt 1', 55.7, 9.53, 'Ingensteds') });
    await job({ title: 'Slut', status: 'closed', workplace: place('Lukkevej 1', 55.72, 9.54) });
  });

  it('has the same places as the list beside it, in the same order, whatever is chosen', async () => {
    for (const query of [
      '',
      '?kategori=lager',
      '?status=paused',
      `?firma=${scene.company.id}`,
      `?fra=sted:${far}`,
      '?fra=by:Jelling',
    ]) {
      const page = await mette.open(`/kommune/kort${query}`);
      expect([query, page.status]).toEqual([query, 200]);
      expect([query, pins(page)]).toEqual([query, places(page)]);
      expect(pins(page)).toEqual(pins(page).map((_, at) => at + 1));
      const { json } = await scene.get(
        `/workplaces${query.replace('kategori', 'category').replace('firma', 'companyId').replace('fra=sted:', 'smallJobId=').replace('fra=by:', 'town=')}`,
      );
      expect([query, json.items.length]).toEqual([query, places(page).length]);
      const labels = [...page.html.matchAll(/aria-label="(\d+): [^"]*"/g)].map(([, number]) =>
        Number(number),
      );
      expect(labels).toEqual(pins(page));
    }
  });

  it('puts one place of a company together, the nearest first, under its distance', async () => {
    const page = await mette.open('/kommune/kort?fra=by:Vejle');
    expect(places(page)).toEqual([1, 2, 3]);
    expect(companyAt(page, 1)).toContain('Kasser i midten');
    expect(companyAt(page, 1)).toContain('Rengøring samme sted');
    expect(companyAt(page, 2)).toContain('Køkken tre km');
    expect(companyAt(page, 3)).toContain('Butik tolv km');
    expect(page.text).toMatch(/Op til 2 km[\s\S]*2 til 5 km[\s\S]*Mere end 10 km/);
    expect(page.text).not.toContain('Slut');
  });

  it('measures from a workplace that was chosen', async () => {
    const page = await mette.open(`/kommune/kort?fra=sted:${far}`);
    expect(companyAt(page, 1)).toContain('Butik tolv km');
    expect(page.text).toContain('Afstande i luftlinje fra Butik tolv km.');
    expect((await mette.open(`/kommune/kort?fra=sted:${scene.newId()}`)).status).toBe(404);
  });

  it('lists what has no place, and does not draw it', async () => {
    const page = await mette.open('/kommune/kort');
    const without = /<section id="uden-sted">[\s\S]*?<\/section>/.exec(page.html)?.[0] ?? '';
    expect(without).toContain(`/kommune/job/${lost}`);
    expect(without).not.toContain(near);
    expect(page.html.replace(without, '')).not.toContain(lost);
  });

  it('says what to do when nothing fits', async () => {
    const page = await mette.open('/kommune/kort?kategori=post');
    expect(page.text).toContain('Ingen arbejdspladser passer til det, du har valgt.');
    expect(page.html).not.toContain('<svg viewBox');
  });

  it('never shows where somebody lives', async () => {
    const answers = [
      (await mette.open('/kommune/kort')).html,
      (await mette.open('/kommune/kort?fra=by:Vejle')).html,
      JSON.stringify((await scene.get('/workplaces')).json),
    ];
    for (const text of answers)
      for (const canary of [
        'Hemmelig',
        'Hjemmesen',
        'Kanarievej',
        '55.7123456',
        '9.5123456',
        '55.712',
        '9.512',
      ])
        expect([canary, text.includes(canary)]).toEqual([canary, false]);
    const read = await scene.within((unit) => unit.citizens.first({ name: HOME.name }));
    expect(await scene.within((unit) => unit.accessTo(read!.id, 10))).toEqual([]);
  });

  it('is for the municipality only', async () => {
    expect((await scene.get('/workplaces', 'employer')).status).toBe(403);
    expect((await scene.get('/workplaces', 'otherMunicipality')).json.items).toEqual([]);
  });
});
