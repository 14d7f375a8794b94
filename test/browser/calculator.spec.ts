import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CitizenBenefit } from '#domain';
import { examine, ordinary } from './support/examine.js';
import { heading, plain, press, visiting } from './support/visiting.js';

const visit = visiting();
const SHOW = 'Vis regnestykket';
const benefit: CitizenBenefit = { rate: 'forhoejet', benefitBeforeOre: 1_334_500 };
/** The rates of 2026 come with the product. */
const smallJob = { startDate: '2026-12-07' };

const sum = async (page: Page): Promise<string> => plain(await page.locator('.money-sum').textContent());
const typed = (page: Page, name: string) => page.locator(`[name=${name}]`);
/** As the page of an offer does: on the day of the job, whatever today is. */
const offered = async (over: Partial<CitizenBenefit> | null = {}) => {
  const { token } = await visit.scene.offered({
    citizen: { benefit: over ? { ...benefit, ...over } : undefined },
    smallJob,
  });
  return `/o/${token}/penge`;
};

describe('money of an offer', () => {
  test('stands there at once, with the job and the citizen in it, without a script', async () => {
    const page = await visit.open(await offered({ confirmedBy: 'Hanne Bro' }));
    expect(await heading(page)).toBe('Hvad giver et job?');
    expect(await sum(page)).toBe('ca. 3.000 kr.');
    expect(await page.locator('.money').textContent()).toContain('Hanne Bro har set på tallene.');
    expect(await typed(page, 'hours').inputValue()).toBe('12');
    expect(await typed(page, 'wage').inputValue()).toBe('158,45');
    expect(await typed(page, 'municipality').inputValue()).toBe('0630');
    expect(await page.locator('.contact').textContent()).toContain('Mette Holm');
    await page.getByRole('link', { name: 'Tilbage til tilbuddet' }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/o\/[\w-]{22}$/);
  });

  test('is computed anew with other figures, and going back is no trouble', async () => {
    const page = await visit.open(await offered());
    await typed(page, 'hours').fill('20');
    await press(page, SHOW);
    expect(await sum(page)).toBe('ca. 4.300 kr.');
    expect(await typed(page, 'hours').inputValue()).toBe('20');
    await page.goBack();
    expect(await sum(page)).toBe('ca. 3.000 kr.');
  });

  test('asks for what is missing when nobody has recorded it', async () => {
    const page = await visit.open(await offered(null));
    expect(await page.locator('.money-sum').count()).toBe(0);
    expect(await typed(page, 'wage').inputValue()).toBe('158,45');
    await press(page, SHOW);
    expect(await page.locator('.alert-error').textContent()).toContain('Udfyld »Din sats«.');
    await page.locator('[name=rate][value=forhoejet]').check();
    await press(page, SHOW);
    expect(await sum(page)).toBe('ca. 3.000 kr.');
  });

  test('on a phone that others read too shows neither job nor benefit', async () => {
    const { token, citizen } = await visit.scene.offered({ citizen: { benefit }, smallJob });
    await visit.scene.sql('UPDATE citizens SET shared_phone = true WHERE id = $1', [citizen.id]);
    const page = await visit.open(`/o/${token}/penge`);
    expect(await typed(page, 'wage').inputValue()).toBe('');
    expect(await typed(page, 'benefit').inputValue()).toBe('');
    expect(await page.locator('main').textContent()).not.toMatch(/kasser|13345/);
  });

  test('changes nothing', async () => {
    const path = await offered();
    const before = await visit.scene.rows();
    const page = await visit.open(path);
    await press(page, SHOW);
    expect(await visit.scene.rows()).toBe(before);
  });

  test('can be used by everyone, with everything unfolded', async () => {
    const page = await visit.open(await offered(), { javaScriptEnabled: true });
    expect(await examine(page, page.url(), { ...ordinary, widths: [360, 1280] })).toEqual([]);
  });
});

describe('the public calculator', () => {
  const fill = async (page: Page): Promise<void> => {
    await page.locator('[name=rate][value=grundsats]').check();
    await typed(page, 'hours').fill('7,5');
    await typed(page, 'wage').fill('160');
    await typed(page, 'municipality').selectOption('0101');
  };

  test('keeps what was typed when something is wrong, and leads to the field', async () => {
    const page = await visit.open('/beregn');
    await fill(page);
    await typed(page, 'hours').fill('mange');
    await press(page, SHOW);
    const link = page.locator('.alert-error a');
    expect(plain(await link.textContent())).toBe('»Timer om ugen« skal være et tal fra 0 til 37.');
    expect(await link.getAttribute('href')).toBe('#felt-hours');
    expect(await typed(page, 'hours').inputValue()).toBe('mange');
    expect(await typed(page, 'municipality').inputValue()).toBe('0101');
  });

  test('is found by anybody and says nothing before it is asked', async () => {
    const page = await visit.open('/beregn');
    expect(await page.locator('.money').count()).toBe(0);
    expect(await page.locator('[name=on]').count()).toBe(0);
  });
});

test('while somebody is typing, a script says the sum beside the button', async () => {
  const page = await visit.open(await offered(null), { javaScriptEnabled: true });
  const asked = page.waitForRequest((request) => request.url().endsWith('/beregn/svar'));
  await page.locator('[name=rate][value=forhoejet]').check();
  expect((await asked).method()).toBe('POST');
  await page.locator('.money-live').waitFor();
  expect(plain(await page.locator('.money-live').textContent())).toBe(
    'Med de tal får du ca. 3.000 kr. mere om måneden.',
  );
  await typed(page, 'hours').fill('');
  await page.locator('.money-live').waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('?');
});
