import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, localDateOf, Temporal, weekdayOf, type Offer } from '#domain';
import { Scene, type Answer, type AnswerJson } from './agreements-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.start();
});
afterAll(() => scene.stop());

const today = localDateOf(Temporal.Now.instant());
const mornings = ([1, 3, 5] as const).map((weekday) => ({ weekday, start: '08:00', end: '12:00' }));
const night = [{ weekday: 6, start: '22:00', end: '06:00' }];

/** The next Sunday on which the clock changes, far enough ahead that an agreement can begin well before it. */
function clockChange(month: 3 | 10, after = addDays(today, 20)): string {
  const lastSunday = (year: number): string => {
    const end = Temporal.PlainDate.from({ year, month, day: 31 });
    return end.subtract({ days: end.dayOfWeek % 7 }).toString();
  };
  const { year } = Temporal.PlainDate.from(after);
  return lastSunday(year) > after ? lastSunday(year) : lastSunday(year + 1);
}

/** One that is no holiday as well: now and then the clock goes forward on Easter Sunday. */
async function workingClockChange(): Promise<string> {
  let sunday = clockChange(3);
  const isHoliday = async (): Promise<boolean> =>
    (await scene.within((unit) => unit.holidays(sunday, sunday))).has(sunday);
  while (await isHoliday()) sunday = clockChange(3, sunday);
  return sunday;
}

const draw = (offer: Offer, more: object = {}): Promise<Answer> =>
  scene.post('/agreements', { offerId: offer.id, startDate: addDays(today, 7), paid: mornings, ...more });

async function signed(
  more: object = {},
  given: Parameters<Scene['acceptedOffer']>[0] = {},
): Promise<AnswerJson> {
  const { json } = await draw(await scene.acceptedOffer(given), more);
  for (const party of ['employer', 'citizen', 'municipality'])
    await scene.post(`/agreements/${json.id}/sign`, { party });
  const answer = await scene.get(`/agreements/${json.id}`);
  expect(answer.json.state).toBe('signed');
  return answer.json;
}

async function shiftsOf({ citizenId }: { citizenId: string }, more = ''): Promise<AnswerJson[]> {
  const { json } = await scene.get(`/shifts?citizenId=${citizenId}&limit=500${more}`);
  return json.items.filter(({ state }: { state: string }) => state !== 'cancelled');
}

const hoursBetween = (shift: { startsAt: string; endsAt: string }): number =>
  Temporal.Instant.from(shift.startsAt).until(shift.endsAt).total('hours');

describe('an agreement is drawn up', () => {
  it('as a draft, with empty lists for what was not said', async () => {
    const offer = await scene.acceptedOffer();
    const answer = await draw(offer);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      offerId: offer.id,
      smallJobId: offer.smallJobId,
      citizenId: offer.citizenId,
      companyId: scene.company.id,
      state: 'draft',
      paid: mornings.map((slot) => ({ ...slot, breakMinutes: 0 })),
      unpaid: [],
      expectations: [],
      callAgreement: null,
      firstDay: null,
      signatures: [],
      plannedTo: null,
      signedAt: null,
    });
    expect(answer.json.paidFrom).toBe(answer.json.startDate);
    expect(answer.json.createdAt).toMatch(/[+]0[12]:00$/);
    expect((await scene.get(`/agreements/${answer.json.id}`)).json).toEqual(answer.json);
  });

  it('once, however often the same request arrives', async () => {
    const offer = await scene.acceptedOffer();
    const body = { offerId: offer.id, startDate: addDays(today, 7), paid: mornings };
    const [first, second] = [
      await scene.post('/agreements', body, 'consultant', { 'idempotency-key': offer.id }),
      await scene.post('/agreements', body, 'consultant', { 'idempotency-key': offer.id }),
    ];
    expect([first.status, second.status, second.json.id]).toEqual([201, 201, first.json.id]);
  });

  it('not before the citizen has said yes', async () => {
    const answer = await draw(
      await scene.acceptedOffer({ offer: { state: 'sent', acceptedAt: null, bindingAt: null } }),
    );
    expect([answer.status, answer.json.code]).toEqual([409, 'offer.not-accepted']);
  });

  it('only once for an offer', async () => {
    const offer = await scene.acceptedOffer();
    const { json } = await draw(offer);
    const again = await draw(offer);
    expect([again.status, again.json.code, again.json.details.agreementId]).toEqual([
      409,
      'agreement.already-exists',
      json.id,
    ]);
  });

  it.each([
    [
      'the task is both paid and unpaid',
      { unpaid: [{ weekday: 2, start: '08:00', end: '10:00', task: ' fjerne TOMME kasser' }] },
      'agreement.same-task-paid-and-unpaid',
    ],
    [
      'its category is both paid and unpaid',
      { unpaid: [{ weekday: 2, start: '08:00', end: '10:00', task: 'Lager' }] },
      'agreement.same-task-paid-and-unpaid',
    ],
    [
      'two slots overlap',
      { unpaid: [{ weekday: 1, start: '11:00', end: '13:00', task: 'Kantine' }] },
      'agreement.slots-overlap',
    ],
    ['there are no paid hours', { paid: [] }, 'agreement.no-paid-hours'],
    ['it is paid before it begins', { paidFrom: today }, 'agreement.dates-invalid'],
  ])('is refused with 422 when %s', async (_, more, code) => {
    const answer = await draw(await scene.acceptedOffer(), more);
    expect([answer.status, answer.json.code]).toEqual([422, code]);
  });

  it.each([
    ['colour', { colour: 'red' }],
    ['paid.0.colour', { paid: [{ weekday: 1, start: '08:00', end: '12:00', colour: 'red' }] }],
    ['paid.0.start', { paid: [{ weekday: 1, start: '24:00', end: '12:00' }] }],
    ['firstDay.meet', { firstDay: { meet: 'moon', where: 'x', at: '08:00' } }],
    ['startDate', { startDate: '2026-02-30' }],
    ['paid', { paid: null }],
  ])('is refused with 400 at %s', async (path, more) => {
    const answer = await draw(await scene.acceptedOffer(), more);
    expect([answer.status, answer.json.code, answer.json.errors[0].path]).toEqual([400, 'shape', path]);
  });

  it('by the municipality, never by a company or another municipality', async () => {
    const body = { offerId: (await scene.acceptedOffer()).id, startDate: today, paid: mornings };
    expect((await scene.post('/agreements', body, 'employer')).status).toBe(403);
    expect((await scene.post('/agreements', body, 'integration')).status).toBe(403);
    const foreign = await scene.post('/agreements', body, 'otherMunicipality');
    expect([foreign.status, foreign.json.code]).toEqual([404, 'offer.not-found']);
  });
});

describe('three signatures', () => {
  it('plan the shifts, and two do not', async () => {
    const { json } = await draw(await scene.acceptedOffer(), { startDate: clockMonday() });
    const sign = (party: string) => scene.post(`/agreements/${json.id}/sign`, { party });
    expect((await sign('employer')).status).toBe(200);
    expect((await sign('citizen')).json).toMatchObject({ state: 'draft', plannedTo: null });
    expect(await shiftsOf(json)).toEqual([]);
    const last = await sign('municipality');
    expect(last.json).toMatchObject({ state: 'signed', plannedTo: addDays(clockMonday(), 56) });
    expect(last.json.signatures.map(({ party, by, onBehalf }) => [party, by, onBehalf])).toEqual([
      ['employer', 'Mette Holm', true],
      ['citizen', 'Mette Holm', true],
      ['municipality', 'Mette Holm', false],
    ]);
    // Eight weeks of three, and the Monday at the end.
    expect(await shiftsOf(json)).toHaveLength(25);
  });

  it('keep the wall time when the clock goes back, and a night is an hour longer', async () => {
    const sunday = clockChange(10);
    const agreement = await signed({ startDate: addDays(sunday, -13) });
    const shifts = await shiftsOf(agreement, `&from=${addDays(sunday, -7)}&to=${addDays(sunday, 7)}`);
    expect(shifts.map(({ start, end }) => `${start}-${end}`)).toEqual(Array(6).fill('08:00-12:00'));
    expect(new Set(shifts.map(({ startsAt }) => startsAt.slice(11)))).toEqual(
      new Set(['08:00:00.000+02:00', '08:00:00.000+01:00']),
    );
    const nights = await shiftsOf(await signed({ startDate: addDays(sunday, -8), paid: night }));
    const [before, at] = nights.map(hoursBetween);
    expect([before, at]).toEqual([8, 9]);
  });

  it('keep the wall time when the clock goes forward, and a night is an hour shorter', async () => {
    const sunday = clockChange(3);
    const nights = await shiftsOf(await signed({ startDate: addDays(sunday, -8), paid: night }));
    expect(nights.slice(0, 3).map(hoursBetween)).toEqual([8, 7, 8]);
    expect(nights.slice(0, 3).map(({ start, end }) => `${start}-${end}`)).toEqual(
      Array(3).fill('22:00-06:00'),
    );
  });

  it('plan nothing within the hour that is skipped, and everything else', async () => {
    const sunday = await workingClockChange();
    const agreement = await signed({
      startDate: addDays(sunday, -13),
      paid: [{ weekday: 7, start: '02:00', end: '03:00' }],
    });
    const dates = (await shiftsOf(agreement)).map(({ date }) => date);
    expect(dates).toContain(addDays(sunday, -7));
    expect(dates).toContain(addDays(sunday, 7));
    expect(dates).not.toContain(sunday);
  });

  it('plan no shift at Christmas, nor when the company is closed', async () => {
    const year = Temporal.PlainDate.from(today).year + 1;
    const everyDay = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
      weekday,
      start: '08:00',
      end: '10:00',
    }));
    const closed = { from: `${year}-12-12`, to: `${year}-12-14` };
    await scene.within((unit) =>
      unit.closingDays.insert({
        id: scene.newId(),
        municipalityId: scene.municipalityId,
        companyId: scene.company.id,
        ...closed,
        reason: 'Optælling',
        cancelledShiftIds: [],
      }),
    );
    const agreement = await signed({ startDate: `${year}-12-10`, paid: everyDay });
    const dates = (await shiftsOf(agreement, `&to=${year}-12-27`)).map(({ date }) => date.slice(5));
    expect(dates).toEqual([
      '12-10',
      '12-11',
      '12-15',
      '12-16',
      '12-17',
      '12-18',
      '12-19',
      '12-20',
      '12-21',
      '12-22',
      '12-23',
      '12-24',
      '12-27',
    ]);
  });

  it('plan unpaid hours from the start and paid ones from their day, apart', async () => {
    const start = clockMonday();
    const unpaid = [{ weekday: 2, start: '09:00', end: '11:00', task: 'Følge med på truckkørsel' }];
    const agreement = await signed({ startDate: start, paidFrom: addDays(start, 14), unpaid });
    const shifts = await shiftsOf(agreement, `&to=${addDays(start, 15)}`);
    expect(shifts.map(({ date, paid, task }) => [date, paid, task])).toEqual([
      [addDays(start, 1), false, 'Følge med på truckkørsel'],
      [addDays(start, 8), false, 'Følge med på truckkørsel'],
      [addDays(start, 14), true, null],
      [addDays(start, 15), false, 'Følge med på truckkørsel'],
    ]);
  });

  it('plan only what is still to come, however long ago the agreement began', async () => {
    const agreement = await signed({ startDate: '1990-01-01' });
    const dates = (await shiftsOf(agreement)).map(({ date }) => date);
    expect(dates.length).toBeGreaterThan(20);
    expect(dates.every((date) => date >= addDays(today, -1))).toBe(true);
  });

  it('are refused when the citizen works elsewhere then, and leave the draft as it was', async () => {
    const first = await signed();
    const offer = await scene.acceptedOffer({ citizen: { id: first.citizenId } });
    const { json } = await draw(offer, { paid: [{ weekday: 3, start: '11:30', end: '14:00' }] });
    const sign = (party: string) => scene.post(`/agreements/${json.id}/sign`, { party });
    await sign('employer');
    await sign('citizen');
    const refused = await sign('municipality');
    expect([refused.status, refused.json.code]).toEqual([409, 'shift.overlap']);
    expect((await scene.get(`/agreements/${json.id}`)).json).toMatchObject({
      state: 'draft',
      signatures: [{ party: 'employer' }, { party: 'citizen' }],
    });
  });

  it('come each from its own side: a company signs for itself only', async () => {
    const { json } = await draw(await scene.acceptedOffer());
    const sign = (party: string, key: 'employer' | 'otherEmployer' | 'integration') =>
      scene.post(`/agreements/${json.id}/sign`, { party }, key);
    const citizen = await sign('citizen', 'employer');
    expect([citizen.status, citizen.json.code]).toEqual([403, 'agreement.sign-for-other']);
    expect((await sign('municipality', 'employer')).status).toBe(403);
    expect((await sign('employer', 'otherEmployer')).status).toBe(404);
    expect((await sign('employer', 'integration')).status).toBe(403);
    const own = await sign('employer', 'employer');
    expect(own.json.signatures).toMatchObject([{ party: 'employer', by: 'Ali Demir', onBehalf: false }]);
    const twice = await sign('employer', 'employer');
    expect([twice.status, twice.json.code]).toEqual([409, 'agreement.already-signed']);
  });
});

describe('a company', () => {
  it('sees the person by first name, own words after the citizen signed, and no address', async () => {
    const { json } = await draw(await scene.acceptedOffer(), {
      callAgreement: 'Ring kl. 7',
      firstDay: { meet: 'home', where: 'Skovgade 20', at: '07:30' },
    });
    const seen = async () => (await scene.get(`/agreements/${json.id}`, 'employer')).json;
    const before = await seen();
    expect(before).toMatchObject({ person: 'Jonas', callAgreement: null, firstDay: null });
    expect(Object.keys(before)).not.toEqual(expect.arrayContaining(['citizenId']));
    expect(JSON.stringify(before)).not.toContain('Skovgade');
    await scene.post(`/agreements/${json.id}/sign`, { party: 'citizen' });
    expect((await seen()).callAgreement).toBe('Ring kl. 7');
  });

  it('sees its own only, and so does a municipality', async () => {
    const { json } = await draw(await scene.acceptedOffer());
    expect((await scene.get(`/agreements/${json.id}`, 'otherEmployer')).json.code).toBe(
      'agreement.not-found',
    );
    expect((await scene.get('/agreements', 'otherEmployer')).json).toEqual({ items: [], nextCursor: null });
    expect((await scene.get(`/agreements/${json.id}`, 'otherMunicipality')).status).toBe(404);
    expect((await scene.get(`/agreements/${json.id}`, 'integration')).json.citizenId).toBe(json.citizenId);
  });
});

describe('the list', () => {
  it('is chosen by small job, citizen and state, and read page by page', async () => {
    const agreement = await signed();
    const other = await scene.acceptedOffer({ citizen: { id: agreement.citizenId } });
    const draft = (await draw(other, { paid: [{ weekday: 7, start: '18:00', end: '20:00' }] })).json;
    const ids = async (query: string) =>
      (await scene.get(`/agreements?${query}`)).json.items.map(({ id }) => id);
    const mine = `citizenId=${agreement.citizenId}`;
    expect(await ids(mine)).toEqual([agreement.id, draft.id]);
    expect(await ids(`${mine}&state=draft`)).toEqual([draft.id]);
    expect(await ids(`smallJobId=${agreement.smallJobId}`)).toEqual([agreement.id]);
    const first = (await scene.get(`/agreements?${mine}&limit=1`)).json;
    expect(await ids(`${mine}&limit=1&cursor=${first.nextCursor}`)).toEqual([draft.id]);
    expect((await scene.get('/agreements?state=lost')).status).toBe(400);
  });
});

describe('other hours', () => {
  it('plan the shifts from that day anew', async () => {
    const start = clockMonday();
    const agreement = await signed({ startDate: start });
    const answer = await scene.post(`/agreements/${agreement.id}/hours`, {
      from: addDays(start, 14),
      weeklyShifts: [{ weekday: 2, start: '09:00', end: '15:00', breakMinutes: 30 }],
    });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      paid: [{ weekday: 2, start: '09:00', end: '15:00', breakMinutes: 30 }],
      hours: [{ from: start }, { from: addDays(start, 14) }],
    });
    const shifts = await shiftsOf(agreement, `&to=${addDays(start, 22)}`);
    expect(shifts.map(({ date }) => date)).toEqual(
      [0, 2, 4, 7, 9, 11, 15, 22].map((days) => addDays(start, days)),
    );
    expect(shifts.at(-1)).toMatchObject({ start: '09:00', end: '15:00', breakMinutes: 30 });
  });

  it('far ahead leave no hole in the plan before them', async () => {
    const agreement = await signed({ startDate: today });
    await scene.within(async (unit) => {
      const row = (await unit.agreements.lock(agreement.id))!;
      await unit.agreements.update({ ...row, plannedTo: addDays(row.plannedTo!, -14) });
      await unit.shifts.remove({ agreementId: agreement.id, date: { after: addDays(row.plannedTo!, -14) } });
    });
    const from = addDays(agreement.plannedTo, 30);
    await scene.post(`/agreements/${agreement.id}/hours`, {
      from,
      weeklyShifts: [{ weekday: 2, start: '09:00', end: '15:00' }],
    });
    const later = await shiftsOf(
      agreement,
      `&from=${addDays(agreement.plannedTo, -13)}&to=${agreement.plannedTo}`,
    );
    const workdays = Array.from({ length: 14 }, (_, day) => addDays(agreement.plannedTo, day - 13)).filter(
      (day) => [1, 3, 5].includes(weekdayOf(day)),
    );
    const off = await scene.within((unit) =>
      unit.holidays(addDays(agreement.plannedTo, -13), agreement.plannedTo),
    );
    expect(later.map(({ date }) => date)).toEqual(workdays.filter((day) => !off.has(day)));
  });

  it('are refused in a draft, in the past, and without hours', async () => {
    const hours = (id: string, more: object = {}) =>
      scene.post(`/agreements/${id}/hours`, { from: addDays(today, 30), weeklyShifts: mornings, ...more });
    const draft = (await draw(await scene.acceptedOffer())).json;
    expect((await hours(draft.id)).json.code).toBe('agreement.wrong-state');
    const agreement = await signed();
    expect((await hours(agreement.id, { from: addDays(today, -1) })).json).toMatchObject({
      status: 422,
      code: 'agreement.dates-invalid',
    });
    expect((await hours(agreement.id, { weeklyShifts: [] })).json).toMatchObject({
      status: 422,
      code: 'agreement.no-paid-hours',
    });
    expect((await scene.post(`/agreements/${agreement.id}/hours`, {}, 'employer')).status).toBe(403);
  });
});

describe('the end', () => {
  it('takes the coming shifts away, frees the seat, and is learnt from', async () => {
    const agreement = await signed();
    const answer = await scene.post(`/agreements/${agreement.id}/end`, {
      reason: 'more-hours-elsewhere',
      learnt: 'En fast makker',
    });
    expect([answer.status, answer.json.state, answer.json.endReason, answer.json.learnt]).toEqual([
      200,
      'ended',
      'more-hours-elsewhere',
      'En fast makker',
    ]);
    expect(await shiftsOf(agreement)).toEqual([]);
    const [seats, tried] = await scene.within(async (unit) => [
      (await unit.smallJobs.find(agreement.smallJobId))!.seatsTaken,
      (await unit.citizens.find(agreement.citizenId))!.triedJobs,
    ]);
    expect([seats, tried]).toMatchObject([0, [{ smallJobId: agreement.smallJobId, wentWell: true }]]);
    const company = (await scene.get(`/agreements/${agreement.id}`, 'employer')).json;
    expect(JSON.stringify(company)).not.toMatch(/makker|more-hours/);
    const again = await scene.post(`/agreements/${agreement.id}/end`, { reason: 'other' });
    expect([again.status, again.json.code]).toEqual([409, 'agreement.wrong-state']);
  });

  it('needs a reason', async () => {
    const { id } = await scene.signedAgreement();
    expect((await scene.post(`/agreements/${id}/end`)).json.errors[0].path).toBe('reason');
  });
});

/** A Monday with eight weeks after it in which Denmark has no holiday. */
function clockMonday(): string {
  return addDays(clockChange(10), -13);
}
