import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { Place } from './pages/index.js';
import { asked, offeredTo } from './support/placement-scenes.js';
import { heading, plain } from './support/visiting.js';

/** A consultant brings a citizen from the proposal to planned shifts, by clicking only. */
let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

async function asMette(
  options: BrowserContextOptions,
  does: (page: Page, at: (path: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const context = await place.visitor('mette', options);
  const page = await context.newPage();
  const at = async (path: string): Promise<void> => void (await page.goto(place.url + path));
  try {
    await does(page, at);
  } finally {
    await context.close();
  }
}

const main = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());
const said = async (page: Page): Promise<string> => plain(await page.locator('.alert-success').innerText());
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click();

describe('from the proposal to the first shift', () => {
  test.each([
    ['at a desk', { viewport: { width: 1280, height: 900 } }],
    ['in a car, without a script', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
  ])('%s', async (_where, options) => {
    const { jobId, citizenId } = await asked(place);
    const name = (await asStaff(`/citizens/${citizenId}`)).name as string;
    await asMette(options, async (page, at) => {
      await at('/kommune/forslag');
      await page.getByRole('link', { name, exact: true }).click();
      expect(await main(page)).toContain('Venter på borgeren');
      await page.getByLabel('Hvor meget dansk').check();
      await press(page, 'Gem, og vis forslaget til firmaet');
      expect(await said(page)).toBe('Borgerens ja er gemt. Firmaet har fået forslaget.');

      await page.getByLabel('Ja, vi vil gerne mødes').check();
      await press(page, 'Gem firmaets ja, og send tilbuddet');
      expect(new URL(page.url()).pathname).toMatch(/^\/kommune\/tilbud\//);
      await page.getByLabel('Ja', { exact: true }).check();
      await press(page, 'Gem svaret');
      expect(await main(page)).toContain('Sagde ja i telefonen i dag');

      await page.getByRole('link', { name: 'Skriv aftalen' }).click();
      await page
        .getByLabel('Ring-aftalen med borgerens egne ord')
        .fill('Ring til mig kl. 7, hvis det er glat');
      await page.getByLabel('Hvem der viser til rette den første dag').check();
      await press(page, 'Gem aftalen');
      for (const party of ['firmaet', 'borgeren', 'kommunen']) await press(page, `Skriv under for ${party}`);
      expect(await said(page)).toBe(
        'Alle tre har skrevet under. Vagterne er lagt, og begge sider får besked.',
      );
      expect(await main(page)).toContain('Ring til mig kl. 7, hvis det er glat');
      expect(await page.locator('a[href^="/kommune/vagter/"]').count()).toBe(8);

      await press(page, 'Læg den sædvanlige plan');
      expect(await main(page)).toContain('Kan timerne vokse?');
    });
    const shifts = await asStaff(`/shifts?smallJobId=${jobId}&limit=100`);
    expect((shifts.items as unknown[]).length).toBeGreaterThan(8);
  });
});

test('two who press at once, and a page of yesterday, say how it stands now', async () => {
  const { matchId } = await asked(place);
  await asMette({}, async (page, at) => {
    await at(`/kommune/forslag/${matchId}`);
    await asMette({}, async (other, toOther) => {
      await toOther(`/kommune/forslag/${matchId}`);
      await press(other, 'Gem, og vis forslaget til firmaet');
    });
    await press(page, 'Gem, og vis forslaget til firmaet');
    expect(await page.locator('#fejl').innerText()).not.toBe('');
    expect(await main(page)).toContain('Venter på firmaet');
  });
});

test('more time and other hours are seen before they are saved, and what is wrong is said at the field', async () => {
  const { offerId } = await offeredTo(place);
  await asMette({}, async (page, at) => {
    await at(`/kommune/tilbud/${offerId}`);
    await page.locator('#frist summary').click();
    await page.locator('#frist [name=dag]').fill('2026-01-01');
    await press(page, 'Gem den nye frist');
    expect(await page.locator('#felt-dag-error').innerText()).toContain('efter den gamle');
    expect(await heading(page)).toContain('til Prøve Jonassen');

    await page.getByLabel('Ja', { exact: true }).check();
    await page.getByLabel('Ved ja: sig det til firmaet nu').check();
    await press(page, 'Gem svaret');
    await page.getByRole('link', { name: 'Skriv aftalen' }).click();
    await press(page, 'Gem aftalen');
    for (const party of ['firmaet', 'borgeren', 'kommunen']) await press(page, `Skriv under for ${party}`);
    await page.getByRole('link', { name: 'Ændr timerne' }).click();
    await page.getByLabel('Tirsdag fra').fill('08:00');
    await page.getByLabel('Tirsdag til').fill('12:00');
    await page.getByLabel('Nye timer fra').fill(inTwoWeeks());
    await press(page, 'Se ændringen');
    expect(await page.locator('.desk-change').innerText()).toMatch(/Fra 12 timer til 16 timer om ugen/);
    await press(page, 'Gem de nye timer');
    expect(await main(page)).toContain('16 timer om ugen');

    await page.getByRole('link', { name: 'Afslut aftalen' }).click();
    await page.getByLabel('Flere timer et andet sted').check();
    await page.getByLabel('Hvad lærte vi?').fill('En fast makker gjorde forskellen');
    await press(page, 'Afslut aftalen');
    expect(await main(page)).toContain('Det lærte vi: En fast makker gjorde forskellen');
  });
});

test('the same CVR twice says who has it and leads there', async () => {
  await asMette({}, async (page, at) => {
    await at('/kommune/virksomheder/ny');
    const fields = {
      cvr: '99000104',
      navn: 'Frugt igen',
      vej: 'Havnegade 1',
      postnr: '7100',
      by: 'Vejle',
      kontakt: 'Prøve Person',
      telefon: '21190001',
    };
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
    await press(page, 'Opret firmaet');
    expect(await page.locator('[name=navn]').inputValue()).toBe('Frugt igen');
    await page.getByRole('link', { name: /^Gå til Frugtlageret/ }).click();
    expect(await heading(page)).toContain('Frugtlageret');
  });
});

async function asStaff(path: string): Promise<Record<string, unknown>> {
  const { url, keys } = place.product.ready;
  const answer = await fetch(`${url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${keys['consultant']}` },
  });
  return (await answer.json()) as Record<string, unknown>;
}

const inTwoWeeks = (): string => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
