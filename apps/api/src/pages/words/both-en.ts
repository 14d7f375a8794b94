import type { bothDa } from './both-da.js';
import { named } from './named.js';

export const bothEn: typeof bothDa = {
  municipality: (name) => (/kommune/i.test(name) ? name : named(name, 'Municipality')),

  wants: 'Would like',
  goodAt: 'Is good at',
  needs: 'Needs',
  hoursAWeek: 'Hours a week',
  danish: 'Danish',
  hours: (min, max, wish) => `${min} to ${max} hours, preferably ${wish}`,

  notSaved: 'The answer was not saved.',
  somethingChanged: 'Something has changed since the link was sent.',
  findAWay: (c) => `Call ${c}, and we will sort it out together.`,
};
