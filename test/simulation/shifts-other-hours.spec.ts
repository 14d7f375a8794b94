import { describe, expect, it } from '@jest/globals';
import {
  AnswerOffer,
  ChangeHours,
  CheckIn,
  DrawUpAgreement,
  EndAgreement,
  PlanFollowUps,
  ReportAbsence,
} from '#use-cases';
import { agreementOf, dates, daysBetween, everybodyComes, shiftsOf, slots } from './calendar.js';
import { Village } from './village.js';

describe('other hours from a day on', () => {
  const more = { from: '2026-11-16', weeklyShifts: slots([1, 2, 3, 4, 5], '09:00', '13:00') };

  it('grow from 12 to 20: the old ones until then, the new ones after, none twice', async () => {
    const village = await Village.found();
    await village.atWork();
    const { id } = await agreementOf(village);
    await everybodyComes(village, '2026-11-10T18:00:00Z');
    const changed = await village.use(ChangeHours).execute(id, more, village.as(village.mette));
    expect(changed.hours.map(({ from }) => from)).toEqual(['2026-11-04', '2026-11-16']);
    const shifts = await shiftsOf(village);
    const last = shifts.at(-1)!.date;
    expect(last >= '2027-01-04').toBe(true);
    expect(dates(shifts)).toEqual([
      ...daysBetween('2026-11-04', '2026-11-15', [1, 3, 5]),
      ...daysBetween('2026-11-16', last, [1, 2, 3, 4, 5]),
    ]);
    expect(shifts.every(({ date, start }) => start === (date < '2026-11-16' ? '08:00' : '09:00'))).toBe(true);
    await everybodyComes(village, '2026-12-10T18:00:00Z');
    expect(dates(await shiftsOf(village, { date: { from: '2026-11-16', to: '2026-12-11' } }))).toEqual(
      daysBetween('2026-11-16', '2026-12-11', [1, 2, 3, 4, 5]),
    );
  });

  it('are in writing on both sides, each time', async () => {
    const village = await Village.found();
    await village.atWork();
    await village.pass('PT1M');
    const { jonas, company } = village;
    const [citizen, firm] = [village.texts(jonas).length, village.texts(company.contact).length];
    const { id } = await agreementOf(village);
    await village.use(ChangeHours).execute(id, more, village.as(village.mette));
    await village.pass('PT1M');
    expect(village.texts(jonas).slice(citizen)).toEqual([
      expect.stringMatching(/^Hej Jonas\. Du får nye timer fra mandag den 16\. november.*kl\. 9-13/),
    ]);
    expect(village.texts(company.contact).slice(firm)).toEqual([
      expect.stringMatching(/^Hej Ali\. Jonas får nye timer fra mandag den 16\. november/),
    ]);
    await village.use(ChangeHours).execute(id, { ...more, from: '2026-11-23' }, village.as(village.mette));
    await village.pass('PT1M');
    expect(village.texts(jonas)).toHaveLength(citizen + 2);
  });

  it('are told by the contact to a company that nobody can write to, as the agreement before them', async () => {
    const village = await Village.found();
    const { company, mette, jonas } = village;
    const silent = { ...company, contact: { ...company.contact, phone: '', email: null } };
    await village.inside((unit) => unit.companies.update(silent));
    await village.atWork();
    const { id } = await agreementOf(village);
    await village.use(ChangeHours).execute(id, more, village.as(mette));
    const toTell = await village.inside((unit) =>
      unit.tasks.list({ kind: 'tell-company', citizenId: jonas.id, doneAt: { isNull: true } }),
    );
    expect(toTell.map(({ staffId, note }) => [staffId, note])).toEqual([
      [mette.id, 'Aftalen er underskrevet'],
      [mette.id, 'Nye timer fra mandag den 16. november'],
    ]);
  });

  it('far ahead leave no hole between the plan and them', async () => {
    const village = await Village.found();
    await village.atWork();
    await everybodyComes(village, '2026-11-10T18:00:00Z');
    const { id } = await agreementOf(village);
    await village.use(ChangeHours).execute(id, { ...more, from: '2027-02-01' }, village.as(village.mette));
    await everybodyComes(village, '2027-01-04T18:00:00Z');
    const shifts = dates(await shiftsOf(village, { date: { to: '2027-02-12' } }));
    expect(shifts).toEqual([
      ...daysBetween('2026-11-04', '2027-01-31', [1, 3, 5]),
      ...daysBetween('2027-02-01', '2027-02-12', [1, 2, 3, 4, 5]),
    ]);
  });

  it('from today leave the shift that runs alone', async () => {
    const village = await Village.found();
    const [first] = await village.atWork();
    await village.until(first!.startsAt.add({ hours: 1 }));
    await village.use(CheckIn).execute(first!.id, undefined, village.employer);
    const { id } = await agreementOf(village);
    await village.use(ChangeHours).execute(id, { ...more, from: '2026-11-04' }, village.as(village.mette));
    const shifts = await shiftsOf(village, { date: { to: '2026-11-06' } });
    expect(dates(shifts)).toEqual(['11-04', '11-05', '11-06']);
    expect(shifts[0]).toMatchObject({ id: first!.id, state: 'late' });
  });

  it('never bring back a day on which the citizen cannot come', async () => {
    const village = await Village.found();
    const shifts = await village.atWork();
    await village
      .use(ReportAbsence)
      .execute(shifts[1]!.id, { cause: 'sick', by: 'citizen' }, village.as(village.mette));
    const { id } = await agreementOf(village);
    await village.use(ChangeHours).execute(id, { ...more, from: '2026-11-05' }, village.as(village.mette));
    const week = await shiftsOf(village, { date: { from: '2026-11-05', to: '2026-11-09' } });
    expect(week.map(({ date, state }) => [date.slice(8), state])).toEqual([
      ['05', 'planned'],
      ['06', 'absent-reported'],
      ['09', 'planned'],
    ]);
  });

  it.each([
    ['yesterday', { ...more, from: '2026-11-01' }, 'agreement.dates-invalid'],
    ['before paid hours begin', { ...more, from: '2026-11-03' }, 'agreement.dates-invalid'],
    ['without hours', { ...more, weeklyShifts: [] }, 'agreement.no-paid-hours'],
    [
      'at the same time twice',
      { ...more, weeklyShifts: [...slots([1]), ...slots([1], '11:00', '13:00')] },
      'agreement.slots-overlap',
    ],
  ])('are refused %s, and the plan stays', async (_what, input, code) => {
    const village = await Village.found();
    const shifts = await village.atWork();
    const { id } = await agreementOf(village);
    await expect(
      village.use(ChangeHours).execute(id, input, village.as(village.mette)),
    ).rejects.toMatchObject({ code });
    expect(await shiftsOf(village)).toEqual(shifts);
  });
});

describe('the end', () => {
  it('clears what is planned, keeps what was, frees the seat, and nobody hears of it any more', async () => {
    const village = await Village.found();
    const shifts = await village.atWork();
    await everybodyComes(village, '2026-11-10T18:00:00Z');
    const { id } = await agreementOf(village);
    await village
      .use(EndAgreement)
      .execute(id, { reason: 'task-ended', learnt: 'Formiddage er gode' }, village.as(village.mette));
    expect((await shiftsOf(village)).map(({ id: shiftId }) => shiftId)).toEqual(
      shifts.slice(0, 3).map((shift) => shift.id),
    );
    expect(await village.inside((unit) => unit.smallJobs.find(village.smallJob.id))).toMatchObject({
      seatsTaken: 0,
      status: 'open',
    });
    expect(await village.inside((unit) => unit.matches.first({}))).toMatchObject({ state: 'lapsed' });
    village.gateway.sent.length = 0;
    await village.until('2027-01-31T12:00:00Z');
    expect(village.gateway.sent).toEqual([]);
    expect(await shiftsOf(village)).toHaveLength(3);
  });

  it('is told by a person to whoever has not heard it, and what was planned for it is over', async () => {
    const village = await Village.found();
    await village.atWork();
    const { id } = await agreementOf(village);
    const mette = village.as(village.mette);
    await village.use(PlanFollowUps).execute(id, 'usual', mette);
    await village.use(EndAgreement).execute(id, { reason: 'task-ended', told: ['citizen'] }, mette);
    const open = await village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));
    expect(open).toMatchObject([
      {
        kind: 'tell-company',
        staffId: village.mette.id,
        citizenId: village.jonas.id,
        note: 'Aftalen er slut',
      },
    ]);
  });

  it.each([
    ['health-of-the-match', [false]],
    ['citizen-wished', [false]],
    ['more-hours-elsewhere', [true]],
  ])('for the reason %s leaves to the next match whether it went well: %j', async (reason, wentWell) => {
    const village = await Village.found();
    await village.atWork();
    const { id } = await agreementOf(village);
    await village.use(EndAgreement).execute(id, { reason }, village.as(village.mette));
    const jonas = await village.inside((unit) => unit.citizens.find(village.jonas.id));
    expect(jonas?.triedJobs.map((tried) => tried.wentWell)).toEqual(wentWell);
    // Whoever had a job waits from the day on that it was over.
    expect(jonas?.waitingSince).toEqual(village.now);
  });

  it('of a draft is no job that was tried', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    const mette = village.as(village.mette);
    await village.use(AnswerOffer).execute(offer.id, { answer: 'yes', how: 'phone' }, mette);
    const terms = { startDate: '2026-11-04', paid: slots([1]), unpaid: [], expectations: [] };
    const draft = await village.use(DrawUpAgreement).execute({ offerId: offer.id, ...terms }, mette);
    await village.use(EndAgreement).execute(draft.id, { reason: 'other' }, mette);
    const jonas = await village.inside((unit) => unit.citizens.find(village.jonas.id));
    expect(jonas?.triedJobs).toEqual([]);
    expect(jonas?.waitingSince).toEqual(village.jonas.waitingSince);
  });

  it('comes once', async () => {
    const village = await Village.found();
    await village.atWork();
    const { id } = await agreementOf(village);
    const end = () => village.use(EndAgreement).execute(id, { reason: 'other' }, village.as(village.mette));
    await end();
    await expect(end()).rejects.toMatchObject({ code: 'agreement.wrong-state' });
    expect(await village.inside((unit) => unit.smallJobs.find(village.smallJob.id))).toMatchObject({
      seatsTaken: 0,
    });
    await expect(
      village
        .use(ChangeHours)
        .execute(id, { from: '2026-11-16', weeklyShifts: slots([1]) }, village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'agreement.wrong-state' });
  });
});
