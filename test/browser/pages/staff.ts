import type { Page } from 'playwright-core';
import { givenUp } from '../support/back-in-time.js';
import type { KnownPage } from './known-page.js';

const submit = (page: Page): Promise<void> => page.locator('main button.first').first().click();

/** What leaders set up, and what is not on the menu. */
export const staff: KnownPage[] = [
  { name: 'more', of: 'staff', as: 'mette', path: '/kommune/mere' },
  { name: 'more-leader', of: 'staff', as: 'birgitte', path: '/kommune/mere' },
  { name: 'operations', of: 'staff', as: 'birgitte', path: '/kommune/drift' },
  {
    name: 'operations-given-up',
    of: 'staff',
    as: 'birgitte',
    path: async ({ product }) => {
      await givenUp(product);
      return '/kommune/drift';
    },
  },
  {
    name: 'operations-replay',
    of: 'staff',
    as: 'birgitte',
    path: async ({ product }) => `/kommune/drift/opgaver/${await givenUp(product)}`,
  },
  { name: 'keyboard', of: 'staff', as: 'mette', path: '/kommune/tastatur' },
  { name: 'keys', of: 'staff', as: 'birgitte', path: '/kommune/noegler' },
  { name: 'key-new', of: 'staff', as: 'birgitte', path: '/kommune/noegler/ny' },
  {
    name: 'key-refused',
    of: 'staff',
    as: 'birgitte',
    path: '/kommune/noegler/ny',
    prepare: submit,
  },
  {
    name: 'key-made',
    of: 'staff',
    as: 'birgitte',
    path: '/kommune/noegler/ny',
    prepare: async (page) => {
      await page.fill('[name=navn]', 'Natkørsel');
      await page.check('[name=rolle][value=integration]');
      await submit(page);
    },
  },
];
