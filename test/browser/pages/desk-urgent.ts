import type { Page } from 'playwright-core';
import { made, offered } from '../../e2e/placement.js';
import { startsToday } from '../support/starts-today.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

const cases = new Map<string, Promise<string>>();

/** Somebody of Mette's who has just been said not to be at work: the address of the case. */
export function caseOf(place: Place): Promise<string> {
  const known = cases.get(place.url) ?? missing(place);
  cases.set(place.url, known);
  return known;
}

export async function missing(place: Place): Promise<string> {
  const placement = await offered(place.product);
  const { consultant, offerId } = placement;
  made(await consultant.post(`/offers/${offerId}/answer`, { answer: 'yes', how: 'phone' }));
  await startsToday(placement);
  const shifts = made(await consultant.get(`/shifts?citizenId=${placement.citizenId}`));
  const shiftId = (shifts.items as { id: string }[])[0]!.id;
  made(await consultant.post(`/shifts/${shiftId}/not-here`));
  const open = made(await consultant.get(`/escalations?shiftId=${shiftId}`));
  return `/kommune/sager/${(open.items as { id: string }[])[0]!.id}`;
}

const unfold = (page: Page, label: RegExp): Promise<void> =>
  page.locator('main summary', { hasText: label }).first().click();

/** *Haster nu* and what is done there. */
export const urgentPages: KnownPage[] = [
  {
    name: 'desk',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: async (place) => {
      await caseOf(place);
      return '/kommune';
    },
  },
  {
    name: 'desk-open-line',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: async (place) => {
      await caseOf(place);
      return '/kommune?hvis=kommunen';
    },
    prepare: (page) => unfold(page, /^Andet/),
  },
  { name: 'desk-empty', of: 'staff', as: 'mette', languages: ['da'], path: '/kommune?vis=uden-vagt' },
  { name: 'desk-leader', of: 'staff', as: 'birgitte', languages: ['da'], path: '/kommune?hvis=teamet' },
  { name: 'desk-case', of: 'staff', as: 'mette', languages: ['da'], path: caseOf },
  {
    name: 'desk-case-refused',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: caseOf,
    prepare: async (page) => {
      await unfold(page, /^(Andet|Luk)/);
      await page.getByRole('button', { name: 'Luk', exact: true }).first().click();
    },
  },
  { name: 'desk-busy', of: 'staff', as: 'mette', languages: ['da'], path: '/kommune/optaget' },
];
