import type { Page } from 'playwright-core';
import type { KnownPage } from './known-page.js';

const press = (page: Page): Promise<void> => page.locator('main button.first').first().click();
const page = (name: string, path: string, prepare?: (page: Page) => Promise<void>): KnownPage => ({
  name: `setup-${name}`,
  of: 'staff',
  as: 'birgitte',
  path,
  languages: ['da'],
  ...(prepare && { prepare }),
});
const mette = async (at: Page): Promise<void> => {
  await at.getByRole('link', { name: 'Mette Holm' }).first().click();
};

/** The leader's rooms: users, ladders, texts, settings. */
export const deskSetup: KnownPage[] = [
  page('users', '/kommune/brugere'),
  page('user', '/kommune/brugere', mette),
  page('user-close', '/kommune/brugere', async (at) => {
    await mette(at);
    await at.getByRole('link', { name: 'Luk adgangen' }).click();
  }),
  page('user-new', '/kommune/brugere/ny'),
  page('user-refused', '/kommune/brugere/ny', press),
  page('teams', '/kommune/brugere/teams'),
  page('roles', '/kommune/brugere/roller', (at) => at.locator('summary').first().click()),
  page('ladders', '/kommune/trin'),
  page('ladder', '/kommune/trin/not-seen'),
  page('ladder-refused', '/kommune/trin/not-here', async (at) => {
    await at.selectOption('[name="trin.1.kanal"]', 'task');
    await press(at);
  }),
  page('ladder-versions', '/kommune/trin/not-seen/udgaver'),
  page('duty', '/kommune/vagtliste'),
  page('duty-refused', '/kommune/vagtliste', press),
  page('texts', '/kommune/tekster'),
  page('text-sms', '/kommune/tekster/shift-reminder/da/sms'),
  page('text-mail', '/kommune/tekster/offer/da/email'),
  page('text-refused', '/kommune/tekster/offer/da/sms', async (at) => {
    await at.fill('[name=tekst]', 'Hej {fornavn}. {cpr}');
    await press(at);
  }),
  page('sentences', '/kommune/tekster/saetninger'),
  page('settings', '/kommune/indstillinger'),
  page('settings-refused', '/kommune/indstillinger', async (at) => {
    await at.fill('[name=caseloadTarget]', '60');
    await press(at);
  }),
];
