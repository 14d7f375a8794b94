import { made, offered } from '../../e2e/placement.js';
import { startsToday } from '../support/starts-today.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

/** Samir has been at work for a while; Jonas has not begun. */
const mine = (name: string, path: KnownPage['path'], more: Partial<KnownPage> = {}): KnownPage => ({
  name,
  of: 'citizen',
  as: 'samir',
  path,
  ...more,
});

/** The first of the own shifts, as the list leads to it. */
async function ownShift(place: Place): Promise<string> {
  const list = await fetch(`${place.url}/min-side/vagter`, {
    headers: { cookie: await place.cookieHeader('samir') },
  });
  const path = /\/min-side\/vagter\/[0-9a-f-]{36}/.exec(await list.text())?.[0];
  if (!path) throw new Error('Samir has no shifts in the demo.');
  return path;
}

/** Somebody whose first shift has just begun. */
async function shiftOfToday(place: Place): Promise<string> {
  const placement = await offered(place.product);
  const { consultant, offerId } = placement;
  made(await consultant.post(`/offers/${offerId}/answer`, { answer: 'yes', how: 'phone' }));
  return new URL(await startsToday(placement)).pathname;
}

/** The link to a shift, and the page of a citizen who is signed in. */
export const citizenMy: KnownPage[] = [
  { name: 'shift', of: 'citizen', path: shiftOfToday },
  {
    name: 'shift-called-off',
    of: 'citizen',
    path: shiftOfToday,
    prepare: async (page, language) => {
      const [fold, day] =
        language === 'da' ? ['Jeg kan ikke i dag', 'Kun den dag'] : ['I cannot come today', 'Only that day'];
      const button = page.getByRole('button', { name: day });
      if ((await page.locator('summary', { hasText: fold }).count()) === 0) return;
      await page.locator('summary', { hasText: fold }).click();
      await button.click();
      await page.locator('.now').waitFor();
    },
  },
  mine('my-page', '/min-side'),
  mine('my-page-empty', '/min-side', { as: 'jonas' }),
  mine('my-shifts', '/min-side/vagter'),
  mine('my-shift', ownShift),
  mine('my-shifts-empty', '/min-side/vagter', { as: 'jonas' }),
  mine('my-hours', '/min-side/timer'),
  mine('my-offers', '/min-side/tilbud'),
  mine('my-contact', '/min-side/kontakt'),
  mine('my-cards', '/min-side/kort'),
  mine('my-data', '/min-side/om-mig'),
  mine('my-correction', '/min-side/om-mig/forkert'),
  mine('my-correction-errors', '/min-side/om-mig/forkert', {
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.locator('#fejl').waitFor();
    },
  }),
  mine('my-calendar', '/min-side/kalender', {
    prepare: async (page, language) => {
      const make = page.getByRole('button', {
        name: language === 'da' ? 'Lav en adresse' : 'Make an address',
      });
      if ((await make.count()) > 0) await make.click();
      await page.locator('.address').waitFor();
    },
  }),
  { name: 'company-calendar', of: 'employer', as: 'ali', path: '/firma/kalender' },
];
