import { calculator } from './calculator.js';
import { citizenMy } from './citizen-my.js';
import { employerWeek } from './employer-week.js';
import { employerPost } from './employer-post.js';
import { everybody } from './everybody.js';
import type { KnownPage } from './known-page.js';
import { links } from './links.js';
import { signIn } from './sign-in.js';
import { staff } from './staff.js';

/** Every page, in the states worth looking at. A new page is an entry in the list of its role. */
export const knownPages: readonly KnownPage[] = [
  ...everybody,
  ...signIn,
  ...staff,
  ...employerWeek,
  ...employerPost,
  ...calculator,
  ...links,
  ...citizenMy,
];

export type { KnownPage } from './known-page.js';
export { Place } from './place.js';
