import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, localDateOf, Temporal, type Agreement, type Shift } from '#domain';
import { Scene, type Answer, type AnswerJson } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

const thisMonth = localDateOf(Temporal.Now.instant()).slice(0, 7);
const confirm = (shift: Shift, body?: unknown, key?: Parameters<Scene['get']>[1]): Promise<Answer> =>
  scene.post(`/paid-hours/${shift.id}/confirm`, body, key);
const ledger = async ({ citizenId }: { citizenId: string }, month: string): Promise<AnswerJson> =>
  (await scene.get(`/paid-hours?citizenId=${citizenId}&month=${month}`)).json;

/** A shift by wall time on a fixed day of October 2024, when the clock goes back on the 27th. */
function shiftOn(
  agreement: Agreement,
  date: string,
  start: string,
  end: string,
  more: Partial<Shift> = {},
): Promise<Shift> {
  const at = (day: string, wall: string): Temporal.Instant =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: wall })
      .toInstant();
  return scene.shift({
    agreement,
    date,
    start,
    end,
    startsAt: at(date, start),
    endsAt: at(end <= start ? addDays(date, 1) : date, end),
    ...more,
  });
}

describe('a month', () => {
  it('counts paid and unpaid apart, line by line and together', async () => {
    const agreement = await scene.signedAgreement();
    const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
    await shiftOn(agreement, '2024-10-05', '08:00', '12:00', { breakMinutes: 15 });
    await shiftOn(agreement, '2024-10-06', '09:00', '11:00', { paid: false, task: 'Følge med' });
    const late = {
      state: 'late' as const,
      arrivedAt: at('2024-10-07T09:30:00+02:00'),
      leftAt: at('2024-10-07T12:00:00+02:00'),
    };
    await shiftOn(agreement, '2024-10-07', '08:00', '12:00', late);
    await shiftOn(agreement, '2024-10-08', '08:00', '12:00', { state: 'missed' });
    await shiftOn(agreement, '2024-10-09', '08:00', '12:00', { state: 'cancelled' });
    const { items, totals } = await ledger(agreement, '2024-10');
    expect(
      items.map(({ date, paidMinutes, unpaidMinutes, state }) => [date, paidMinutes, unpaidMinutes, state]),
    ).toEqual([
      ['2024-10-05', 225, 0, 'planned'],
      ['2024-10-06', 0, 120, 'planned'],
      ['2024-10-07', 150, 0, 'late'],
      ['2024-10-08', 0, 0, 'missed'],
    ]);
    expect(totals).toEqual({ paidMinutes: 375, unpaidMinutes: 120 });
  });

  it('has its first and its last day, and no other', async () => {
    const agreement = await scene.signedAgreement();
    for (const date of ['2024-08-31', '2024-09-01', '2024-09-30', '2024-10-01'])
      await shiftOn(agreement, date, '08:00', '09:00');
    const days = (await ledger(agreement, '2024-09')).items.map(({ date }) => date);
    expect(days).toEqual(['2024-09-01', '2024-09-30']);
    expect((await ledger(agreement, '2024-02')).items).toEqual([]);
  });

  it('has an hour more in the night when the clock goes back', async () => {
    const agreement = await scene.signedAgreement();
    await shiftOn(agreement, '2024-10-26', '22:00', '06:00');
    await shiftOn(agreement, '2024-03-30', '22:00', '06:00');
    expect((await ledger(agreement, '2024-10')).totals.paidMinutes).toBe(9 * 60);
    expect((await ledger(agreement, '2024-03')).totals.paidMinutes).toBe(7 * 60);
  });

  it('is this one when none is named', async () => {
    const shift = await scene.shift({ date: `${thisMonth}-15` });
    const { items } = (await scene.get(`/paid-hours?citizenId=${shift.citizenId}`)).json;
    expect(items.map(({ shiftId }) => shiftId)).toEqual([shift.id]);
  });

  it('shows a company its own, an integration everything, and another municipality nothing', async () => {
    const agreement = await scene.signedAgreement();
    await shiftOn(agreement, '2024-05-05', '08:00', '12:00');
    const lines = async (key: Parameters<Scene['get']>[1]) =>
      (await scene.get('/paid-hours?month=2024-05', key)).json;
    expect((await lines('employer')).totals).toEqual({ paidMinutes: 240, unpaidMinutes: 0 });
    expect((await lines('integration')).items).toHaveLength(1);
    for (const key of ['otherEmployer', 'otherMunicipality'] as const) {
      expect(await lines(key)).toEqual({ items: [], totals: { paidMinutes: 0, unpaidMinutes: 0 } });
    }
  });

  it.each(['2026-13', '0000-01', 'maj', '2026-1', ''])('written %p is 400', async (month) => {
    const answer = await scene.get(`/paid-hours?month=${month}`);
    expect([answer.status, answer.json.errors[0].path]).toEqual([400, 'month']);
  });
});

describe('confirming', () => {
  it('what stands there needs no body, and stands from then on', async () => {
    const agreement = await scene.signedAgreement();
    const shift = await shiftOn(agreement, '2024-10-12', '08:00', '12:00', { breakMinutes: 30 });
    const answer = await confirm(shift, undefined, 'employer');
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      shiftId: shift.id,
      date: '2024-10-12',
      paidMinutes: 210,
      unpaidMinutes: 0,
      state: 'planned',
    });
    expect(answer.json.confirmedAt).toMatch(/[+]0[12]:00$/);
    expect((await ledger(agreement, '2024-10')).items).toEqual([answer.json]);
    expect((await scene.get(`/shifts/${shift.id}`)).json).toMatchObject({
      confirmedMinutes: 210,
      confirmedAt: answer.json.confirmedAt,
    });
  });

  it('other minutes corrects them, also the unpaid ones', async () => {
    const agreement = await scene.signedAgreement();
    const paid = await shiftOn(agreement, '2024-10-13', '08:00', '12:00');
    const unpaid = await shiftOn(agreement, '2024-10-14', '08:00', '12:00', {
      paid: false,
      task: 'Følge med',
    });
    expect((await confirm(paid, { minutes: 180 })).json.paidMinutes).toBe(180);
    expect((await confirm(unpaid, { minutes: 0 })).json).toMatchObject({ paidMinutes: 0, unpaidMinutes: 0 });
    expect((await ledger(agreement, '2024-10')).totals).toEqual({ paidMinutes: 180, unpaidMinutes: 0 });
  });

  it('twice is the same once, and other minutes afterwards are 409', async () => {
    const shift = await shiftOn(await scene.signedAgreement(), '2024-10-15', '08:00', '12:00');
    const first = await confirm(shift, { minutes: 200 });
    expect([(await confirm(shift)).json, (await confirm(shift, { minutes: 200 })).json]).toEqual([
      first.json,
      first.json,
    ]);
    const other = await confirm(shift, { minutes: 201 });
    expect([other.status, other.json.code]).toEqual([409, 'shift.already-confirmed']);
  });

  it('waits until the shift is over, or the person has come', async () => {
    const running = await scene.shift({ startsIn: -30 });
    const early = await confirm(running);
    expect([early.status, early.json.code]).toEqual([422, 'shift.not-over']);
    await scene.post(`/shifts/${running.id}/check-in`);
    expect((await confirm(running)).status).toBe(200);
  });

  it('a cancelled shift is 409, and far too many minutes 422', async () => {
    const agreement = await scene.signedAgreement();
    const cancelled = await confirm(
      await shiftOn(agreement, '2024-10-16', '08:00', '12:00', { state: 'cancelled' }),
    );
    expect([cancelled.status, cancelled.json.code]).toEqual([409, 'shift.wrong-state']);
    const shift = await shiftOn(agreement, '2024-10-19', '08:00', '12:00');
    const tooMany = await confirm(shift, { minutes: 481 });
    expect([tooMany.status, tooMany.json.code, tooMany.json.details]).toEqual([
      422,
      'shift.times-invalid',
      { most: 480 },
    ]);
    expect((await confirm(shift, { minutes: -1 })).json.errors).toMatchObject([{ path: 'minutes' }]);
    expect((await confirm(shift, { hours: 4 })).json.errors).toMatchObject([{ path: 'hours' }]);
  });

  it('is for the company of the shift and the staff', async () => {
    const shift = await shiftOn(await scene.signedAgreement(), '2024-10-20', '08:00', '12:00');
    expect((await confirm(shift, undefined, 'otherEmployer')).json.code).toBe('shift.not-found');
    expect((await confirm(shift, undefined, 'otherMunicipality')).status).toBe(404);
    expect((await confirm(shift, undefined, 'integration')).status).toBe(403);
    expect((await scene.get(`/shifts/${shift.id}`)).json.confirmedAt).toBeNull();
  });
});
