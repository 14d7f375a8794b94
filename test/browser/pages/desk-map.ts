import type { KnownPage } from './known-page.js';

const ours = (name: string, path: string): KnownPage => ({
  name,
  of: 'staff',
  as: 'mette',
  languages: ['da'],
  path,
});

/** The map of workplaces beside the list of the same places. */
export const deskMapPages: KnownPage[] = [
  ours('desk-map', '/kommune/kort'),
  ours('desk-map-chosen', '/kommune/kort?status=open&kategori=lager#sted-1'),
  ours('desk-map-none', '/kommune/kort?status=closed&kategori=post'),
];
