import type { Page } from 'playwright-core';
import { made } from '../../e2e/placement.js';
import { acceptedBy, agreedBy, asked, offeredTo, proposedTo } from '../support/placement-scenes.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

/** What is made for one page is made once for each product. */
function once(make: (place: Place) => Promise<string>): (place: Place) => Promise<string> {
  const made = new Map<string, Promise<string>>();
  return (place) => {
    const known = made.get(place.url) ?? make(place);
    made.set(place.url, known);
    return known;
  };
}

const asking = once(async (place) => `/kommune/forslag/${(await asked(place)).matchId}`);
const waiting = once(async (place) => `/kommune/forslag/${(await proposedTo(place)).matchId}`);
const offer = once(async (place) => `/kommune/tilbud/${(await offeredTo(place)).offerId}`);
const accepted = once(async (place) => (await acceptedBy(place)).offerId);
const draft = once(async (place) => (await agreedBy(place, ['employer'])).agreementId);
const signed = once(async (place) => {
  const { stage, agreementId } = await agreedBy(place, ['employer', 'citizen', 'municipality']);
  made(await stage.consultant.post(`/agreements/${agreementId}/follow-ups`, { usual: true }));
  return agreementId;
});

const desk = (name: string, path: KnownPage['path'], more: Partial<KnownPage> = {}): KnownPage => ({
  name,
  of: 'staff',
  as: 'mette',
  languages: ['da'],
  path,
  ...more,
});

const send = (page: Page, act: string): Promise<void> =>
  page.locator(`form[action$="/${act}"] button`).last().click();
const refused = (act: string) => async (page: Page) => {
  await send(page, act);
  await page.locator('#fejl').waitFor();
};
/** Proposals, offers and agreements. */
export const placementPages: KnownPage[] = [
  desk('desk-proposals', '/kommune/forslag?vis=proposed'),
  desk('desk-proposals-none', '/kommune/forslag?vis=rejected&hvis=mine'),
  desk('desk-proposal-asking', asking),
  desk('desk-proposal', waiting),
  desk('desk-proposal-no-reason', waiting, {
    prepare: async (page) => {
      await page.locator('#nej summary').click();
      await refused('nej')(page);
    },
  }),
  desk('desk-offers', '/kommune/tilbud'),
  desk('desk-offer', offer),
  desk('desk-offer-no-answer', offer, { prepare: refused('svar') }),
  desk('desk-offer-yes', async (place) => `/kommune/tilbud/${await accepted(place)}`),
  desk('desk-agreements', '/kommune/aftaler'),
  desk('desk-agreement-new', async (place) => `/kommune/aftaler/ny?tilbud=${await accepted(place)}`),
  desk('desk-agreement-no-hours', async (place) => `/kommune/aftaler/ny?tilbud=${await accepted(place)}`, {
    prepare: async (page) => {
      for (const field of await page.locator('input[name^="uge."][type=time]').all()) await field.fill('');
      await page.locator('main button.first').click();
      await page.locator('#fejl').waitFor();
    },
  }),
  desk('desk-agreement-draft', async (place) => `/kommune/aftaler/${await draft(place)}`),
  desk('desk-agreement-edit', async (place) => `/kommune/aftaler/${await draft(place)}/ret`),
  desk('desk-agreement', async (place) => `/kommune/aftaler/${await signed(place)}`),
  desk('desk-agreement-hours', async (place) => `/kommune/aftaler/${await signed(place)}/timer`),
  desk('desk-agreement-hours-seen', async (place) => `/kommune/aftaler/${await signed(place)}/timer`, {
    prepare: async (page) => {
      await page.locator('main button.first').click();
      await page.locator('.desk-change').waitFor();
    },
  }),
  desk('desk-agreement-end', async (place) => `/kommune/aftaler/${await signed(place)}/slut`),
  desk('desk-agreement-print', async (place) => `/kommune/aftaler/${await signed(place)}/print`),
];
