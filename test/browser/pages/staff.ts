import type { Page } from 'playwright-core';
import type { KnownPage } from './known-page.js';

const submit = (page: Page): Promise<void> => page.locator('main button.first').first().click();

/** The pages of the municipality's staff. */
export const staff: KnownPage[] = [
  { name: 'staff-start', of: 'staff', as: 'mette', path: '/kommune' },
  { name: 'leader-start', of: 'staff', as: 'birgitte', path: '/kommune', languages: ['da'] },
  { name: 'keys', of: 'staff', as: 'birgitte', path: '/kommune/noegler' },
  { name: 'key-new', of: 'staff', as: 'birgitte', path: '/kommune/noegler/ny' },
  {
    name: 'key-refused',
    of: 'staff',
    as: 'birgitte',
    path: '/kommune/noegler/ny',
    languages: ['da'],
    prepare: submit,
  },
  {
    name: 'key-made',
    of: 'staff',
    as: 'birgitte',
    path: '/kommune/noegler/ny',
    languages: ['da'],
    prepare: async (page) => {
      await page.fill('[name=navn]', 'Natkørsel');
      await page.check('[name=rolle][value=integration]');
      await submit(page);
    },
  },
];
