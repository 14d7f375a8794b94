import { made } from '../../e2e/placement.js';
import { aDayAgo, runsOutSoon, taskOf } from '../support/back-in-time.js';
import { madeColleague } from '../support/made-colleague.js';
import { agreedToday, asked, offeredTo, proposedTo, twoOf } from '../support/placement-scenes.js';
import { missing } from './desk-urgent.js';
import { ofDesk, stageOf, type LateForm } from './late-form.js';

/** *Haster nu*, with each of the things that stand there. */
export const lateUrgentForms: LateForm[] = [
  ofDesk('company-silent', async (place) => {
    const { stage, matchId, jobId } = await proposedTo(place);
    const { staffId } = made(await stage.consultant.get('/me'));
    await aDayAgo(place.product, { of: 'matches', at: ['proposed_at'] }, matchId);
    await taskOf(place.product, { kind: 'employer-silent', staffId, matchId, smallJobId: jobId });
    return { path: '/kommune?vis=firmaer', action: `/forslag/${matchId}/mind-om` };
  }),
  ofDesk('offer-runs-out', async (place) => {
    const { offerId } = await offeredTo(place);
    await runsOutSoon(place.product, offerId);
    return { path: '/kommune?vis=tilbud', action: `/tilbud/${offerId}/forlaeng` };
  }),
  // Nobody said how it went.
  ofDesk('shift-over', async (place) => {
    const { stage, shiftId, citizenId, jobId } = await agreedToday(place);
    await aDayAgo(place.product, { of: 'shifts', at: ['date', 'starts_at', 'ends_at'] }, shiftId);
    const { staffId } = made(await stage.consultant.get('/me'));
    const about = { staffId, shiftId, citizenId, smallJobId: jobId };
    await taskOf(place.product, { kind: 'unknown-attendance', ...about });
    return { path: '/kommune?vis=blev-det-til-noget', action: `/vagter/${shiftId}/som-planlagt` };
  }),
  ...['daek', 'tag'].map((act) =>
    ofDesk(`job-without-duty-${act}`, async (place) => {
      const { id: fixedContactId } = await madeColleague(place);
      const { jobId } = await twoOf(place, undefined, fixedContactId);
      made(await stageOf(place).leader.patch(`/staff/${fixedContactId}`, { phone: null }));
      return { path: '/kommune?vis=uden-vagt', action: `/job/${jobId}/${act}` };
    }),
  ),
  // As the page is after *Gjort*.
  ofDesk('task-done', async (place) => {
    const { stage, citizenId } = await asked(place);
    const { staffId } = made(await stage.consultant.get('/me'));
    const id = await taskOf(place.product, { kind: 'call-citizen', staffId, citizenId });
    made(await stage.consultant.post(`/tasks/${id}/done`, { outcome: 'Talte sammen' }));
    return { path: `/kommune?besked=gjort-${id}`, action: `/opgaver/${id}/fortryd` };
  }),
  // Whoever has taken a case can pass it on.
  ofDesk('case-taken', async (place) => {
    const path = await missing(place);
    const id = path.split('/').at(-1)!;
    made(await stageOf(place).consultant.post(`/escalations/${id}/acknowledge`, { action: 'call' }));
    return { path, action: `/${id}/giv-videre` };
  }),
  // Somebody is on duty at this hour, whatever it is.
  ofDesk('busy', async (place) => {
    await madeColleague(place);
    return { path: '/kommune/optaget', action: '/optaget' };
  }),
  // When its turn comes: until then her cases are hers.
  {
    ...ofDesk('busy-until', async (place) => {
      const { id: deputyId } = await madeColleague(place);
      const until = new Date(Date.now() + 1_800_000).toISOString();
      made(await stageOf(place).consultant.put('/staff/me/busy', { until, deputyId }));
      return { path: '/kommune/optaget', action: '/optaget/slut' };
    }),
    now: true,
  },
];
