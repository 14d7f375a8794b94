import { knownPages, type Place } from './index.js';
import type { LateForm } from './late-form.js';
import { lateForms } from './late-forms.js';

/** A page with all its forms, or in a state with the one that it has only then. */
export interface Standing {
  path: string;
  cookie: string;
  action?: string;
}
export interface ToPress {
  name: string;
  as?: string | undefined;
  /** What was made for a test comes first: another page may have a button that does away with it. */
  made: boolean;
  stand: (place: Place) => Promise<Standing>;
  now: boolean;
}

const cookieOf = (place: Place, as?: string): Promise<string> | string =>
  as === undefined ? '' : place.cookieHeader(as);
const late = ({ name, as, now, make }: LateForm): ToPress => ({
  name,
  as,
  made: true,
  now: now ?? false,
  stand: async (place) => ({ cookie: await cookieOf(place, as), ...(await make(place)) }),
});
const isLate = ({ name }: ToPress): boolean => name.startsWith('late-');
const staff = new Set(['mette', 'birgitte']);
/** Every page that has a form, in the order in which none takes the next away. */
export const formsToPress: readonly ToPress[] = [
  // With one thing each that another page may have a button for.
  ...lateForms.map(late),
  ...knownPages
    .filter(({ status = 200 }) => status === 200)
    .map(({ name, as, path }): ToPress => ({
      name,
      as,
      made: typeof path !== 'string',
      now: false,
      stand: async (place) => ({
        path: typeof path === 'string' ? path : await path(place),
        cookie: await cookieOf(place, as),
      }),
    })),
]
  .sort((a, b) => Number(b.made) - Number(a.made))
  // A leader can do away with everybody else: staff come last.
  .sort((a, b) => Number(staff.has(a.as ?? '')) - Number(staff.has(b.as ?? '')));

/** The known pages first: some of them look for somebody of the demo, among whom nobody is made up yet. */
export const formsToMake: readonly ToPress[] = [...formsToPress]
  .filter(({ now }) => !now)
  .sort((a, b) => Number(isLate(a)) - Number(isLate(b)));
