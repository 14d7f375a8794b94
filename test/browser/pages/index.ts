import { calculator } from './calculator.js';
import { citizenMy } from './citizen-my.js';
import { companyPages } from './desk-companies.js';
import { citizenPages } from './desk-citizens.js';
import { figures } from './desk-figures.js';
import { placementPages } from './desk-placement.js';
import { deskMapPages } from './desk-map.js';
import { deskShiftsPages } from './desk-shifts.js';
import { deskSetup } from './desk-setup.js';
import { employerWeek } from './employer-week.js';
import { employerPost } from './employer-post.js';
import { importPages } from './desk-import.js';
import { jobsPages } from './desk-jobs.js';
import { everybody } from './everybody.js';
import { urgentPages } from './desk-urgent.js';
import type { KnownPage } from './known-page.js';
import { links } from './links.js';
import { signIn } from './sign-in.js';
import { staff } from './staff.js';

/** Every page, in the states worth looking at. A new page is an entry in the list of its role. */
export const knownPages: readonly KnownPage[] = [
  ...everybody,
  ...signIn,
  ...staff,
  ...figures,
  ...citizenPages,
  ...companyPages,
  ...placementPages,
  ...urgentPages,
  ...importPages,
  ...jobsPages,
  ...deskSetup,
  ...deskShiftsPages,
  ...deskMapPages,
  ...employerWeek,
  ...employerPost,
  ...calculator,
  ...links,
  ...citizenMy,
];

export type { KnownPage } from './known-page.js';
export { Place } from './place.js';
