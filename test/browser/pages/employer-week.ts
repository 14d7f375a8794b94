import { lastMonth } from '../../support/last-month.js';
import type { KnownPage } from './known-page.js';

const ours = (name: string, path: KnownPage['path'], more: Partial<KnownPage> = {}): KnownPage => ({
  name,
  of: 'employer',
  as: 'ali',
  path,
  ...more,
});

/** What a company does after it has posted: proposals, the week, the month, closing days, colleagues. */
export const employerWeek: KnownPage[] = [
  ours('company-overview', '/firma'),
  ours('company-proposals', '/firma/forslag'),
  ours('company-proposal', '/firma/forslag', {
    prepare: async (page, language) => {
      await page
        .getByRole('link', { name: language === 'da' ? 'Se og svar' : 'See and answer' })
        .first()
        .click();
      await page.locator('details summary').first().click();
    },
  }),
  ours('company-proposal-no-reason', '/firma/forslag', {
    prepare: async (page, language) => {
      await page
        .getByRole('link', { name: language === 'da' ? 'Se og svar' : 'See and answer' })
        .first()
        .click();
      await page.locator('details summary').first().click();
      await page.locator('form[action$="/nej"] button').click();
      await page.locator('#fejl').waitFor();
    },
  }),
  ours('company-week', '/firma/uge'),
  ours('company-week-later', '/firma/uge', {
    prepare: async (page) => {
      await page.locator('details.later summary').first().click();
      await page.locator('details.later form').nth(1).locator('button').click();
      await page.locator('#fejl').waitFor();
    },
  }),
  ours('company-week-empty', '/firma/uge?uge=2035-W10'),
  // As the demo has it: not confirmed yet.
  ours('company-month', `/firma/timer?maaned=${lastMonth()}`),
  ours('company-month-correction', `/firma/timer?maaned=${lastMonth()}`, {
    prepare: async (page) => {
      await page.locator('details.correct summary').first().click();
      await page.locator('details.correct input[name^="breakMinutes"]').first().fill('lang');
      await page.locator('details.correct form[action$="/ret"] button').first().click();
      await page.locator('#fejl').waitFor();
    },
  }),
  ours('company-month-empty', '/firma/timer?maaned=2035-03'),
  ours('company-closing-days', '/firma/lukkedage'),
  ours('company-closing-days-errors', '/firma/lukkedage', {
    prepare: async (page) => {
      await page.locator('form[action="/firma/lukkedage/ny"] button').click();
      await page.locator('#fejl').waitFor();
    },
  }),
  ours('company-closing-sure', '/firma/lukkedage/ny?from=2035-12-27&to=2035-12-31&reason=Jul'),
  ours('company-users', '/firma/brugere'),
  ours('company-remove-user', '/firma/brugere', {
    prepare: async (page) => {
      await page.locator('a[href$="/fjern"]').first().click();
      await page.locator('form[action$="/fjern"]').waitFor();
    },
  }),
];
