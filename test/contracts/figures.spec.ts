import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countedMinutes, type Agreement, type Shift } from '#domain';
import type { UnitOfWork } from '#use-cases';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

/** Monday 30 November 2026, 12.00 in Copenhagen. */
const NOW = at('2026-11-30T11:00:00Z');
const november = { from: '2026-11-01', to: '2026-11-30', until: NOW };

describe.each(databases)('figures %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;
  let shifts: Shift[];
  let hybrid: Agreement;
  let other: Awaited<ReturnType<typeof anotherPerson>>;
  const ask = <R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> => place.inside(work);

  const anotherPerson = async (over: Partial<Agreement>) => {
    const { rows, inside, smallJob, company, staff } = place;
    const citizen = rows.citizen({ name: 'Amira K', brokerId: staff.id });
    const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
    const offer = rows.offer(match, company.id, { state: 'accepted' });
    const agreement = rows.agreement(offer, { signedAt: at('2026-11-03T08:00:00Z'), ...over });
    await inside(async (unit) => {
      await unit.citizens.insert(citizen);
      await unit.matches.insert(match);
      await unit.offers.insert(offer);
      await unit.agreements.insert(agreement);
    });
    return { citizen, match, offer, agreement };
  };

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
    const { rows, agreement, inside } = place;
    const on = (day: string, over: Partial<Shift> = {}, whose = agreement): Shift =>
      rows.shift(whose, {
        date: day,
        startsAt: at(`${day}T07:00:00Z`),
        endsAt: at(`${day}T10:00:00Z`),
        breakMinutes: 20,
        ...over,
      });
    other = await anotherPerson({
      paidFrom: '2026-11-17',
      startDate: '2026-11-03',
      hours: [{ from: '2026-11-17', paid: [{ weekday: 2, start: '08:00', end: '11:00', breakMinutes: 0 }] }],
      unpaid: [{ weekday: 2, start: '12:00', end: '14:00', task: 'kasser' }],
    });
    hybrid = other.agreement;
    shifts = [
      on('2026-11-02', { state: 'present' }),
      on('2026-11-03', { state: 'late', arrivedAt: at('2026-11-03T07:59:59.500Z') }),
      on('2026-11-04', { state: 'present', leftAt: at('2026-11-04T07:15:00Z') }),
      on('2026-11-05', { state: 'present', leftAt: at('2026-11-05T07:25:00Z') }),
      on('2026-11-06', {
        state: 'late',
        arrivedAt: at('2026-11-06T07:30:00Z'),
        leftAt: at('2026-11-06T09:45:10Z'),
      }),
      on('2026-11-09', { state: 'unconfirmed' }),
      on('2026-11-10', { state: 'unconfirmed', confirmedMinutes: 100, confirmedAt: NOW }),
      on('2026-11-11', { state: 'missed' }),
      on('2026-11-12', { state: 'missed', confirmedMinutes: 60, confirmedAt: NOW }),
      on('2026-11-13', { state: 'absent-reported' }),
      on('2026-11-16', { state: 'cancelled' }),
      on('2026-11-17', { state: 'present', breakMinutes: 400 }),
      // Ends later today: planned, and no work yet.
      on('2026-11-30', { endsAt: at('2026-11-30T12:00:00Z') }),
      on('2026-11-03', { state: 'present', paid: false, task: 'kasser' }, hybrid),
      on('2026-11-24', { state: 'present' }, hybrid),
    ];
    await inside((unit) => unit.shifts.insertMany(shifts));
  });
  afterAll(() => database.close());

  test('count the minutes that the domain counts, each shift by itself', async () => {
    for (const shift of shifts) {
      const span = { from: shift.date, to: shift.date, until: at('2027-01-01T00:00:00Z') };
      const rows = await ask((unit) => unit.figures.minutesByCitizen(span));
      const minutes = countedMinutes(shift);
      expect({
        shift: shift.date,
        minutes: rows.find(({ citizenId }) => citizenId === shift.citizenId) ?? null,
      }).toEqual({
        shift: shift.date,
        minutes:
          minutes === 0
            ? null
            : {
                citizenId: shift.citizenId,
                paidMinutes: shift.paid ? minutes : 0,
                unpaidMinutes: shift.paid ? 0 : minutes,
                plannedPaidMinutes: 0,
              },
      });
    }
  });

  test('never put paid and unpaid into one sum, and leave out what has not ended', async () => {
    // By hand: 160 + 100 + 15 + 5 + 115 | 160 + 100 + 60 | 180 ('a break longer than the day') ; unpaid 160 apart.
    expect(await ask((unit) => unit.figures.minutes('week', november))).toEqual([
      { start: '2026-11-02', paidMinutes: 395, unpaidMinutes: 160, paidPeople: 1, unpaidPeople: 1 },
      { start: '2026-11-09', paidMinutes: 320, unpaidMinutes: 0, paidPeople: 1, unpaidPeople: 0 },
      { start: '2026-11-16', paidMinutes: 180, unpaidMinutes: 0, paidPeople: 1, unpaidPeople: 0 },
      { start: '2026-11-23', paidMinutes: 160, unpaidMinutes: 0, paidPeople: 1, unpaidPeople: 0 },
    ]);
    expect(await ask((unit) => unit.figures.minutes('month', november))).toEqual([
      { start: '2026-11-01', paidMinutes: 1055, unpaidMinutes: 160, paidPeople: 2, unpaidPeople: 1 },
    ]);
    const year = { from: '2026-01-01', to: '2026-12-31', until: NOW };
    expect(await ask((unit) => unit.figures.minutes('year', year))).toMatchObject([
      { start: '2026-01-01', paidMinutes: 1055, unpaidMinutes: 160 },
    ]);
  });

  test('tell whose minutes they are, most first, and what is planned still', async () => {
    expect(await ask((unit) => unit.figures.minutesByCitizen(november))).toEqual([
      { citizenId: place.citizen.id, paidMinutes: 895, unpaidMinutes: 0, plannedPaidMinutes: 280 },
      { citizenId: hybrid.citizenId, paidMinutes: 160, unpaidMinutes: 160, plannedPaidMinutes: 0 },
    ]);
  });

  test('tell what each company has left to confirm: over, not confirmed, and somebody may have been there', async () => {
    const before = { month: '2026-11', companyId: place.company.id };
    expect(await ask((unit) => unit.figures.hoursToConfirm(november))).toEqual([
      // 2, 3, 4, 5, 6, 9, 17 and 24 November, and the unpaid one of the 3rd.
      { ...before, shifts: 9, people: 2, paidMinutes: 895, unpaidMinutes: 160, since: '2026-11-02' },
    ]);
  });

  test('tell how shifts went: silence is not absence, and a confirmed one was worked', async () => {
    expect(await ask((unit) => unit.figures.attendance('month', november))).toEqual([
      // Said to be missing on the 12th, and an hour was confirmed after all.
      { start: '2026-11-01', onTime: 7, late: 3, unknown: 1, told: 1, missed: 1, people: 2 },
    ]);
  });

  test('count a shift over midnight on the day and in the month it begins, and nothing of another municipality', async () => {
    const elsewhere = await workplaceIn(database);
    const night = (whose: Agreement, rows = place.rows): Shift =>
      rows.shift(whose, {
        date: '2026-12-31',
        startsAt: at('2026-12-31T21:00:00Z'),
        endsAt: at('2027-01-01T05:00:00Z'),
        breakMinutes: 30,
      });
    await place.inside((unit) => unit.shifts.insert(night(place.agreement)));
    await elsewhere.inside((unit) => unit.shifts.insert(night(elsewhere.agreement, elsewhere.rows)));
    const winter = { from: '2026-12-01', to: '2027-01-31' };
    const months = (until: string) =>
      ask((unit) => unit.figures.minutes('month', { ...winter, until: at(until) }));
    expect(await months('2027-01-01T04:59:59Z')).toEqual([]);
    expect(await months('2027-01-01T05:00:00Z')).toEqual([
      { start: '2026-12-01', paidMinutes: 450, unpaidMinutes: 0, paidPeople: 1, unpaidPeople: 0 },
    ]);
    const january = { from: '2027-01-01', to: '2027-01-31', until: at('2027-02-01T00:00:00Z') };
    expect(await ask((unit) => unit.figures.minutesByCitizen(january))).toEqual([]);
  });

  test('count people in paid hours on a day', async () => {
    const on = async (day: string) => {
      const people = await ask((unit) => unit.figures.inPaidHours(day));
      expect(new Set(people.map(({ citizenId }) => citizenId)).size).toBe(people.length);
      return { paid: people.length, hybrid: people.filter(({ isHybrid }) => isHybrid).length };
    };
    expect(await on('2026-11-16')).toEqual({ paid: 0, hybrid: 0 });
    expect(await on('2026-11-17')).toEqual({ paid: 1, hybrid: 1 });
    const without = await anotherPerson({
      paidFrom: '2026-11-10',
      hours: [
        { from: '2026-11-10', paid: [{ weekday: 3, start: '08:00', end: '11:00', breakMinutes: 0 }] },
        { from: '2026-11-20', paid: [] },
      ],
      state: 'ended',
      startDate: '2026-11-10',
      endedAt: at('2026-11-25T10:00:00Z'),
    });
    expect(await on('2026-11-19')).toEqual({ paid: 2, hybrid: 1 });
    expect(await on('2026-11-20')).toEqual({ paid: 1, hybrid: 1 });
    await ask((unit) =>
      unit.agreements.update({ ...without.agreement, hours: without.agreement.hours.slice(0, 1) }),
    );
    expect(await on('2026-11-24')).toEqual({ paid: 2, hybrid: 1 });
    expect(await on('2026-11-25')).toEqual({ paid: 1, hybrid: 1 });
    // Nobody has ended the agreement, but the small job has had its last day.
    await ask((unit) => unit.smallJobs.update({ ...place.smallJob, endDate: '2026-12-18' }));
    expect(await on('2026-12-18')).toEqual({ paid: 1, hybrid: 1 });
    expect(await on('2026-12-19')).toEqual({ paid: 0, hybrid: 0 });
  });

  test('tell of placements per company whether paid hours came of them', async () => {
    const placements = () => ask((unit) => unit.figures.placements(NOW));
    expect(await placements()).toEqual([
      { companyId: place.company.id, placements: 1, becamePaid: 1, endedUnpaid: 0, unpaidMinutes: 160 },
    ]);
    await anotherPerson({
      startDate: '2026-11-05',
      paidFrom: '2026-12-05',
      unpaid: [{ weekday: 4, start: '08:00', end: '10:00', task: 'bure' }],
      state: 'ended',
      endedAt: at('2026-11-20T08:00:00Z'),
    });
    expect(await placements()).toEqual([
      { companyId: place.company.id, placements: 2, becamePaid: 1, endedUnpaid: 1, unpaidMinutes: 160 },
    ]);
    expect(await ask((unit) => unit.figures.placementsBegun('2026-11-04', '2026-11-05'))).toBe(1);
    expect(await ask((unit) => unit.figures.placementsBegun('2026-11-03', '2026-11-05'))).toBe(2);
  });

  test('count citizens per broker, and those without', async () => {
    await ask((unit) => unit.citizens.insert(place.rows.citizen({ brokerId: null, saidYes: false })));
    const loads = await ask((unit) => unit.figures.caseloads());
    const all = await ask((unit) => unit.citizens.count({ brokerId: place.staff.id }));
    expect([...loads].sort()).toEqual(
      [
        [null, 1],
        [place.staff.id, all],
      ].sort(),
    );
  });

  test('know who took a case first, and leave out closed ones from before', async () => {
    const { rows, inside, staff, smallJob } = place;
    const openedAt = at('2026-11-20T08:00:00Z');
    const taken = rows.escalation(shifts[0]!, {
      openedAt,
      state: 'closed',
      closedAt: NOW,
      outcome: 'arrived',
    });
    const old = rows.escalation(shifts[1]!, {
      openedAt: at('2026-09-01T08:00:00Z'),
      state: 'closed',
      closedAt: NOW,
      outcome: 'arrived',
    });
    const forgotten = rows.escalation(shifts[2]!, { openedAt: at('2026-09-02T08:00:00Z') });
    const said = (what: string, iso: string) => ({
      ...rows.task(),
      id: rows.task().id,
      what,
      at: at(iso),
    });
    await inside(async (unit) => {
      await unit.contacts.insert(rows.contact(smallJob.id, staff.id));
      for (const one of [taken, old, forgotten]) await unit.escalations.insert(one);
      for (const { id, what, at: when } of [
        said('opened', '2026-11-20T08:00:00Z'),
        said('acknowledged', '2026-11-20T08:12:30Z'),
        said('acknowledged', '2026-11-20T09:00:00Z'),
      ])
        await unit.escalationEntries.insert({
          id,
          municipalityId: place.municipalityId,
          escalationId: taken.id,
          at: when,
          what,
          who: 'Mette Holm',
          details: {},
        });
    });
    const cases = await ask((unit) => unit.figures.casesSince(at('2026-11-01T00:00:00Z')));
    expect(
      cases.map(({ id, takenAt, isOpen, teamId }) => [id, takenAt && String(takenAt), isOpen, teamId]),
    ).toEqual([
      [forgotten.id, null, true, null],
      [taken.id, '2026-11-20T08:12:30Z', false, null],
    ]);
  });

  test('name whom a change of contact or broker met', async () => {
    const { rows, inside, smallJob, company, staff, citizen } = place;
    const job = rows.smallJob(company.id);
    const lars = rows.staff({ name: 'Lars' });
    const before = rows.contact(job.id, staff.id, { endedAt: at('2026-11-18T08:00:00Z') });
    const after = rows.contact(job.id, lars.id, { startedAt: at('2026-11-18T08:00:00Z'), reason: 'leave' });
    const match = rows.match(job.id, citizen.id, { state: 'confirmed' });
    const offer = rows.offer(match, company.id, { state: 'accepted' });
    const agreement = rows.agreement(offer);
    const gone = {
      ...rows.agreement({ ...offer, id: offer.id }),
      state: 'ended' as const,
      endedAt: at('2026-11-10T08:00:00Z'),
    };
    await inside(async (unit) => {
      await unit.staff.insert(lars);
      await unit.smallJobs.insert(job);
      await unit.contacts.insert(before);
      await unit.contacts.insert(after);
      await unit.matches.insert(match);
      await unit.offers.insert(offer);
      await unit.agreements.insert(gone);
      await unit.agreements.insert(agreement);
      await unit.brokerHandovers.insert({
        id: rows.task().id,
        municipalityId: place.municipalityId,
        citizenId: citizen.id,
        fromStaffId: staff.id,
        toStaffId: lars.id,
        reason: 'fresh-eyes',
        note: null,
        byStaffId: staff.id,
        at: at('2026-11-19T08:00:00Z'),
      });
    });
    const span = { from: at('2026-11-01T00:00:00Z'), to: at('2026-12-01T00:00:00Z') };
    const changes = await ask((unit) => unit.figures.contactChanges(span));
    expect(new Set(changes.map(({ id }) => id)).size).toBe(2);
    expect(changes.map(({ id: _, at: when, ...rest }) => ({ ...rest, at: String(when) }))).toEqual([
      { at: '2026-11-19T08:00:00Z', citizenId: citizen.id, smallJobId: null, reason: 'fresh-eyes' },
      { at: '2026-11-18T08:00:00Z', citizenId: citizen.id, smallJobId: job.id, reason: 'leave' },
    ]);
    expect(smallJob.id).not.toBe(job.id);
  });

  test('know who waits and for whom nothing goes on, longest first', async () => {
    const { rows, inside, smallJob } = place;
    const waits = (day: string, over = {}) => rows.citizen({ waitingSince: at(`${day}T08:00:00Z`), ...over });
    const [longest, quiet, fresh, asked, undecided] = [
      waits('2025-01-10'),
      waits('2025-02-10'),
      waits('2025-03-10'),
      waits('2024-01-10'),
      waits('2024-01-11', { saidYes: false }),
    ];
    const match = (id: string, over: object) => rows.match(smallJob.id, id, { state: 'rejected', ...over });
    await inside(async (unit) => {
      await unit.citizens.insertMany([longest, quiet, fresh, asked, undecided]);
      await unit.matches.insertMany([
        match(quiet.id, { proposedAt: at('2026-10-01T08:00:00Z') }),
        match(fresh.id, { proposedAt: at('2026-11-20T08:00:00Z') }),
        match(asked.id, { state: 'asking' }),
      ]);
    });
    const ids = [longest.id, quiet.id, fresh.id];
    const waiting = async (asks: object) =>
      (await ask((unit) => unit.figures.waiting({ limit: 10, ...asks }))).filter(({ citizenId }) =>
        ids.includes(citizenId),
      );
    const all = await waiting({});
    expect(
      all.map(({ citizenId, proposed, quietSince }) => [
        citizenId,
        proposed,
        quietSince && String(quietSince),
      ]),
    ).toEqual([
      [longest.id, false, null],
      [quiet.id, true, '2026-10-01T08:00:00Z'],
      [fresh.id, true, '2026-11-20T08:00:00Z'],
    ]);
    const quietBefore = at('2026-10-31T08:00:00Z');
    expect((await waiting({ quietBefore })).map(({ citizenId }) => citizenId)).toEqual(ids.slice(0, 2));
    expect((await waiting({ after: all[0] })).map(({ citizenId }) => citizenId)).toEqual(ids.slice(1));
    expect(
      (await ask((unit) => unit.figures.waiting({ limit: 1 }))).map(({ citizenId }) => citizenId),
    ).toEqual([longest.id]);
    const everybody = await ask((unit) => unit.figures.waiting({ limit: 100 }));
    const inAll = await ask((unit) => unit.figures.waitingInAll(quietBefore));
    expect(inAll).toMatchObject({ citizens: everybody.length, quiet: everybody.length - 1 });
    expect(String(inAll.longestSince)).toBe('2025-01-10T08:00:00Z');
    const middle = everybody[Math.ceil(everybody.length / 2) - 1]!;
    expect(String(inAll.medianSince)).toBe(String(middle.waitingSince));
  });

  test('see nothing of another municipality', async () => {
    const elsewhere = await workplaceIn(database);
    const [minutes, people, waiting] = await elsewhere.inside(async (unit) => [
      await unit.figures.minutes('year', { ...november, from: '2026-01-01' }),
      await unit.figures.minutesByCitizen(november),
      await unit.figures.waiting({ limit: 10 }),
    ]);
    expect([minutes, people, waiting]).toEqual([[], [], []]);
  });
});
