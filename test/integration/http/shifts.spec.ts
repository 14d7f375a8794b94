import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, isoWithOffset, localTimeOf, Temporal, type Shift } from '#domain';
import { withClient } from '../../../demo/src/database/index.js';
import { Scene, type Answer } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

type Key = Parameters<Scene['get']>[1];

const act = (shift: Shift, action: string, body?: unknown, key?: Key): Promise<Answer> =>
  scene.post(`/shifts/${shift.id}/${action}`, body, key);
const stateOf = async (shift: Shift): Promise<string> => (await scene.get(`/shifts/${shift.id}`)).json.state;
const minutesFromNow = (minutes: number): string => isoWithOffset(Temporal.Now.instant().add({ minutes }));
const refusal = ({ status, json }: Answer): unknown[] => [status, json.code];

describe('a shift', () => {
  it('is told with its wall times, its instants and who it is', async () => {
    const shift = await scene.shiftOn(3, { number: 4, breakMinutes: 15, flexibilityMinutes: 120 });
    const answer = await scene.get(`/shifts/${shift.id}`);
    expect(answer.json).toEqual({
      id: shift.id,
      agreementId: shift.agreementId,
      smallJobId: shift.smallJobId,
      citizenId: shift.citizenId,
      date: shift.date,
      start: '08:00',
      end: '12:00',
      startsAt: isoWithOffset(shift.startsAt),
      endsAt: isoWithOffset(shift.endsAt),
      paid: true,
      task: null,
      state: 'planned',
      arrivedAt: null,
      leftAt: null,
      number: 4,
      breakMinutes: 15,
      flexibilityMinutes: 120,
      absence: null,
      confirmedMinutes: null,
      confirmedAt: null,
      expectedAt: null,
      wellDoneAt: null,
      followUp: null,
      cancelReason: null,
    });
    expect(answer.json.startsAt).toMatch(/T08:00:00\.000\+0[12]:00$/);
  });

  it('is found by day, small job and citizen, both days included', async () => {
    const agreement = await scene.signedAgreement();
    const shifts = [
      await scene.shiftOn(20, { agreement }),
      await scene.shiftOn(21, { agreement }),
      await scene.shiftOn(23, { agreement }),
    ];
    const other = await scene.shiftOn(21);
    const ids = async (query: string) => (await scene.get(`/shifts?${query}`)).json.items.map(({ id }) => id);
    const [first, second, third] = shifts.map(({ id }) => id);
    expect(await ids(`citizenId=${agreement.citizenId}`)).toEqual([first, second, third]);
    expect(await ids(`smallJobId=${agreement.smallJobId}&from=${shifts[1]!.date}`)).toEqual([second, third]);
    expect(await ids(`from=${shifts[0]!.date}&to=${shifts[1]!.date}`)).toEqual([first, second, other.id]);
    expect((await scene.get('/shifts?from=i-dag')).json.errors[0].path).toBe('from');
    expect((await scene.get('/shifts?colour=red')).status).toBe(400);
  });

  it('of another company or municipality does not exist', async () => {
    const shift = await scene.shift();
    for (const key of ['otherEmployer', 'otherMunicipality'] as const) {
      expect(refusal(await scene.get(`/shifts/${shift.id}`, key))).toEqual([404, 'shift.not-found']);
      expect(refusal(await act(shift, 'check-in', undefined, key))).toEqual([404, 'shift.not-found']);
      expect(refusal(await act(shift, 'not-here', undefined, key))).toEqual([404, 'shift.not-found']);
      expect((await act(shift, 'cancel', { reason: 'x' }, key)).status).toBe(404);
      expect((await act(shift, 'attendance', { arrived: '08:00', left: '09:00' }, key)).status).toBe(404);
      expect((await act(shift, 'report-absence', { cause: 'sick', by: 'citizen' }, key)).status).toBe(404);
      expect(
        (await act(shift, 'move', { date: addDays(shift.date, 9), start: '08:00', end: '09:00' }, key))
          .status,
      ).toBe(404);
      expect((await scene.get('/shifts', key)).json.items).toEqual([]);
    }
    expect(await stateOf(shift)).toBe('planned');
    expect((await scene.get('/shifts/none')).json.errors[0].path).toBe('id');
  });

  it('may be read but not touched by an integration', async () => {
    const shift = await scene.shift();
    expect((await scene.get(`/shifts/${shift.id}`, 'integration')).json.citizenId).toBe(shift.citizenId);
    expect(refusal(await act(shift, 'check-in', undefined, 'integration'))).toEqual([403, 'forbidden']);
  });

  it('that somebody was shown is written down, with who saw whom', async () => {
    const shift = await scene.shift();
    const rows = () =>
      withClient(scene.adminUrl, async (client) => {
        const query =
          'SELECT who, purpose FROM access_log WHERE $1 = ANY (citizen_ids) ORDER BY purpose, who';
        return (await client.query(query, [shift.citizenId])).rows as unknown[];
      });
    expect(await rows()).toEqual([]);
    await scene.get(`/shifts/${shift.id}`, 'employer');
    await scene.get(`/shifts?citizenId=${shift.citizenId}`);
    expect(await rows()).toEqual([
      { who: 'Mette Holm', purpose: 'shift.list' },
      { who: 'Ali Demir', purpose: 'shift.show' },
    ]);
  });
});

describe('a company', () => {
  it('knows the person by first name and never why somebody is away', async () => {
    const shift = await scene.shift({ startsIn: 600 });
    await act(shift, 'report-absence', { cause: 'sick', by: 'citizen', note: 'Feber' });
    const answer = await scene.get(`/shifts/${shift.id}`, 'employer');
    expect(answer.json).toMatchObject({ person: 'Jonas', state: 'absent-reported' });
    expect(Object.keys(answer.json.absence)).toEqual(['at']);
    expect(Object.keys(answer.json)).not.toEqual(expect.arrayContaining(['citizenId']));
    expect(JSON.stringify(answer.json)).not.toMatch(/sick|Feber/);
    const listed = (await scene.get(`/shifts?smallJobId=${shift.smallJobId}`, 'employer')).json.items;
    expect(listed).toEqual([answer.json]);
    const staff = (await scene.get(`/shifts/${shift.id}`)).json.absence;
    expect(staff).toMatchObject({ cause: 'sick', by: 'citizen', note: 'Feber' });
    const system = (await scene.get(`/shifts/${shift.id}`, 'integration')).json;
    expect(Object.keys(system.absence)).toEqual(['at']);
  });

  it('sees the same after what it does itself', async () => {
    const shift = await scene.shift();
    const answer = await act(shift, 'check-in', undefined, 'employer');
    expect(answer.json).toMatchObject({ person: 'Jonas', state: 'present' });
    expect(answer.json.citizenId).toBeUndefined();
  });
});

describe('check-in', () => {
  it.each([
    ['present within a quarter of an hour', { startsIn: -10 }, 'present'],
    ['late after it', { startsIn: -40 }, 'late'],
    ['present as long as a late start is also fine', { startsIn: -40, flexibilityMinutes: 60 }, 'present'],
    ['late when nothing was heard', { startsIn: -40, state: 'unconfirmed' as const }, 'late'],
    ['late when the workplace had said not here', { startsIn: -40, state: 'missed' as const }, 'late'],
    ['present ahead of time', { startsIn: 30 }, 'present'],
  ])('makes it %s', async (_, given, state) => {
    const shift = await scene.shift(given);
    const answer = await act(shift, 'check-in');
    expect([answer.status, answer.json.state]).toEqual([200, state]);
    expect(
      Math.abs(Temporal.Instant.from(answer.json.arrivedAt).until(Temporal.Now.instant()).total('seconds')),
    ).toBeLessThan(20);
  });

  it('takes the time that is told, with or without the rest', async () => {
    const shift = await scene.shift({ startsIn: -60 });
    const at = minutesFromNow(-55);
    const answer = await act(shift, 'check-in', { at }, 'employer');
    expect(answer.json).toMatchObject({ state: 'present', arrivedAt: at });
    expect((await act(shift, 'check-in', {})).json.arrivedAt).toBe(at);
    expect((await act(shift, 'check-in', { at: minutesFromNow(-10) })).json.state).toBe('late');
  });

  it.each([
    ['before three hours ahead', { startsIn: 240 }, {}, 'shift.too-early'],
    ['in the future', { startsIn: -10 }, { at: minutesFromNow(20) }, 'shift.in-future'],
    ['after the end', { startsIn: -120, lasts: 60 }, {}, 'shift.times-invalid'],
  ])('%s is 422', async (_, given, body, code) => {
    const shift = await scene.shift(given);
    expect(refusal(await act(shift, 'check-in', body))).toEqual([422, code]);
    expect(await stateOf(shift)).toBe('planned');
  });

  it('of a cancelled shift is 409, and of an unknown shape 400', async () => {
    expect(refusal(await act(await scene.shift({ state: 'cancelled' }), 'check-in'))).toEqual([
      409,
      'shift.wrong-state',
    ]);
    const shift = await scene.shift();
    expect((await act(shift, 'check-in', { when: 'now' })).json.errors).toMatchObject([{ path: 'when' }]);
    expect((await act(shift, 'check-in', { at: '08:10' })).json.errors).toMatchObject([{ path: 'at' }]);
  });
});

describe('not here', () => {
  it('before the start is 422', async () => {
    const shift = await scene.shift({ startsIn: 5 });
    expect(refusal(await act(shift, 'not-here', undefined, 'employer'))).toEqual([422, 'shift.not-begun']);
  });

  it('opens one case on the ladder of its name, and says which', async () => {
    const shift = await scene.shift();
    const answer = await act(shift, 'not-here', {}, 'employer');
    expect([answer.status, answer.json.state, answer.json.person]).toEqual([200, 'missed', 'Jonas']);
    const opened = (await scene.get(`/escalations/${answer.json.escalationId}`)).json;
    expect(opened).toMatchObject({ ladder: 'not-here', state: 'open', shiftId: shift.id });
    expect((await act(shift, 'not-here')).json.escalationId).toBe(opened.id);
  });

  it('takes back what was known of coming and going', async () => {
    const shift = await scene.shiftOn(-1);
    await act(shift, 'attendance', { arrived: '08:00', left: '12:00' });
    expect((await act(shift, 'not-here')).json).toMatchObject({
      state: 'missed',
      arrivedAt: null,
      leftAt: null,
    });
  });

  it('cannot be said of somebody who has told that she cannot come', async () => {
    const shift = await scene.shift({ state: 'absent-reported' });
    expect(refusal(await act(shift, 'not-here'))).toEqual([409, 'shift.wrong-state']);
  });
});

describe('an absence', () => {
  it('ends the case, and the company hears that and not why', async () => {
    const shift = await scene.shift();
    const { escalationId } = (await act(shift, 'not-here')).json;
    const answer = await act(shift, 'report-absence', { cause: 'transport', by: 'contact' });
    expect(answer.json).toMatchObject({
      state: 'absent-reported',
      absence: { cause: 'transport', by: 'contact', note: null },
    });
    expect((await scene.get(`/escalations/${escalationId}`)).json).toMatchObject({
      state: 'closed',
      outcome: 'not-able-today',
    });
    const told = await scene.within((unit) =>
      unit.messages.list({ subjectId: shift.id, template: 'absence-company' }),
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0]!.data)).not.toContain('transport');
  });

  it.each([
    ['syg', 'workplace', 'sick', 'employer'],
    ['Illness', 'consultant', 'sick', 'contact'],
    ['family', 'citizen', 'family', 'citizen'],
  ])('understands %s by %s', async (cause, by, keptCause, keptBy) => {
    const shift = await scene.shift({ startsIn: 600 });
    const { absence } = (await act(shift, 'report-absence', { cause, by })).json;
    expect(absence).toMatchObject({ cause: keptCause, by: keptBy });
  });

  it('has a closed list of causes, and must say whose word it is', async () => {
    const shift = await scene.shift({ startsIn: 600 });
    expect(
      (await act(shift, 'report-absence', { cause: 'toString', by: 'citizen' })).json.errors,
    ).toMatchObject([{ path: 'cause' }]);
    expect((await act(shift, 'report-absence', { cause: 'sick' })).json.errors).toMatchObject([
      { path: 'by' },
    ]);
    expect(
      (await act(shift, 'report-absence', { cause: 'sick', by: 'citizen', diagnosis: 'x' })).json.errors,
    ).toMatchObject([{ path: 'diagnosis' }]);
  });
});

describe('attendance', () => {
  it('is told by wall time, and belongs to the day of the shift', async () => {
    const shift = await scene.shiftOn(-1);
    const answer = await act(shift, 'attendance', { arrived: '08:10', left: '11:45' }, 'employer');
    expect([answer.status, answer.json.state]).toEqual([200, 'present']);
    expect(answer.json.arrivedAt).toContain(`${shift.date}T08:10:00`);
    expect(answer.json.leftAt).toContain(`${shift.date}T11:45:00`);
    expect((await act(shift, 'attendance', { arrived: '09:10', left: '12:30' })).json.state).toBe('late');
  });

  it('is told by instants as well', async () => {
    const shift = await scene.shift({ startsIn: -300 });
    const body = { arrived: minutesFromNow(-290), left: minutesFromNow(-60) };
    expect((await act(shift, 'attendance', body)).json).toMatchObject({
      state: 'present',
      arrivedAt: body.arrived,
      leftAt: body.left,
    });
  });

  it('of a night shift goes over midnight, also for who came after it', async () => {
    const body = { start: '22:00', end: '06:00' };
    const shift = await scene.shiftOn(-2, body);
    const next = addDays(shift.date, 1);
    const onTime = (await act(shift, 'attendance', { arrived: '21:55', left: '06:05' })).json;
    expect([onTime.state, onTime.leftAt.slice(0, 16)]).toEqual(['present', `${next}T06:05`]);
    const late = (await act(shift, 'attendance', { arrived: '00:30', left: '06:00' })).json;
    expect([late.state, late.arrivedAt.slice(0, 16)]).toEqual(['late', `${next}T00:30`]);
  });

  it('cannot end in the future', async () => {
    const shift = await scene.shift({ startsIn: -60 });
    const at = (minutes: number) => localTimeOf(Temporal.Now.instant().add({ minutes }));
    expect(refusal(await act(shift, 'attendance', { arrived: at(-60), left: at(30) }))).toEqual([
      422,
      'shift.in-future',
    ]);
    const body = { arrived: minutesFromNow(-60), left: minutesFromNow(30) };
    expect(refusal(await act(shift, 'attendance', body))).toEqual([422, 'shift.in-future']);
    expect(await stateOf(shift)).toBe('planned');
  });

  it.each([
    ['left before arrived', { arrived: '11:00', left: '09:00' }],
    ['another day', { arrived: '2026-01-01T08:00:00+01:00', left: '2026-01-01T12:00:00+01:00' }],
    ['the middle of the night', { arrived: '02:00', left: '12:00' }],
  ])('is refused for %s', async (_, body) => {
    expect(refusal(await act(await scene.shiftOn(-4), 'attendance', body))).toEqual([
      422,
      'shift.times-invalid',
    ]);
  });

  it('needs two times that can be read', async () => {
    const shift = await scene.shiftOn(-1);
    const answer = await act(shift, 'attendance', { arrived: 'ti over otte', left: '2026-11-30T25:00:00Z' });
    expect(answer.json.errors.map(({ path }: { path: string }) => path)).toEqual(['arrived', 'left']);
    expect((await act(shift, 'attendance')).json.errors).toHaveLength(2);
  });

  it('stands once the hours are confirmed', async () => {
    const shift = await scene.shiftOn(-1, { confirmedMinutes: 240, confirmedAt: Temporal.Now.instant() });
    expect(refusal(await act(shift, 'attendance', { arrived: '09:00', left: '10:00' }))).toEqual([
      409,
      'shift.already-confirmed',
    ]);
  });
});

describe('cancelling', () => {
  it('tells the citizen why and the company that, once', async () => {
    const shift = await scene.shift({ startsIn: 600 });
    const answer = await act(shift, 'cancel', { reason: 'Ingen varer' });
    expect(answer.json).toMatchObject({ state: 'cancelled', cancelReason: 'Ingen varer' });
    const messages = await scene.within((unit) =>
      unit.messages.list({ subjectId: shift.id }, { order: [{ by: 'id' }] }),
    );
    expect(messages.map(({ template, receiver }) => [template, receiver])).toContainEqual([
      'shift-cancelled',
      'citizen',
    ]);
    expect(messages.map(({ template }) => template)).toContain('shift-cancelled-company');
    expect(messages[0]!.data).toMatchObject({ reason: 'Ingen varer' });
    expect(refusal(await act(shift, 'cancel', { reason: 'Igen' }))).toEqual([409, 'shift.wrong-state']);
  });

  it('by the company does not tell the company', async () => {
    const shift = await scene.shift({ startsIn: 600 });
    expect((await act(shift, 'cancel', { reason: 'Lukket' }, 'employer')).json.state).toBe('cancelled');
    expect(
      await scene.within((unit) => unit.messages.count({ subjectId: shift.id, receiver: 'company' })),
    ).toBe(0);
  });

  it('needs a reason', async () => {
    expect((await act(await scene.shift(), 'cancel')).json.errors).toMatchObject([{ path: 'reason' }]);
  });
});

describe('moving', () => {
  it('keeps who and what, and tells the citizen', async () => {
    const shift = await scene.shiftOn(5, { number: 3 });
    const to = { date: addDays(shift.date, 1), start: '10:00', end: '14:30' };
    const answer = await act(shift, 'move', to, 'employer');
    expect(answer.json).toMatchObject({ ...to, id: shift.id, number: 3, state: 'planned' });
    expect(answer.json.endsAt).toContain(`${to.date}T14:30:00`);
    const [told] = await scene.within((unit) => unit.messages.list({ subjectId: shift.id }));
    expect([told?.template, told?.receiver]).toEqual(['shift-moved', 'citizen']);
  });

  it('into a time when the citizen works elsewhere is 409', async () => {
    const agreement = await scene.signedAgreement();
    const shift = await scene.shiftOn(5, { agreement });
    const elsewhere = await scene.signedAgreement({ citizen: { id: agreement.citizenId } });
    const other = await scene.shiftOn(6, { agreement: elsewhere });
    const to = { date: other.date, start: '11:30', end: '13:00' };
    expect(refusal(await act(shift, 'move', to))).toEqual([409, 'shift.overlap']);
    expect((await act(shift, 'move', { ...to, start: '12:00' })).json).toMatchObject({
      date: other.date,
      start: '12:00',
    });
  });

  it('into the past is 422, and what has taken place stays', async () => {
    const shift = await scene.shiftOn(5);
    expect(
      refusal(await act(shift, 'move', { date: addDays(shift.date, -9), start: '08:00', end: '12:00' })),
    ).toEqual([422, 'shift.times-invalid']);
    const came = await scene.shift({ state: 'present' });
    expect(
      refusal(await act(came, 'move', { date: addDays(came.date, 9), start: '08:00', end: '12:00' })),
    ).toEqual([409, 'shift.wrong-state']);
    expect(
      (await act(shift, 'move', { date: shift.date, start: '24:00', end: '12:00' })).json.errors,
    ).toMatchObject([{ path: 'start' }]);
  });

  it('ends an open case: the plan was wrong', async () => {
    const shift = await scene.shift();
    const { escalationId } = (await act(shift, 'not-here')).json;
    expect(
      (await act(shift, 'move', { date: addDays(shift.date, 3), start: '08:00', end: '12:00' })).json.state,
    ).toBe('planned');
    expect((await scene.get(`/escalations/${escalationId}`)).json).toMatchObject({
      state: 'closed',
      outcome: 'plan-wrong',
    });
  });
});
