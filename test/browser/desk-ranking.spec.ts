import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { Place } from './pages/index.js';
import { plain, PHONE } from './support/visiting.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

const opened: BrowserContext[] = [];
afterAll(() => Promise.all(opened.map((context) => context.close())));

async function as(who: string, options: object = {}): Promise<Page> {
  const context = await place.visitor(who, options);
  opened.push(context);
  return context.newPage();
}

const staffApi = async <T>(path: string, body?: object): Promise<T> => {
  const { keys } = place.product.ready;
  const answer = await fetch(`${place.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${keys.consultant}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
};

interface Job {
  id: string;
  title: string;
  companyId: string;
  fixedContactId: string;
}

/** Open jobs that somebody of Mette's fits, most people first. */
async function jobsOfMine(): Promise<{ job: Job; mine: string[] }[]> {
  const { items } = await staffApi<{ items: Job[] }>('/small-jobs?status=open&limit=50');
  const rows = await Promise.all(
    items.map(async (job) => {
      const { ranked } = await staffApi<{ ranked: { citizenId: string }[] }>(
        `/small-jobs/${job.id}/ranking?excluded=false&scope=mine`,
      );
      return { job, mine: ranked.map(({ citizenId }) => citizenId) };
    }),
  );
  return rows.filter(({ mine }) => mine.length > 0).sort((a, b) => b.mine.length - a.mine.length);
}

const names = (page: Page, list: string): Promise<string[]> => page.locator(`${list} h3 a`).allInnerTexts();

describe('the ranking of a job', () => {
  test('changes while a handle is dragged, and comes back', async () => {
    const page = await as('mette', { viewport: { width: 1280, height: 1000 } });
    const [first] = await jobsOfMine();
    await page.goto(`${place.url}/kommune/job/${first!.job.id}/rangliste?vis=kommunen`);
    const before = await names(page, '#liste');
    expect(before.length).toBeGreaterThan(0);

    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('/hvad-nu-hvis') && asked.push(request.method()));
    const handle = page.getByLabel('Timer om ugen');
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 12; step += 1) {
      await page.mouse.move(x - (box.width * step) / 30, y);
      await page.waitForTimeout(25);
    }
    await page.getByText(/kommer til, \d+ falder fra/).waitFor();
    // Still held: the list has followed.
    expect(await page.locator('#liste').isVisible()).toBe(false);
    await page.mouse.up();
    expect(await page.getByRole('status').innerText()).toMatch(/^\d+ passer/);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set(['POST']));

    await page.getByRole('link', { name: 'Tilbage til jobbet, som det er' }).click();
    await page.locator('#liste').waitFor();
    expect(await names(page, '#liste')).toEqual(before);

    // Signed out meanwhile: the old list does not stay beside handles that say something else.
    await page.context().clearCookies();
    await handle.press('ArrowLeft');
    await page.getByText('Listen kunne ikke hentes.').waitFor();
    expect(await page.locator('#liste').isVisible()).toBe(false);
  });

  test('the answer about somebody by name is not covered by the handles, and the list stays as it was', async () => {
    const page = await as('mette', { viewport: { width: 1280, height: 900 } });
    const [first] = await jobsOfMine();
    await page.goto(`${place.url}/kommune/job/${first!.job.id}/rangliste?vis=kommunen`);
    await page.getByLabel('Navn', { exact: true }).fill('en');
    await page.locator('.not-now button').click();
    await page.locator('.not-now .found').first().waitFor();
    const [handles, answer] = [page.locator('.what-if'), page.locator('.not-now')];
    const under = (await handles.boundingBox())!;
    expect((await answer.boundingBox())!.y).toBeGreaterThanOrEqual(under.y + under.height);
    expect(await page.locator('.desk-views [aria-current]').innerText()).toMatch(/^Kommunen/);
  });

  test('answers the same without a script, by a button, and the change goes into the form', async () => {
    const page = await as('mette', { javaScriptEnabled: false });
    const [first] = await jobsOfMine();
    await page.goto(`${place.url}/kommune/job/${first!.job.id}/rangliste?vis=kommunen&senere=60`);
    expect(await page.getByRole('status').innerText()).toMatch(/passer/);
    await page.getByRole('link', { name: 'Ret jobbet sådan' }).click();
    await page.getByText('Det, du prøvede, er skrevet ind.').waitFor();
  });

  test('proposes somebody of one’s own, who is asked first', async () => {
    const page = await as('mette');
    const { job } = (await jobsOfMine())[0]!;
    await page.goto(`${place.url}/kommune/job/${job.id}/rangliste`);
    const free = page.locator('.rank', { has: page.getByRole('link', { name: /^Foreslå / }) }).first();
    const name = await free.locator('h3 a').innerText();
    await free.getByRole('link', { name: /^Foreslå / }).click();
    await page.getByRole('heading', { level: 1, name: `Foreslå ${name}?` }).waitFor();
    await page.getByRole('button', { name: 'Foreslå', exact: true }).click();
    await page.getByText('Borgeren er spurgt. Firmaet hører intet, før der er sagt ja.').waitFor();
    const row = page.locator('.rank', { hasText: name }).first();
    expect(await row.innerText()).toContain('Er spurgt af Mette og har ikke svaret');
    expect(await row.getByRole('link', { name: /Se forslaget/ }).count()).toBe(1);
  });

  test('two consultants race for the same citizen: the second is told, and shown the next', async () => {
    const rows = (await jobsOfMine()).filter(({ job }) => job.fixedContactId);
    // Somebody free who fits two jobs, so that both proposals could be made.
    const inPlay = new Set<string>();
    for (const state of ['asking', 'proposed', 'confirmed']) {
      const { items } = await staffApi<{ items: { citizenId: string }[] }>(
        `/matches?state=${state}&limit=100`,
      );
      for (const { citizenId } of items) inPlay.add(citizenId);
    }
    const both = rows
      .flatMap((one) => rows.map((other) => ({ one, other })))
      .filter(({ one, other }) => one.job.id !== other.job.id)
      .flatMap(({ one, other }) =>
        one.mine
          .filter((id) => other.mine.includes(id) && !inPlay.has(id))
          .map((id) => ({ id, one: one.job, other: other.job })),
      )[0]!;
    const [here, there] = [await as('mette'), await as('mette')];
    await here.goto(`${place.url}/kommune/job/${both.one.id}/foreslaa/${both.id}`);
    await there.goto(`${place.url}/kommune/job/${both.other.id}/foreslaa/${both.id}`);
    await here.getByRole('button', { name: 'Foreslå', exact: true }).click();
    await here.getByText('Borgeren er spurgt.').waitFor();
    const [answer] = await Promise.all([
      there.waitForResponse((response) => response.request().method() === 'POST'),
      there.getByRole('button', { name: 'Foreslå', exact: true }).click(),
    ]);
    expect(answer.status()).toBe(409);
    await there.getByRole('heading', { level: 1, name: /^En kollega nåede at spørge / }).waitFor();
    const said = plain(await there.locator('main').innerText());
    expect(said).toContain(`er lige blevet spurgt om eller foreslået til »${both.one.title}« af Mette.`);
    expect(said).toMatch(/Den næste på listen|Der er ikke flere ledige/);
    const { items } = await staffApi<{ items: object[] }>(`/matches?citizenId=${both.id}&state=asking`);
    expect(items).toHaveLength(1);
  });
});

describe('a job that a company calls about', () => {
  test('is published from one form, and the ranking is the next page', async () => {
    const page = await as('mette');
    const { job } = (await jobsOfMine())[0]!;
    await page.goto(`${place.url}/kommune/job/ny?virksomhed=${job.companyId}`);
    await page.getByLabel('Opgaven i få ord').fill('Feje gårdspladsen');
    await page.getByLabel('Slags opgave').selectOption('oprydning');
    await page.getByRole('button', { name: 'Slå op, og se hvem der passer' }).click();
    // Nobody is the one to call by default.
    await page.getByRole('link', { name: /^Vælg, hvem der er fast kontakt/ }).waitFor();
    await page.getByRole('radio', { name: /dig selv/ }).check();
    await page.getByRole('button', { name: 'Slå op, og se hvem der passer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hvem passer: Feje gårdspladsen' }).waitFor();
    await page.getByText('Jobbet er slået op.').waitFor();
    const { items } = await staffApi<{ items: (Job & { hourlyWageOre: number; status: string })[] }>(
      '/small-jobs?status=open&limit=100',
    );
    const made = items.find(({ title }) => title === 'Feje gårdspladsen');
    expect(made).toMatchObject({ status: 'open' });
    expect(made!.hourlyWageOre).toBeGreaterThan(10_000);
  });

  test('begins in the yard, on a phone, with three fields', async () => {
    const page = await as('mette', { viewport: PHONE, hasTouch: true, isMobile: true });
    const { job } = (await jobsOfMine())[0]!;
    await page.goto(`${place.url}/kommune/virksomheder/${job.companyId}/besoeg`);
    await page.getByLabel('Hvad holder nogen op?').fill('Paller står i vejen for trucken');
    await page.getByLabel('Hvem?').fill('Truckføreren');
    await page.getByLabel('Minutter om ugen').fill('360');
    await page.getByLabel('Jeg er fast kontakt på jobbet').check();
    await page.getByRole('button', { name: 'Gør til job' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Kladden er klar' }).waitFor();
    expect(plain(await page.locator('main').innerText())).toContain('Fast kontakt: Mette Holm');
    await page.getByRole('button', { name: /^Send sms til / }).tap();
    await page.getByText('Ejeren er spurgt på sms.').waitFor();
    expect(plain(await page.locator('main').innerText())).toContain('har ikke svaret');
  });
});
