import { made } from '../../e2e/placement.js';
import { aDayAgo } from '../support/back-in-time.js';
import { agreedBy, asked, offeredTo, proposedTo, twoOf } from '../support/placement-scenes.js';
import { ofDesk, type LateForm } from './late-form.js';

const EVERYBODY = ['employer', 'citizen', 'municipality'];

/** Proposals, offers, companies and what a citizen said on the phone. */
export const lateDeskForms: LateForm[] = [
  // The company said no, and the citizen is still to hear it.
  ofDesk('proposal-rejected', async (place) => {
    const { stage, matchId } = await proposedTo(place);
    made(await stage.consultant.post(`/matches/${matchId}/reject`, { reason: 'not-now' }));
    return { path: `/kommune/forslag/${matchId}`, action: '/sagt' };
  }),
  // Some hours after the company heard last.
  ofDesk('proposal-silent', async (place) => {
    const { matchId } = await proposedTo(place);
    await aDayAgo(place.product, { of: 'matches', at: ['proposed_at'] }, matchId);
    return { path: `/kommune/forslag/${matchId}`, action: '/mind' };
  }),
  // Some minutes after the citizen had it last.
  ofDesk('offer-silent', async (place) => {
    const { offerId } = await offeredTo(place);
    await aDayAgo(place.product, { of: 'offers', at: ['last_sent_at'] }, offerId);
    return { path: `/kommune/tilbud/${offerId}`, action: '/send-igen' };
  }),
  // From what was seen on a visit to a draft.
  ofDesk('company-visited', async (place) => {
    const { stage, companyId } = await asked(place);
    const seen = {
      bottleneck: 'Tomme kasser står i vejen for trucken',
      whoIsHeldUp: 'Truckføreren',
      minutesPerWeek: 360,
      idea: 'Samle tomme kasser',
    };
    const visit = { on: stage.today(), observations: [seen] };
    made(await stage.consultant.post(`/companies/${companyId}/visits`, visit));
    return { path: `/kommune/virksomheder/${companyId}`, action: '/iagttagelser' };
  }),
  ofDesk('job-open', async (place) => {
    const { jobId } = await twoOf(place);
    return { path: `/kommune/job/${jobId}`, action: `${jobId}/pause` };
  }),
  ofDesk('talked-of-offer', async (place) => {
    const { citizenId, offerId } = await offeredTo(place);
    return { path: `/kommune/borgere/${citizenId}/talt`, action: `/talt/tilbud/${offerId}` };
  }),
  ofDesk('talked-of-agreement', async (place) => {
    const { citizenId, agreementId } = await agreedBy(place, ['employer']);
    return { path: `/kommune/borgere/${citizenId}/talt`, action: `/talt/aftale/${agreementId}` };
  }),
  ofDesk('talked-of-shift', async (place) => {
    const { citizenId, shiftId } = await agreedBy(place, EVERYBODY);
    return { path: `/kommune/borgere/${citizenId}/talt`, action: `/talt/vagt/${shiftId}` };
  }),
  // Nobody has been asked yet.
  ofDesk('bulk-chosen', async (place) => {
    const { jobId, citizenId } = await twoOf(place);
    return { path: `/kommune/forslag/flere/se?par=${jobId}_${citizenId}`, action: '/forslag/flere' };
  }),
  // For half a minute.
  {
    ...ofDesk('bulk-sent', async (place) => {
      const { stage, jobId: smallJobId, citizenId } = await twoOf(place);
      const items = [{ smallJobId, citizenId }];
      const { id } = made(await stage.consultant.post('/bulk-proposals', { items }));
      return { path: `/kommune/forslag/flere/${id}`, action: `${id}/fortryd` };
    }),
    now: true,
  },
];
