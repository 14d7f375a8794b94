import { made } from '../../e2e/placement.js';
import { ofDesk, ofLeader, stageOf, type LateForm } from './late-form.js';
import type { Place } from './place.js';

const DUTY = '/kommune/vagtliste';

let days = 20;

/** Mette has a turn, on a day that nobody else has. */
async function turnOfMette(place: Place): Promise<string> {
  const { consultant, leader, today } = peopleOf(place);
  const { staffId } = made(await consultant.get('/me'));
  const day = today((days += 1));
  const times = { from: `${day}T10:00:00Z`, to: `${day}T14:00:00Z` };
  return made(await leader.post('/duty', { teamId: null, staffId, ...times })).id as string;
}

/** And has asked her leader to take it. */
async function swapOfMette(place: Place): Promise<string> {
  const { consultant, leader } = peopleOf(place);
  const { staffId: toStaffId } = made(await leader.get('/me'));
  const turnId = await turnOfMette(place);
  return made(await consultant.post(`/duty/${turnId}/swap`, { toStaffId })).id as string;
}

function peopleOf(place: Place) {
  const stage = stageOf(place);
  return {
    consultant: stage.consultant,
    leader: stage.leader,
    today: (later: number) => stage.today(later),
  };
}

/** The duty list, with turns, swaps and leave. */
export const lateDutyForms: LateForm[] = [
  ofDesk('duty-own-turn', async (place) => {
    await turnOfMette(place);
    return { path: DUTY, action: '/bytte' };
  }),
  ofDesk('duty-asked', async (place) => ({
    path: DUTY,
    action: `/bytte/${await swapOfMette(place)}/fortryd`,
  })),
  ofLeader('duty-to-answer', async (place) => ({
    path: DUTY,
    action: `/bytte/${await swapOfMette(place)}`,
  })),
  ofLeader('duty-turn', async (place) => ({ path: DUTY, action: `/${await turnOfMette(place)}/fjern` })),
  ofDesk('duty-leave', async (place) => {
    const { consultant, today } = peopleOf(place);
    const { id } = made(await consultant.post('/leaves', { from: today(50), to: today(51) }));
    return { path: DUTY, action: `/vaek/${id}/her` };
  }),
];
