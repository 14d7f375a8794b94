import type { Page } from 'playwright-core';
import { made } from '../../e2e/placement.js';
import { asked } from '../support/placement-scenes.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

const submit = (page: Page): Promise<void> => page.locator('main form button.first').first().click();

/** Somebody with an open offer, so that there is an answer to be written down. */
const ofCitizen =
  (rest: string) =>
  async (place: Place): Promise<string> =>
    `/kommune/borgere/${(await place.offered()).citizenId}${rest}`;

const scenes = new Map<string, Promise<string>>();

/** Somebody who was asked whether a company may hear, with something to be done: made once for each product. */
async function madeCitizen(place: Place): Promise<string> {
  const { stage, citizenId } = await asked(place);
  const note = { purpose: 'Hvordan gik det?', agreed: 'Vi ringes ved', followUpOn: stage.today(7) };
  made(await stage.consultant.post(`/citizens/${citizenId}/notes`, note));
  return citizenId;
}
const ofAsked =
  (rest: string) =>
  async (place: Place): Promise<string> => {
    const citizen = scenes.get(place.url) ?? madeCitizen(place);
    scenes.set(place.url, citizen);
    return `/kommune/borgere/${await citizen}${rest}`;
  };

/** Citizens, and search. */
export const citizenPages: KnownPage[] = [
  { name: 'desk-citizens', of: 'staff', as: 'mette', languages: ['da'], path: '/kommune/borgere' },
  {
    name: 'desk-citizens-none',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: '/kommune/borgere?vis=no-goal&niveau=close',
  },
  {
    name: 'desk-citizen',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: ofAsked(''),
  },
  { name: 'desk-citizen-new', of: 'staff', as: 'mette', languages: ['da'], path: '/kommune/borgere/ny' },
  {
    name: 'desk-citizen-new-refused',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: '/kommune/borgere/ny',
    prepare: submit,
  },
  { name: 'desk-citizen-edit', of: 'staff', as: 'mette', languages: ['da'], path: ofCitizen('/ret') },
  { name: 'desk-citizen-talked', of: 'staff', as: 'mette', languages: ['da'], path: ofCitizen('/talt') },
  {
    name: 'desk-citizen-talked-refused',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: ofAsked('/talt'),
    prepare: submit,
  },
  { name: 'desk-citizen-note', of: 'staff', as: 'mette', languages: ['da'], path: ofCitizen('/notat') },
  { name: 'desk-citizen-notes', of: 'staff', as: 'mette', languages: ['da'], path: ofCitizen('/notater') },
  { name: 'desk-citizen-handover', of: 'staff', as: 'mette', languages: ['da'], path: ofCitizen('/kontakt') },
  {
    name: 'desk-citizen-code',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: ofCitizen(''),
    prepare: (page) => page.locator('.citizen-code button').click(),
  },
  {
    name: 'desk-search',
    of: 'staff',
    as: 'mette',
    languages: ['da'],
    path: '/kommune/soeg',
    prepare: async (page) => {
      await page.fill('main [name=q]', 'hansen');
      await submit(page);
    },
  },
];
