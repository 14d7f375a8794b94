import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal, type Shift } from '#domain';
import type { MonthResponse } from '../../../apps/api/src/rest/companies/months.responses.js';
import type { ClosingCalendarResponse } from '../../../apps/api/src/rest/companies/closing-days.responses.js';
import type { ShiftResponse } from '../../../apps/api/src/rest/shifts/shifts.responses.js';
import { Scene, type Answer } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

type Key = Parameters<Scene['get']>[1];
const shiftOf = ({ json }: Answer): ShiftResponse => json as unknown as ShiftResponse;
const monthOf = ({ json }: Answer): MonthResponse => json as unknown as MonthResponse;
const refusal = ({ status, json }: Answer): [number, string] => [status, json.code];

describe('POST /shifts/{id}/well-done', () => {
  const praise = (shift: Shift, key: Key = 'employer') =>
    scene.post(`/shifts/${shift.id}/well-done`, {}, key);

  it('writes one message for the citizen, however often it is tapped', async () => {
    const shift = await scene.shift({ startsIn: -30 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => praise(shift)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map((answer) => shiftOf(answer).wellDoneAt)).size).toBe(1);
    expect(shiftOf(answers[0]!).state).toBe('present');
    const told = await scene.within((unit) =>
      unit.messages.list({ template: 'well-done', subjectId: shift.id }),
    );
    expect(told.map(({ citizenId, data }) => [citizenId, data['sender']])).toEqual([
      [shift.citizenId, 'Ali'],
    ]);
  });

  it('is refused before the shift, long after it, of nobody, and to others', async () => {
    expect(refusal(await praise(await scene.shift({ startsIn: 30 })))).toEqual([422, 'shift.not-begun']);
    const old = await scene.shift({ startsIn: -60 * 24 * 20 });
    expect(refusal(await praise(old))).toEqual([422, 'shift.too-long-ago']);
    const missed = await scene.shift({ state: 'missed' });
    expect(refusal(await praise(missed))).toEqual([409, 'shift.wrong-state']);
    const shift = await scene.shift();
    expect(refusal(await praise(shift, 'otherEmployer'))).toEqual([404, 'shift.not-found']);
    expect(refusal(await praise(shift, 'otherMunicipality'))).toEqual([404, 'shift.not-found']);
    expect((await praise(shift, 'integration')).status).toBe(403);
  });
});

describe('POST /shifts/{id}/expected-later', () => {
  const later = (shift: Shift, body: object, key: Key = 'employer') =>
    scene.post(`/shifts/${shift.id}/expected-later`, body, key);

  it('says when the person is awaited, counted from now or from the start', async () => {
    const running = await scene.shift({ startsIn: -5 });
    const awaited = shiftOf(await later(running, { minutes: 30 })).expectedAt!;
    const minutes = Temporal.Now.instant().until(Temporal.Instant.from(awaited)).total('minutes');
    expect(Math.round(minutes)).toBe(30);
    const coming = await scene.shift({ startsIn: 60 });
    const told = Temporal.Instant.from(shiftOf(await later(coming, { minutes: 15 })).expectedAt!);
    // To the minute, and never a minute too early.
    expect(Math.floor(coming.startsAt.until(told).total('minutes'))).toBe(15);
    const at = coming.startsAt.add({ minutes: 45 }).toString();
    expect(
      Temporal.Instant.from(shiftOf(await later(coming, { at })).expectedAt!)
        .since(coming.startsAt)
        .total('minutes'),
    ).toBeCloseTo(45, -1);
  });

  it('is refused outside the shift, of whoever is here, and to others', async () => {
    const shift = await scene.shift({ startsIn: -5, lasts: 60 });
    expect(refusal(await later(shift, { minutes: 60 }))).toEqual([422, 'shift.times-invalid']);
    expect((await later(shift, { minutes: 0 })).status).toBe(400);
    expect((await later(shift, { at: 'om lidt' })).status).toBe(400);
    expect(refusal(await later(shift, {}, 'otherEmployer'))).toEqual([404, 'shift.not-found']);
    await scene.post(`/shifts/${shift.id}/check-in`, {}, 'employer');
    expect(refusal(await later(shift, { minutes: 15 }))).toEqual([409, 'shift.wrong-state']);
  });
});

describe('what the workplace hears at once', () => {
  it('who has been told, and never why somebody is not there', async () => {
    const shift = await scene.shift({ startsIn: -20 });
    const { followUp, absence } = shiftOf(await scene.post(`/shifts/${shift.id}/not-here`, {}, 'employer'));
    expect(followUp).toEqual({
      says: 'told',
      name: 'Mette Holm',
      phone: '+4520123456',
      before: null,
      text: 'Mette har fået besked.',
    });
    expect(absence).toBeNull();
    const open = await scene.within((unit) => unit.escalations.first({ shiftId: shift.id }));
    await scene.post(`/escalations/${open!.id}/acknowledge`, { action: 'call' });
    const told = shiftOf(await scene.get(`/shifts/${shift.id}`, 'employer')).followUp!;
    expect([told.says, told.text]).toEqual([
      'talks',
      expect.stringMatching(/^Mette taler med \S+ nu\. Mette ringer inden kl\. [\d.]+\.$/),
    ]);
    await scene.post(`/shifts/${shift.id}/report-absence`, {
      cause: 'sick',
      by: 'citizen',
      note: 'influenza',
    });
    const text = JSON.stringify((await scene.get(`/shifts/${shift.id}`, 'employer')).json);
    expect(text).not.toMatch(/sick|influenza/);
    expect(shiftOf(await scene.get(`/shifts/${shift.id}`, 'employer')).followUp).toBeNull();
  });
});

describe('GET and POST /companies/{id}/months/{month}', () => {
  const path = (month = '2024-10'): string => `/companies/${scene.company.id}/months/${month}`;
  const past = async (date: string, over: Partial<Shift> = {}): Promise<Shift> =>
    scene.shift({
      agreement: await scene.signedAgreement({ citizen: { name: 'Rosa Prøvesen' } }),
      date,
      start: '08:00',
      end: '12:00',
      startsAt: Temporal.Instant.from(`${date}T08:00:00+02:00`),
      endsAt: Temporal.Instant.from(`${date}T12:00:00+02:00`),
      ...over,
    });

  it('fills in, confirms all at once with corrections, and is the same when sent again', async () => {
    const right = await past('2024-09-02');
    const wrong = await past('2024-09-03');
    const unpaid = await past('2024-09-04', { paid: false, task: 'Følge med' });
    await past('2024-09-05', { state: 'missed' });
    const before = monthOf(await scene.get(path('2024-09'), 'employer'));
    expect(before.totals).toMatchObject({ paidMinutes: 480, unpaidMinutes: 240, toConfirm: 3, coming: 0 });
    expect(before.people.map(({ person, notWorked }) => [person, notWorked.length])).toContainEqual([
      'Rosa Prøvesen',
      1,
    ]);
    const line = ({ id }: Shift) =>
      before.people
        .flatMap(({ paid, unpaid: other }) => [...paid, ...other])
        .find((row) => row.shiftId === id);
    expect([right, unpaid].map((shift) => line(shift)?.canCorrect)).toEqual([true, true]);
    expect(before.people.flatMap(({ notWorked }) => notWorked).map(({ canCorrect }) => canCorrect)).toEqual([
      true,
    ]);
    expect(before.people.every((person) => person.citizenId === undefined)).toBe(true);
    const body = {
      version: before.version,
      corrections: [{ shiftId: wrong.id, arrived: '09:00', left: '12:00', breakMinutes: 15 }],
    };
    const after = await scene.post(`${path('2024-09')}/confirm`, body, 'employer');
    expect(after.status).toBe(200);
    expect(monthOf(after).totals).toMatchObject({
      toConfirm: 0,
      confirmedPaidMinutes: 240 + 165,
      confirmedUnpaidMinutes: 240,
    });
    const confirmed = monthOf(after).people.flatMap(({ paid }) => paid);
    expect(confirmed.map(({ canCorrect }) => canCorrect)).toEqual([false, false]);
    const again = await scene.post(`${path('2024-09')}/confirm`, body, 'employer');
    expect(again.json).toEqual(after.json);
    const rows = await scene.within((unit) => unit.shifts.list({ id: { in: [right.id, unpaid.id] } }));
    expect(rows.map(({ confirmedMinutes }) => confirmedMinutes)).toEqual([240, 240]);
  });

  it('is 409 with the shifts when something has changed, and then nothing is confirmed', async () => {
    const [one, two] = [await past('2024-08-05'), await past('2024-08-06')];
    const { version } = monthOf(await scene.get(path('2024-08'), 'employer'));
    await scene.post(`/shifts/${one.id}/not-here`, {}, 'consultant');
    const stale = await scene.post(`${path('2024-08')}/confirm`, { version, corrections: [] }, 'employer');
    expect(refusal(stale)).toEqual([409, 'month.changed']);
    expect(stale.json.details).toEqual({ changed: [{ shiftId: one.id, state: 'missed', minutes: 0 }] });
    expect((await scene.within((unit) => unit.shifts.find(two.id)))?.confirmedAt).toBeNull();
    const bad = await scene.post(`${path('2024-08')}/confirm`, { version: 'x', corrections: [] }, 'employer');
    expect(refusal(bad)).toEqual([409, 'month.changed']);
  });

  it('two colleagues at once confirm it once', async () => {
    const shift = await past('2024-07-01');
    const { version } = monthOf(await scene.get(path('2024-07'), 'employer'));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        scene.post(`${path('2024-07')}/confirm`, { version, corrections: [] }, 'employer'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const events = await scene.within((unit) => unit.shifts.find(shift.id));
    expect(events?.confirmedMinutes).toBe(240);
  });

  it('is of the company and the staff, and of a month there is', async () => {
    expect((await scene.get(path(), 'otherEmployer')).status).toBe(404);
    expect((await scene.get(path(), 'otherMunicipality')).status).toBe(404);
    expect((await scene.get(path(), 'integration')).status).toBe(403);
    expect((await scene.get(path('2024-13'), 'employer')).status).toBe(400);
    const month = monthOf(await scene.get(path('2024-09'), 'consultant'));
    expect(month.people[0]?.citizenId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('closing days', () => {
  const days = (more = ''): string => `/companies/${scene.company.id}/closing-days${more}`;

  it('have a calendar, a preview that changes nothing, and a way back', async () => {
    const year = Temporal.Now.plainDateISO().year + 1;
    const shift = await scene.shift({
      date: `${year}-10-05`,
      startsAt: Temporal.Instant.from(`${year}-10-05T08:00:00Z`),
      endsAt: Temporal.Instant.from(`${year}-10-05T10:00:00Z`),
    });
    const preview = await scene.get(days(`/preview?from=${year}-10-05&to=${year}-10-06`), 'employer');
    expect(preview.json).toEqual({ shifts: 1, people: 1 });
    const posted = await scene.post(days(), { from: `${year}-10-05`, to: `${year}-10-06` }, 'employer');
    const twice = await scene.post(days(), { from: `${year}-10-05`, to: `${year}-10-06` }, 'employer');
    expect([posted.status, twice.json]).toEqual([201, posted.json]);
    const calendar = (await scene.get(days('/calendar'), 'employer'))
      .json as unknown as ClosingCalendarResponse;
    expect(calendar.closingDays).toMatchObject([{ cancelledShifts: 1, canTakeBack: true }]);
    expect(calendar.holidays.length).toBeGreaterThan(8);
    expect(calendar.suggestions.map(({ kind }) => kind)).toContain('week-42');
    const id = posted.json.id;
    expect(refusal(await scene.post(days(`/${id}/take-back`), {}, 'otherEmployer'))).toEqual([
      404,
      'company.not-found',
    ]);
    const back = await scene.post(days(`/${id}/take-back`), {}, 'employer');
    expect(back.json).toMatchObject({ backOn: 0, leftOut: 1 });
    expect((await scene.within((unit) => unit.shifts.find(shift.id)))?.state).toBe('cancelled');
    expect(refusal(await scene.post(days(`/${id}/take-back`), {}, 'employer'))).toEqual([
      404,
      'company.closing-days-not-found',
    ]);
  });

  it.each([
    ['company.closing-days-invalid', 3, 2],
    ['company.closing-days-past', -1, 5],
    ['company.closing-days-too-long', 1, 368],
  ])('are refused as %s, by the preview and by closing', async (code, first, last) => {
    const today = Temporal.Now.plainDateISO('Europe/Copenhagen');
    const [from, to] = [first, last].map((after) => today.add({ days: after }).toString());
    const preview = await scene.get(days(`/preview?from=${from}&to=${to}`), 'employer');
    expect(refusal(preview)).toEqual([422, code]);
    expect(refusal(await scene.post(days(), { from, to }, 'consultant'))).toEqual([422, code]);
    expect(await scene.within((unit) => unit.closingDays.count({ from, to }))).toBe(0);
  });

  it('are too late to take back when they are tomorrow and shifts were cancelled', async () => {
    const tomorrow = Temporal.Now.plainDateISO('Europe/Copenhagen').add({ days: 1 }).toString();
    await scene.shiftOn(1);
    const posted = await scene.post(days(), { from: tomorrow, to: tomorrow }, 'employer');
    expect(refusal(await scene.post(days(`/${posted.json.id}/take-back`), {}, 'employer'))).toEqual([
      409,
      'company.closing-days-too-late',
    ]);
    expect((await scene.get(days('/preview?from=2027-02-02&to=2027-02-01'), 'employer')).status).toBe(422);
  });
});
