import type { Page } from 'playwright-core';
import { EARLIER_IMPORT } from '../../../demo/src/people/on-the-desk.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

export const CITIZENS_WITH_A_FAULT = [
  'Navn;Telefon;Adresse;Postnr.;By;CPR;Løft;Ukendt kolonne',
  'Anna Demosen;20 00 01 01;Demovej 1;7100;Vejle;010190-1234;10;x',
  'Bo Demosen;123;Demovej 2;7100;Vejle;;ti;y',
  'Ida Demosen;20 00 01 01;Demovej 3;7100;Vejle;;;',
].join('\r\n');

/** As Danish Excel saves it. */
export async function uploadFile(page: Page, kind: string, text: string): Promise<void> {
  await page.check(`[name=slags][value=${kind}]`);
  await page.setInputFiles('[name=fil]', {
    name: 'liste.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'latin1'),
  });
  await page.locator('main button.first').first().click();
  await page.locator('ol.import-rows').waitFor();
}

/** The same file from another system: all that can be done with it stands on its page. */
async function sent(place: Place): Promise<string> {
  const { url, keys } = place.product.ready;
  const answer = await fetch(`${url}/api/v1/imports?kind=citizens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.consultant}`, 'content-type': 'text/csv' },
    body: CITIZENS_WITH_A_FAULT,
  });
  const { id } = (await answer.json()) as { id: string };
  return `/kommune/indlaes/${id}`;
}

const choose = async (page: Page): Promise<void> => {
  for (const box of (await page.locator('[name=par]').all()).slice(0, 4)) await box.check({ force: true });
  await page.locator('main button.first').first().click();
  await page.locator('ul.bulk-people').first().waitFor();
};

/** What is done with many at once: files on their way in, and proposals to several. */
export const importPages: KnownPage[] = [
  { name: 'import', of: 'staff', as: 'mette', path: '/kommune/indlaes' },
  {
    name: 'import-refused',
    of: 'staff',
    as: 'mette',
    path: '/kommune/indlaes',
    prepare: async (page) => page.locator('main button.first').first().click(),
  },
  {
    name: 'import-preview',
    of: 'staff',
    as: 'mette',
    path: sent,
  },
  {
    name: 'import-columns',
    of: 'staff',
    as: 'mette',
    path: '/kommune/indlaes',
    prepare: (page) => uploadFile(page, 'companies', 'Hedder;CVR\nDemo Frugt;12345678'),
  },
  {
    name: 'import-loaded',
    of: 'staff',
    as: 'mette',
    path: '/kommune/indlaes',
    prepare: async (page) => {
      const name = `Borger ${Date.now()} Demosen`;
      await uploadFile(
        page,
        'citizens',
        `Navn;Sagsnr.;By;Adresse;Postnr.\n${name};${name};Vejle;Demovej 4;7100`,
      );
      await page.locator('main .import-beside button.first').click();
      await page.getByText('Filen er indlæst').first().waitFor();
    },
  },
  { name: 'import-forgotten', of: 'staff', as: 'mette', path: `/kommune/indlaes/${EARLIER_IMPORT}` },
  { name: 'bulk-choose', of: 'staff', as: 'mette', path: '/kommune/forslag/flere?omraade=kommune' },
  { name: 'bulk-none', of: 'staff', as: 'mette', path: '/kommune/forslag/flere/se', status: 422 },
  { name: 'bulk-preview', of: 'staff', as: 'mette', path: '/kommune/forslag/flere', prepare: choose },
  {
    name: 'bulk-waiting',
    of: 'staff',
    as: 'mette',
    path: '/kommune/forslag/flere',
    prepare: async (page) => {
      await choose(page);
      await page.locator('main button.first').first().click();
      await page.getByRole('button', { name: 'Fortryd' }).waitFor();
    },
  },
];
