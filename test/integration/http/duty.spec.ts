import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addDays,
  instantOf,
  isoWithOffset,
  localDateOf,
  Temporal,
  type LocalDate,
  type Staff,
} from '#domain';
import type {
  DutyListResponse,
  DutySwapResponse,
  DutyTurnResponse,
  LeaveResponse,
} from '../../../apps/api/src/rest/duty/duty.responses.js';
import { Scene, type Answer } from './agreements-scene.js';

let scene: Scene;
let lars: Staff;
/** She has no number. */
let lise: Staff;
beforeAll(async () => {
  scene = await Scene.start();
  const like = { ...scene.mette, deputyId: null, teamId: null };
  lars = { ...like, id: scene.newId(), name: 'Lars Bach', phone: '+4520123459' };
  lise = { ...like, id: scene.newId(), name: 'Lise Friis', phone: null };
  await scene.within(async (unit) => {
    await unit.staff.insert(lars);
    await unit.staff.insert(lise);
  });
});
afterAll(() => scene.stop());
beforeEach(() =>
  scene.within(async (unit) => {
    await unit.dutySwaps.remove({});
    const removedAt = await unit.now();
    for (const turn of await unit.dutyTurns.list({ removedAt: { isNull: true } }))
      await unit.dutyTurns.update({ ...turn, removedAt });
  }),
);

const today = localDateOf(Temporal.Now.instant());
const on = (days: number, time = '08:00'): string => isoWithOffset(instantOf(addDays(today, days), time));
const turnBody = (days: number, more: object = {}) => ({
  teamId: null,
  staffId: scene.mette.id,
  from: on(days, '16:00'),
  to: on(days, '20:00'),
  ...more,
});
const codeOf = ({ status, json }: Answer): [number, string | undefined] => [status, json?.code];
const as = <T>({ json }: Answer): T => json as unknown as T;

async function turn(days: number, more: object = {}): Promise<DutyTurnResponse> {
  const answer = await scene.post('/duty', turnBody(days, more), 'leader');
  expect(codeOf(answer)).toEqual([201, undefined]);
  return as(answer);
}
const list = async (): Promise<DutyListResponse> => as(await scene.get('/duty'));
const onTheList = async () => (await list()).turns.map(({ id, name }) => [id, name]);

describe('the duty list', () => {
  it('has whom a leader puts on it, with the name, and says it to everybody of the staff', async () => {
    const made = await turn(3);
    expect(made).toEqual({ id: expect.any(String), ...turnBody(3) });
    const { turns, changes } = await list();
    expect(turns).toEqual([{ ...made, name: 'Mette Holm', isAway: false }]);
    expect(changes[0]).toMatchObject({
      turnId: made.id,
      what: 'added',
      staffId: scene.mette.id,
      beforeStaffId: null,
      byStaffId: scene.lene.id,
    });
  });

  it('is changed, and the history keeps who had it before', async () => {
    const { id } = await turn(3);
    const changed = await scene.put(`/duty/${id}`, turnBody(4, { staffId: lars.id }));
    expect([changed.status, changed.json]).toEqual([200, { id, ...turnBody(4, { staffId: lars.id }) }]);
    expect(await onTheList()).toEqual([[id, 'Lars Bach']]);
    expect((await list()).changes[0]).toMatchObject({
      what: 'changed',
      staffId: lars.id,
      beforeStaffId: scene.mette.id,
    });
  });

  it('loses a turn that is taken away, once, and keeps its line in the history', async () => {
    const { id } = await turn(3);
    expect((await scene.delete(`/duty/${id}`)).status).toBe(204);
    expect(codeOf(await scene.delete(`/duty/${id}`))).toEqual([404, 'duty.not-found']);
    expect(codeOf(await scene.put(`/duty/${id}`, turnBody(3)))).toEqual([404, 'duty.not-found']);
    expect(await onTheList()).toEqual([]);
    expect((await list()).changes[0]).toMatchObject({ turnId: id, what: 'removed' });
  });

  it('has one name at a time: an overlap is 409 with who and when, the next minute is fine', async () => {
    await turn(3);
    const overlap = turnBody(3, { staffId: lars.id, from: on(3, '19:59'), to: on(3, '23:00') });
    const refused = await scene.post('/duty', overlap, 'leader');
    expect(codeOf(refused)).toEqual([409, 'duty.overlaps']);
    expect(refused.json.details).toEqual({ by: 'Mette Holm', from: on(3, '16:00'), to: on(3, '20:00') });
    await turn(3, { staffId: lars.id, from: on(3, '20:00'), to: on(3, '23:00') });
    expect(await onTheList()).toHaveLength(2);
  });

  it.each([
    ['that ends before it begins', { from: on(3, '20:00'), to: on(3, '16:00') }, 422, 'duty.times-invalid'],
    ['of more than a month', { from: on(1), to: on(33) }, 422, 'duty.times-invalid'],
    ['that is over', { from: on(-3), to: on(-2) }, 422, 'duty.over'],
  ])('refuses a turn %s', async (_, times, status, code) => {
    expect(codeOf(await scene.post('/duty', turnBody(3, times), 'leader'))).toEqual([status, code]);
    expect(await onTheList()).toEqual([]);
  });

  it('refuses somebody without a number, somebody unknown and an unknown team', async () => {
    const answers = [
      await scene.post('/duty', turnBody(3, { staffId: lise.id }), 'leader'),
      await scene.post('/duty', turnBody(3, { staffId: scene.newId() }), 'leader'),
      await scene.post('/duty', turnBody(3, { teamId: scene.newId() }), 'leader'),
    ];
    expect(answers.map(codeOf)).toEqual([
      [422, 'duty.not-reachable'],
      [404, 'staff.not-found'],
      [404, 'team.not-found'],
    ]);
  });

  it.each([
    ['from', { from: 'i morgen' }],
    ['from', { from: '2026-12-05T08:00:00' }],
    ['staffId', { staffId: 'mette' }],
    ['teamId', { teamId: undefined }],
    ['note', { note: 'jul' }],
  ])('is 400 with a wrong %s', async (path, wrong) => {
    const { status, json } = await scene.post('/duty', turnBody(3, wrong), 'leader');
    expect([status, json.errors.map((fault) => fault.path)]).toEqual([400, [path]]);
  });

  it('is kept by leaders, read by the staff, and nobody else’s', async () => {
    const { id } = await turn(3);
    for (const key of ['consultant', 'employer', 'integration'] as const) {
      expect((await scene.post('/duty', turnBody(5), key)).status).toBe(403);
      expect((await scene.put(`/duty/${id}`, turnBody(5), key)).status).toBe(403);
      expect((await scene.delete(`/duty/${id}`, key)).status).toBe(403);
    }
    for (const key of ['employer', 'integration'] as const) {
      expect((await scene.get('/duty', key)).status).toBe(403);
      expect((await scene.post(`/duty/${id}/swap`, { toStaffId: lars.id }, key)).status).toBe(403);
    }
    expect(await onTheList()).toEqual([[id, 'Mette Holm']]);
  });

  it('is each municipality’s own', async () => {
    const { id } = await turn(3);
    expect(as<DutyListResponse>(await scene.get('/duty', 'otherMunicipality')).turns).toEqual([]);
    const swap = await scene.post(`/duty/${id}/swap`, { toStaffId: lars.id }, 'otherMunicipality');
    expect(codeOf(swap)).toEqual([404, 'duty.not-found']);
  });

  it('names a shift for which nobody is on duty, until somebody is', async () => {
    const shift = await scene.shiftOn(6, { start: '23:00', end: '23:45' });
    const gapsOf = async () => (await list()).gaps.filter(({ shiftId }) => shiftId === shift.id);
    expect(await gapsOf()).toEqual([
      {
        shiftId: shift.id,
        smallJobId: shift.smallJobId,
        title: expect.any(String),
        startsAt: isoWithOffset(shift.startsAt),
      },
    ]);
    const { id } = await turn(6, { from: on(6, '22:00'), to: on(7, '00:00') });
    expect(await gapsOf()).toEqual([]);
    await scene.delete(`/duty/${id}`);
    expect(await gapsOf()).toHaveLength(1);
  });
});

describe('two who swap', () => {
  const mine = (days: number) => turn(days, { staffId: scene.lene.id });
  const ask = (turnId: string, body: object) => scene.post(`/duty/${turnId}/swap`, body, 'leader');

  it('change both turns with a yes, and not before', async () => {
    const [lenes, mettes] = [await mine(3), await turn(4)];
    const wish = { toStaffId: scene.mette.id, returnTurnId: mettes.id };
    const asked = as<DutySwapResponse>(await ask(lenes.id, wish));
    expect(asked).toMatchObject({ state: 'asked', fromStaffId: scene.lene.id, answeredAt: null, ...wish });
    expect(as<DutySwapResponse>(await ask(lenes.id, wish)).id).toBe(asked.id);
    expect((await list()).swaps.map(({ id }) => id)).toEqual([asked.id]);
    expect(await onTheList()).toEqual([
      [lenes.id, 'Lene Krog'],
      [mettes.id, 'Mette Holm'],
    ]);
    const yes = await scene.post(`/duty/swaps/${asked.id}/answer`, { yes: true });
    expect([yes.status, as<DutySwapResponse>(yes).state]).toEqual([200, 'accepted']);
    expect(await onTheList()).toEqual([
      [lenes.id, 'Mette Holm'],
      [mettes.id, 'Lene Krog'],
    ]);
    expect((await list()).changes.slice(0, 2).map(({ what }) => what)).toEqual(['swapped', 'swapped']);
    // Said twice is said once; said differently is too late.
    expect((await scene.post(`/duty/swaps/${asked.id}/answer`, { yes: true })).status).toBe(200);
    expect(codeOf(await scene.post(`/duty/swaps/${asked.id}/answer`, { yes: false }))).toEqual([
      409,
      'duty.swap-answered',
    ]);
  });

  it('change nothing with a no, nor when it is taken back first', async () => {
    const { id } = await mine(3);
    const wish = { toStaffId: scene.mette.id };
    const first = as<DutySwapResponse>(await ask(id, wish));
    const no = await scene.post(`/duty/swaps/${first.id}/answer`, { yes: false });
    expect(as<DutySwapResponse>(no).state).toBe('declined');
    const second = as<DutySwapResponse>(await ask(id, wish));
    const back = await scene.post(`/duty/swaps/${second.id}/take-back`, undefined, 'leader');
    expect(as<DutySwapResponse>(back).state).toBe('withdrawn');
    const late = await scene.post(`/duty/swaps/${second.id}/answer`, { yes: true });
    expect(codeOf(late)).toEqual([409, 'duty.swap-answered']);
    expect(await onTheList()).toEqual([[id, 'Lene Krog']]);
  });

  it('are the one who has the turn and the one who is asked, and nobody else', async () => {
    const { id } = await mine(3);
    const asked = as<DutySwapResponse>(await ask(id, { toStaffId: lars.id }));
    const answers = [
      await scene.post(`/duty/${id}/swap`, { toStaffId: lars.id }, 'consultant'),
      await scene.post(`/duty/swaps/${asked.id}/answer`, { yes: true }, 'consultant'),
      await scene.post(`/duty/swaps/${asked.id}/take-back`, undefined, 'consultant'),
      await ask(id, { toStaffId: scene.lene.id }),
      await ask(id, { toStaffId: lise.id }),
      await ask(scene.newId(), { toStaffId: lars.id }),
      await scene.post(`/duty/swaps/${scene.newId()}/answer`, { yes: true }),
      await scene.post(`/duty/swaps/${asked.id}/answer`, { yes: true }, 'otherMunicipality'),
    ];
    expect(answers.map(codeOf)).toEqual([
      [403, 'duty.swap-not-yours'],
      [403, 'duty.swap-not-yours'],
      [403, 'duty.swap-not-yours'],
      [422, 'duty.swap-same-person'],
      [422, 'duty.not-reachable'],
      [404, 'duty.not-found'],
      [404, 'duty.swap-not-found'],
      [404, 'duty.swap-not-found'],
    ]);
    expect(await onTheList()).toEqual([[id, 'Lene Krog']]);
  });

  it('are asked no more when a leader changes the turn meanwhile', async () => {
    const { id } = await mine(3);
    const asked = as<DutySwapResponse>(await ask(id, { toStaffId: scene.mette.id }));
    await scene.put(`/duty/${id}`, turnBody(4, { staffId: scene.lene.id }));
    expect((await list()).swaps).toEqual([]);
    const late = await scene.post(`/duty/swaps/${asked.id}/answer`, { yes: true });
    expect(codeOf(late)).toEqual([409, 'duty.swap-answered']);
  });
});

describe('leave', () => {
  const week = (days: number, more: object = {}) => ({
    from: addDays(today, days),
    to: addDays(today, days + 6),
    standInId: lars.id,
    ...more,
  });
  const take = (body: object, key: Parameters<Scene['post']>[2] = 'consultant') =>
    scene.post('/leaves', body, key);
  const leavesOf = async () => (await list()).leaves.map(({ staffId, from }) => [staffId, from]);
  beforeEach(() =>
    scene.within(async (unit) => {
      const takenBackAt = await unit.now();
      for (const leave of await unit.leaves.list({ takenBackAt: { isNull: true } }))
        await unit.leaves.update({ ...leave, takenBackAt });
    }),
  );

  it('is days and who answers; a turn in it is marked as nobody’s', async () => {
    const { id } = await turn(12);
    const taken = await take(week(10));
    expect([taken.status, taken.json]).toEqual([
      201,
      { id: expect.any(String), staffId: scene.mette.id, ...week(10), takenBackAt: null },
    ]);
    expect(as<LeaveResponse>(await take(week(10))).id).toBe(taken.json.id);
    const { turns, leaves } = await list();
    expect(leaves).toHaveLength(1);
    expect(turns).toEqual([expect.objectContaining({ id, isAway: true })]);
    const back = await scene.post(`/leaves/${taken.json.id}/take-back`);
    expect(as<LeaveResponse>(back).takenBackAt).toEqual(expect.any(String));
    expect((await scene.post(`/leaves/${taken.json.id}/take-back`)).json).toEqual(back.json);
    expect((await list()).turns).toEqual([expect.objectContaining({ id, isAway: false })]);
  });

  it('of somebody else is a leader’s to say and to take back', async () => {
    const ofLars = week(10, { staffId: lars.id, standInId: scene.mette.id });
    expect(codeOf(await take(ofLars))).toEqual([403, 'not-allowed']);
    const taken = await take(ofLars, 'leader');
    expect(taken.status).toBe(201);
    const back = `/leaves/${taken.json.id}/take-back`;
    expect(codeOf(await scene.post(back))).toEqual([403, 'not-allowed']);
    expect(codeOf(await scene.post(back, undefined, 'otherMunicipality'))).toEqual([404, 'leave.not-found']);
    expect(await leavesOf()).toEqual([[lars.id, addDays(today, 10)]]);
    expect((await scene.post(back, undefined, 'leader')).status).toBe(200);
    expect(await leavesOf()).toEqual([]);
  });

  it('is refused with nobody to answer, over other days of leave, and backwards', async () => {
    expect((await take(week(10))).status).toBe(201);
    const answers = [
      await take(week(12)),
      await take(week(20, { standInId: undefined })),
      await take(week(20, { standInId: lise.id })),
      await take(week(20, { standInId: scene.mette.id })),
      // Mette is away herself in these days.
      await take(week(12, { staffId: lars.id, standInId: scene.mette.id }), 'leader'),
      await take(week(20, { to: addDays(today, 19) })),
      await take({ ...week(-9), to: addDays(today, -3) }),
      await take(week(20, { staffId: scene.newId() }), 'leader'),
    ];
    expect(answers.map(codeOf)).toEqual([
      [409, 'leave.overlaps'],
      [422, 'leave.stand-in-away'],
      [422, 'leave.stand-in-away'],
      [422, 'leave.stand-in-away'],
      [422, 'leave.stand-in-away'],
      [422, 'leave.dates-invalid'],
      [422, 'leave.dates-invalid'],
      [404, 'staff.not-found'],
    ]);
    expect(await leavesOf()).toHaveLength(1);
  });

  it('is asked for no reason, and is the staff’s alone', async () => {
    const reasoned = await take(week(10, { reason: 'syg' }));
    expect([reasoned.status, reasoned.json.errors.map(({ path }) => path)]).toEqual([400, ['reason']]);
    const wrongDay = await take(week(10, { from: '2026-02-30' as LocalDate }));
    expect([wrongDay.status, wrongDay.json.errors.map(({ path }) => path)]).toEqual([400, ['from']]);
    for (const key of ['employer', 'integration'] as const) {
      expect((await take(week(10), key)).status).toBe(403);
      expect((await scene.post(`/leaves/${scene.newId()}/take-back`, undefined, key)).status).toBe(403);
    }
    expect(codeOf(await scene.post(`/leaves/${scene.newId()}/take-back`))).toEqual([404, 'leave.not-found']);
  });
});
