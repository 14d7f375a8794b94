import type { Page } from 'playwright-core';
import type { KnownPage } from './known-page.js';

const button = { da: 'Vis regnestykket', en: 'Show the sums' };
const press = (page: Page, language: 'da' | 'en') =>
  page.getByRole('button', { name: button[language] }).click();

/** Fields by their names, which are the same in every language. */
async function fill(page: Page): Promise<void> {
  await page.locator('[name=rate][value=grundsats]').check();
  await page.locator('[name=hours]').fill('12');
  await page.locator('[name=wage]').fill('158,45');
  await page.locator('[name=municipality]').selectOption('0630');
}

export const calculator: KnownPage[] = [
  { name: 'calculator', of: 'everybody', path: '/beregn' },
  {
    name: 'calculator-answer',
    of: 'everybody',
    path: '/beregn',
    prepare: async (page, language) => {
      await fill(page);
      await press(page, language);
      await page.locator('main').waitFor();
    },
  },
  { name: 'calculator-errors', of: 'everybody', path: '/beregn', prepare: press },
  {
    name: 'offer-money',
    of: 'citizen',
    path: async (place) => {
      const { phone } = await place.offered();
      return `${await place.linkTo(phone, /Jobbet, vi talte om|The job we talked about/)}/penge`;
    },
  },
  { name: 'my-money', of: 'citizen', as: 'jonas', path: '/min-side/penge' },
];
