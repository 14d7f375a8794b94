import type { KnownPage } from './known-page.js';

export const everybody: KnownPage[] = [
  { name: 'home', of: 'everybody', path: '/' },
  { name: 'help', of: 'everybody', path: '/hjaelp' },
  { name: 'accessibility', of: 'everybody', path: '/tilgaengelighed' },
  { name: 'privacy', of: 'everybody', path: '/privatliv' },
  { name: 'languages', of: 'everybody', path: '/sprog' },
  { name: 'not-there', of: 'everybody', path: '/findes-ikke', status: 404, languages: ['da'] },
  { name: 'dead-link', of: 'citizen', path: '/o/findes-ikke', status: 404, languages: ['da'] },
];
