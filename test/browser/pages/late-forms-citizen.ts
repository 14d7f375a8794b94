import { CookieJar } from '../support/cookie-jar.js';
import { asked, offeredTo } from '../support/placement-scenes.js';
import { signedInWithCode } from '../support/code-sign-in.js';
import type { LateForm } from './late-form.js';

/** A citizen's own page, with something to answer. */
export const lateCitizenForms: LateForm[] = [
  {
    name: 'late-my-calendar-made',
    as: 'samir',
    make: async (place) => {
      const jar = new CookieJar(place.url, await place.cookieHeader('samir'));
      await jar.press(await jar.formOf('/min-side/kalender'));
      return { path: '/min-side/kalender', action: '/luk' };
    },
  },
  // Shown, or not: whoever has chosen one has no other left.
  ...['', '/nej'].map((choice): LateForm => ({
    name: `late-my-card${choice.replace('/', '-')}`,
    make: async (place) => {
      const { phone, matchId } = await asked(place);
      const { header: cookie } = await signedInWithCode(place, 'borger', phone);
      return { path: '/min-side/kort', action: `/kort/${matchId}${choice}`, cookie };
    },
  })),
  {
    name: 'late-my-offer-open',
    make: async (place) => {
      const { phone, offerId } = await offeredTo(place);
      const { header: cookie } = await signedInWithCode(place, 'borger', phone);
      return { path: `/min-side/tilbud/${offerId}`, action: `/tilbud/${offerId}`, cookie };
    },
  },
];
