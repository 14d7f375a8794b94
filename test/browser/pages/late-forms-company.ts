import { made } from '../../e2e/placement.js';
import { CookieJar } from '../support/cookie-jar.js';
import { proposedTo, twoOf } from '../support/placement-scenes.js';
import { ofCompany, stageOf, type LateForm } from './late-form.js';
import type { Place } from './place.js';

/** Where Ali is. */
async function companyOf(place: Place): Promise<string> {
  const { items } = made(await stageOf(place).employer.get('/small-jobs?limit=1'));
  return (items as { companyId: string }[])[0]!.companyId;
}

/** What a company does with something that stands only once. */
export const lateCompanyForms: LateForm[] = [
  // Before the colleague: who removes one closes it.
  ofCompany('company-calendar-made', async (place) => {
    const jar = new CookieJar(place.url, await place.cookieHeader('ali'));
    await jar.press(await jar.formOf('/firma/kalender'));
    return { path: '/firma/kalender', action: '/luk' };
  }),
  ofCompany('colleague', async (place) => {
    const colleague = { name: 'Prøve Kollega', phone: '+4521870001' };
    const { id } = made(
      await stageOf(place).consultant.post(`/companies/${await companyOf(place)}/users`, colleague),
    );
    return { path: `/firma/brugere/${id}/fjern`, action: `/${id}/fjern` };
  }),
  // Two of them: whoever has said yes cannot say no.
  ofCompany('proposal-yes', async (place) => {
    const { matchId } = await proposedTo(place, await companyOf(place));
    return { path: `/firma/forslag/${matchId}`, action: '/ja' };
  }),
  ofCompany('proposal-no', async (place) => {
    const { matchId } = await proposedTo(place, await companyOf(place));
    return { path: `/firma/forslag/${matchId}`, action: '/nej' };
  }),
  ofCompany('task-paused', async (place) => {
    const { stage, jobId } = await twoOf(place, await companyOf(place));
    made(await stage.employer.post(`/small-jobs/${jobId}/pause`));
    return { path: `/firma/opgaver/${jobId}`, action: '/genoptag' };
  }),
];
