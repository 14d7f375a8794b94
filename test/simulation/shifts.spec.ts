import { describe, expect, it } from '@jest/globals';
import { addDays, type Party } from '#domain';
import {
  AnswerOffer,
  ConfirmMatch,
  DrawUpAgreement,
  EndAgreement,
  MoveShift,
  PauseSmallJob,
  ProposeMatch,
  ResumeSmallJob,
  SignAgreement,
} from '#use-cases';
import { agreementOf, dates, daysBetween, everybodyComes, shiftsOf, slots } from './calendar.js';
import { Village } from './village.js';

async function setPlanWeeksAhead(village: Village, planWeeksAhead: number): Promise<void> {
  await village.inside(async (unit) => {
    const { settings, ...rest } = await unit.municipality();
    await unit.updateMunicipality({ ...rest, settings: { ...settings, planWeeksAhead } });
  });
}

describe('the plan', () => {
  it('is eight weeks ahead from the signatures on', async () => {
    const village = await Village.found();
    expect(dates(await village.atWork())).toEqual(daysBetween('2026-11-04', '2026-12-30', [1, 3, 5]));
  });

  it('goes on for twelve weeks without a gap, without a double, and never less than seven weeks ahead', async () => {
    const village = await Village.found();
    village.transactor.holidays = new Set(['2026-12-25', '2027-01-01']);
    await village.atWork();
    for (let week = 1; week <= 12; week++) {
      const day = addDays('2026-11-04', 7 * week);
      await everybodyComes(village, `${day}T18:00:00Z`);
      const planned = await shiftsOf(village);
      const last = planned.at(-1)!.date;
      expect(last >= addDays(day, 49)).toBe(true);
      expect(dates(planned)).toEqual(
        daysBetween('2026-11-04', last, [1, 3, 5], ['2026-12-25', '2027-01-01']),
      );
    }
    const all = await shiftsOf(village);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, at) => at + 1));
  });

  it.each([0, 1, 2])('of %i weeks ahead keeps going as well', async (weeks) => {
    const village = await Village.found();
    await setPlanWeeksAhead(village, weeks);
    await village.atWork();
    await everybodyComes(village, '2026-11-27T18:00:00Z');
    const next = village.transactor.dueJobs.filter(({ job }) => job === 'shift.plan-ahead');
    expect(next.map(({ dueAt }) => dueAt.toString() >= '2026-11-28T05:00:00Z')).toEqual([true]);
    expect(dates(await shiftsOf(village, { date: { to: '2026-11-27' } }))).toEqual(
      daysBetween('2026-11-04', '2026-11-27', [1, 3, 5]),
    );
  });

  it('ends with the small job', async () => {
    const village = await Village.found({ smallJob: { endDate: '2026-11-13' } });
    await village.atWork();
    await everybodyComes(village, '2027-01-15T18:00:00Z');
    expect(dates(await shiftsOf(village))).toEqual(['11-04', '11-06', '11-09', '11-11', '11-13']);
  });

  it('has two slots of one evening end to end where the clock skips what lies between them', async () => {
    const village = await Village.found({ smallJob: { startDate: '2027-03-27' } });
    village.transactor.clock.set('2027-03-22T09:00:00Z');
    const night = [...slots([6], '22:00', '02:30'), ...slots([7], '03:00', '05:00')];
    const [first, second] = await village.atWork('2027-03-27', night);
    expect([first!.start, first!.end, second!.start]).toEqual(['22:00', '02:30', '03:00']);
    expect(first!.endsAt.toString()).toBe('2027-03-28T01:00:00Z');
    expect(second!.startsAt.toString()).toBe('2027-03-28T01:00:00Z');
  });
});

describe('two places at once', () => {
  it('is refused when a shift is moved, and nothing changes', async () => {
    const village = await Village.found();
    const [first, second] = await village.atWork();
    const move = (start: string, end: string) =>
      village
        .use(MoveShift)
        .execute(first!.id, { date: second!.date, start, end }, village.as(village.mette));
    await expect(move('11:59', '13:00')).rejects.toMatchObject({ code: 'shift.overlap' });
    expect(await village.inside((unit) => unit.shifts.find(first!.id))).toEqual(first);
    expect((await move('12:00', '13:00')).date).toBe(second!.date);
  });

  it('is refused when the last one signs an agreement at hours that are taken, and nothing is planned', async () => {
    const village = await Village.found();
    const planned = await village.atWork();
    const evenings = village.rows.smallJob(village.company.id, {
      ...village.smallJob,
      id: '00000000-0000-7000-8000-888888888888',
      weeklyShifts: slots([2], '14:00', '16:00'),
      seatsTaken: 0,
    });
    await village.inside(async (unit) => {
      await unit.smallJobs.insert(evenings);
      await unit.contacts.insert(village.rows.contact(evenings.id, village.mette.id));
    });
    const mette = village.as(village.mette);
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: [] };
    const match = await village
      .use(ProposeMatch)
      .execute({ smallJobId: evenings.id, citizenId: village.jonas.id, interest }, mette);
    const { offer } = await village.use(ConfirmMatch).execute(match.id, 'meet', village.employer);
    await village.use(AnswerOffer).execute(offer.id, { answer: 'yes', how: 'phone' }, mette);
    const input = { offerId: offer.id, startDate: '2026-11-04', unpaid: [], expectations: [] };
    const { id } = await village
      .use(DrawUpAgreement)
      .execute({ ...input, paid: slots([3], '11:00', '14:00') }, mette);
    const sign = (party: Party) => village.use(SignAgreement).execute(id, party, mette);
    await sign('employer');
    await sign('citizen');
    await expect(sign('municipality')).rejects.toMatchObject({
      code: 'shift.overlap',
      details: { date: '2026-11-04', start: '11:00' },
    });
    expect(await village.inside((unit) => unit.agreements.find(id))).toMatchObject({ state: 'draft' });
    expect(await shiftsOf(village)).toEqual(planned);
  });
});

describe('a small job that is paused', () => {
  const jobNow = (village: Village) =>
    village.inside(async (unit) => (await unit.smallJobs.find(village.smallJob.id))!);
  const pause = (village: Village) =>
    village.use(PauseSmallJob).execute(village.smallJob.id, village.employer);
  const resume = (village: Village) =>
    village.use(ResumeSmallJob).execute(village.smallJob.id, village.employer);

  it('takes nobody new, and what is agreed goes on', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    await village.atWork();
    expect((await pause(village)).status).toBe('paused');
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    await expect(village.offered(amira)).rejects.toMatchObject({ code: 'small-job.wrong-state' });
    await everybodyComes(village, '2027-01-08T18:00:00Z');
    expect(dates(await shiftsOf(village, { date: { to: '2027-01-08' } }))).toEqual(
      daysBetween('2026-11-04', '2027-01-08', [1, 3, 5]),
    );
    expect((await resume(village)).status).toBe('open');
    expect((await village.offered(amira)).state).toBe('sent');
  });

  it('is filled when it is resumed and its seats were taken meanwhile', async () => {
    const village = await Village.found();
    const offer = await village.offered();
    await pause(village);
    await village
      .use(AnswerOffer)
      .execute(offer.id, { answer: 'yes', how: 'phone' }, village.as(village.mette));
    expect((await jobNow(village)).status).toBe('paused');
    expect((await resume(village)).status).toBe('filled');
  });

  it('stays paused when somebody leaves, and is open when it is resumed', async () => {
    const village = await Village.found();
    await village.atWork();
    await pause(village);
    const { id } = await agreementOf(village);
    await village.use(EndAgreement).execute(id, { reason: 'other' }, village.as(village.mette));
    expect(await jobNow(village)).toMatchObject({ status: 'paused', seatsTaken: 0 });
    expect((await resume(village)).status).toBe('open');
  });

  it('is paused once and resumed once, by nobody else', async () => {
    const village = await Village.found();
    await expect(resume(village)).rejects.toMatchObject({ code: 'small-job.wrong-state' });
    await pause(village);
    await expect(pause(village)).rejects.toMatchObject({ code: 'small-job.wrong-state' });
    const other = { ...village.employer, companyId: 'another' };
    await expect(village.use(ResumeSmallJob).execute(village.smallJob.id, other)).rejects.toMatchObject({
      code: 'small-job.not-found',
    });
  });
});
