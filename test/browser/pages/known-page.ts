import type { Page } from 'playwright-core';
import type { Place } from './place.js';

/** A page in a state worth looking at. All of them together are what `npm run test:long` and `screenshots` visit. */
export interface KnownPage {
  /** Of its pictures: `<name>-360.png`. */
  name: string;
  /** Whose page it is: what it must be able to do follows from that. */
  of: 'everybody' | 'citizen' | 'employer' | 'staff';
  /** Signs in as this person of the demo (demo/src/people/sign-ins.ts); without it nobody is signed in. */
  as?: string;
  /** Where it is; a function when it has to be found or made first. */
  path: string | ((place: Place) => Promise<string>);
  /** What is pressed or filled in before looking. */
  prepare?: (page: Page, language: 'da' | 'en') => Promise<void>;
  languages?: readonly ('da' | 'en')[];
  status?: number;
}
