import type { Page } from 'playwright-core';
import type { KnownPage } from './known-page.js';

const submit = (page: Page): Promise<void> => page.locator('main button.first').first().click();
const open = (page: Page): Promise<void> => page.locator('main details.fold > summary').last().click();

/** The leader's figures, the lists behind them, and the plan of all free seats. */
export const figures: KnownPage[] = [
  { name: 'figures', of: 'staff', as: 'birgitte', path: '/kommune/tal' },
  { name: 'figures-hours', of: 'staff', as: 'birgitte', path: '/kommune/tal/loentimer?vis=nu' },
  { name: 'figures-waiting', of: 'staff', as: 'birgitte', path: '/kommune/tal/venter' },
  { name: 'figures-forgotten', of: 'staff', as: 'birgitte', path: '/kommune/tal/glemte' },
  { name: 'figures-changes', of: 'staff', as: 'birgitte', path: '/kommune/tal/kontaktskift' },
  { name: 'figures-cases', of: 'staff', as: 'birgitte', path: '/kommune/tal/sager' },
  { name: 'figures-rules', of: 'staff', as: 'birgitte', path: '/kommune/tal/regler' },
  { name: 'figures-unpaid', of: 'staff', as: 'birgitte', path: '/kommune/tal/uloennet' },
  { name: 'figures-attendance', of: 'staff', as: 'birgitte', path: '/kommune/tal/fremmoede' },
  { name: 'figures-monitoring', of: 'staff', as: 'birgitte', path: '/kommune/tal/overvaagning' },
  {
    name: 'figures-monitoring-refused',
    of: 'staff',
    as: 'birgitte',
    path: '/kommune/tal/overvaagning',
    prepare: async (page) => {
      await open(page);
      await submit(page);
    },
  },
  { name: 'plan-ask', of: 'staff', as: 'birgitte', path: '/kommune/fordeling' },
  { name: 'plan', of: 'staff', as: 'birgitte', path: '/kommune/fordeling', prepare: submit },
  { name: 'plan-consultant', of: 'staff', as: 'mette', path: '/kommune/fordeling', prepare: submit },
];
