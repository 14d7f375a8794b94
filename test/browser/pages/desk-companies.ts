import type { Page } from 'playwright-core';
import { Stage } from '../../../demo/src/story/stage.js';
import { made } from '../../e2e/placement.js';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

const stageOf = (place: Place): { consultant: Stage['consultant']; today: (later: number) => string } => {
  const stage = new Stage(place.product.ready);
  return { consultant: stage.consultant, today: (later) => stage.today(later) };
};

/** The company of the story in the demo, and who may sign in there. */
async function fruit(place: Place): Promise<{ id: string; cvr: string; userId: string }> {
  const { consultant } = stageOf(place);
  const found = made(await consultant.get('/desk/companies?text=Frugtlageret%20(demo)'));
  const company = (found.items as { id: string; cvr: string }[])[0]!;
  const users = made(await consultant.get(`/companies/${company.id}/users`));
  return { ...company, userId: (users.items as { id: string }[])[0]!.id };
}
const at =
  (below = '') =>
  async (place: Place): Promise<string> =>
    `/kommune/virksomheder/${(await fruit(place)).id}${below}`;

const desk = (name: string, path: KnownPage['path'], more: Partial<KnownPage> = {}): KnownPage => ({
  name,
  of: 'staff',
  as: 'mette',
  languages: ['da'],
  path,
  ...more,
});

async function fillCompany(page: Page, cvr: string): Promise<void> {
  await page.fill('[name=cvr]', cvr);
  await page.fill('[name=navn]', 'Prøvefirmaet');
  await page.fill('[name=vej]', 'Havnegade 1');
  await page.fill('[name=postnr]', '7100');
  await page.fill('[name=by]', 'Vejle');
  await page.fill('[name=kontakt]', 'Prøve Person');
  await page.fill('[name=telefon]', '21 19 00 01');
  await page.locator('main button.first').click();
  await page.locator('#fejl').waitFor();
}

/** Companies: the list, one of them, and what is changed there. */
export const companyPages: KnownPage[] = [
  desk('desk-companies', '/kommune/virksomheder'),
  desk('desk-companies-none', '/kommune/virksomheder?navn=findes-ikke'),
  desk('desk-company', at()),
  desk('desk-company-user-refused', at(), {
    prepare: async (page) => {
      await page.locator('#bruger summary').click();
      await page.locator('#bruger button').last().click();
      await page.locator('#fejl').waitFor();
    },
  }),
  desk('desk-company-new', '/kommune/virksomheder/ny'),
  // The number of the story's company: see demo/src/people.
  desk('desk-company-taken', '/kommune/virksomheder/ny', {
    prepare: (page) => fillCompany(page, '99000104'),
  }),
  desk('desk-company-edit', at('/ret')),
  desk('desk-company-closing', async (place) => {
    const { consultant, today } = stageOf(place);
    const { id } = await fruit(place);
    made(await consultant.post(`/companies/${id}/closing-days`, { from: today(300), to: today(301) }));
    return `/kommune/virksomheder/${id}/lukkedage`;
  }),
  desk('desk-company-user-remove', async (place) => {
    const { id, userId } = await fruit(place);
    return `/kommune/virksomheder/${id}/brugere/${userId}/fjern`;
  }),
];
