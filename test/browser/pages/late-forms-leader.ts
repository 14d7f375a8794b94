import { made } from '../../e2e/placement.js';
import { givenUp } from '../support/back-in-time.js';
import { madeColleague } from '../support/made-colleague.js';
import { ofLeader, stageOf, type LateForm } from './late-form.js';

const OWN_WORDS =
  'Hej {fornavn}. Vi ses {dag} kl. {kl}, {arbejdsplads}. {ring-aftale} RING. {kontakt} {kontakt-telefon}';

/** The leader's rooms: users, teams and texts. */
export const lateLeaderForms: LateForm[] = [
  ofLeader('user', async (place) => {
    const { id } = await madeColleague(place);
    return { path: `/kommune/brugere/${id}`, action: `/brugere/${id}` };
  }),
  ofLeader('user-leaves', async (place) => {
    const { id } = await madeColleague(place);
    return { path: `/kommune/brugere/${id}/luk`, action: `/${id}/luk` };
  }),
  ofLeader('user-closed', async (place) => {
    const { id } = await madeColleague(place);
    const gone = { takerId: null, reason: 'resigned', note: null };
    made(await stageOf(place).leader.post(`/staff/${id}/disable`, gone));
    return { path: `/kommune/brugere/${id}`, action: `/${id}/aabn` };
  }),
  ofLeader('team-empty', async (place) => {
    const { id } = made(await stageOf(place).leader.post('/teams', { name: 'Team Prøve' }));
    return { path: '/kommune/brugere/teams', action: `/${id}/fjern` };
  }),
  ofLeader('text-own', async (place) => {
    const text = { subject: null, text: OWN_WORDS };
    made(await stageOf(place).leader.put('/texts/shift-reminder/da/sms', text));
    return { path: '/kommune/tekster/shift-reminder/da/sms', action: '/standard' };
  }),
  ofLeader('given-up', async (place) => {
    const path = `/kommune/drift/opgaver/${await givenUp(place.product)}`;
    return { path, action: path };
  }),
];
