import { describe, expect, it } from '@jest/globals';
import { ChangeHours, CloseCompanyDays, ReportAbsence } from '#use-cases';
import { agreementOf, dates, everybodyComes, shiftsOf, slots } from './calendar.js';
import { Village } from './village.js';

describe('days on which nobody works', () => {
  const company = { from: '2026-11-09', to: '2026-11-11', reason: 'Status' };

  it('are told to both sides, one message for each shift, with the reason', async () => {
    const village = await Village.found();
    await village.atWork();
    await village.pass('PT1M');
    village.gateway.sent.length = 0;
    const { cancelled } = await village
      .use(CloseCompanyDays)
      .execute(village.company.id, company, village.as(village.mette));
    await village.pass('PT1M');
    expect(cancelled).toBe(2);
    expect(village.texts(village.jonas)).toEqual([
      expect.stringMatching(/Du skal ikke på arbejde mandag den 9\. november kl\. 8\. .*Status/),
      expect.stringMatching(/Du skal ikke på arbejde onsdag den 11\. november kl\. 8/),
    ]);
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringMatching(/Jonas kommer ikke mandag den 9\. november/),
      expect.stringMatching(/Jonas kommer ikke onsdag den 11\. november/),
    ]);
  });

  it('are not told to the company that says so itself', async () => {
    const village = await Village.found();
    await village.atWork();
    await village.pass('PT1M');
    village.gateway.sent.length = 0;
    await village.use(CloseCompanyDays).execute(village.company.id, company, village.employer);
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toHaveLength(2);
    expect(village.texts(village.company.contact)).toEqual([]);
  });

  it('cancel the shifts of everybody who works there', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    await village.atWork();
    await village.atWork('2026-11-04', village.smallJob.weeklyShifts, amira);
    const { cancelled } = await village
      .use(CloseCompanyDays)
      .execute(village.company.id, company, village.employer);
    await village.pass('PT1M');
    expect(cancelled).toBe(4);
    expect(village.texts(amira).filter((text) => text.includes('ikke på arbejde'))).toHaveLength(2);
  });

  it('say nothing about a day on which the citizen cannot come anyway', async () => {
    const village = await Village.found();
    const shifts = await village.atWork();
    const monday = shifts.find(({ date }) => date === '2026-11-09')!;
    await village
      .use(ReportAbsence)
      .execute(monday.id, { cause: 'family', by: 'citizen' }, village.as(village.mette));
    const { cancelled } = await village
      .use(CloseCompanyDays)
      .execute(village.company.id, company, village.employer);
    expect(cancelled).toBe(1);
    expect((await shiftsOf(village)).find(({ id }) => id === monday.id)!.state).toBe('absent-reported');
  });

  it('begin no ladder and ask nobody', async () => {
    const village = await Village.found();
    await village.atWork();
    await village
      .use(CloseCompanyDays)
      .execute(village.company.id, { from: '2026-11-04', to: '2026-11-06' }, village.employer);
    await village.pass('PT1M');
    village.gateway.sent.length = 0;
    await village.until('2026-11-07T12:00:00Z');
    expect(village.gateway.sent).toEqual([]);
    expect(await village.inside((unit) => unit.escalations.count({}))).toBe(0);
  });

  it('are not planned again, neither by the next plan nor by new hours', async () => {
    const village = await Village.found();
    await village.atWork();
    const far = { from: '2027-01-11', to: '2027-01-15' };
    for (const days of [company, far])
      await village.use(CloseCompanyDays).execute(village.company.id, days, village.employer);
    await everybodyComes(village, '2026-12-02T18:00:00Z');
    expect(dates(await shiftsOf(village, { date: { from: '2026-11-09', to: '2026-11-13' } }))).toEqual([
      '11-13',
    ]);
    expect(dates(await shiftsOf(village, { date: { from: '2027-01-11', to: '2027-01-18' } }))).toEqual([
      '01-18',
    ]);
    const { id } = await agreementOf(village);
    const input = { from: '2027-01-04', weeklyShifts: slots([1, 2, 3, 4, 5]) };
    await village.use(ChangeHours).execute(id, input, village.as(village.mette));
    expect(dates(await shiftsOf(village, { date: { from: '2027-01-08', to: '2027-01-18' } }))).toEqual([
      '01-08',
      '01-18',
    ]);
  });

  it('leave the first six shifts that do take place their whole ladder', async () => {
    const village = await Village.found();
    const shifts = await village.atWork();
    await village
      .use(CloseCompanyDays)
      .execute(village.company.id, { from: '2026-11-04', to: '2026-11-17' }, village.employer);
    const first = shifts.find(({ date }) => date === '2026-11-18')!;
    await village.until(first.startsAt.add({ minutes: 15 }));
    expect(await village.inside((unit) => unit.escalations.count({ shiftId: first.id }))).toBe(1);
    const seventh = shifts.find(({ date }) => date === '2026-12-02')!;
    await everybodyComes(village, '2026-12-01T12:00:00Z');
    await village.until(seventh.startsAt.add({ minutes: 15 }));
    expect(await village.inside((unit) => unit.escalations.count({ shiftId: seventh.id }))).toBe(0);
  });

  it('are refused when they end before they begin, and to another company', async () => {
    const village = await Village.found();
    const close = village.use(CloseCompanyDays);
    const backwards = { from: '2026-11-11', to: '2026-11-09' };
    await expect(close.execute(village.company.id, backwards, village.employer)).rejects.toMatchObject({
      code: 'company.closing-days-invalid',
    });
    const other = { ...village.employer, companyId: 'another' };
    await expect(close.execute(village.company.id, company, other)).rejects.toMatchObject({
      code: 'company.not-found',
    });
  });

  it('are public holidays by the data: 25 December is one, 24 December only where a company is closed', async () => {
    const village = await Village.found({ smallJob: { startDate: '2026-12-16' } });
    village.transactor.holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);
    await village.atWork('2026-12-16', slots([3, 4, 5]));
    const around = { date: { from: '2026-12-21', to: '2027-01-03' } };
    expect(dates(await shiftsOf(village, around))).toEqual(['12-23', '12-24', '12-30', '12-31']);
    await village
      .use(CloseCompanyDays)
      .execute(village.company.id, { from: '2026-12-24', to: '2026-12-24' }, village.employer);
    expect(dates(await shiftsOf(village, around))).toEqual(['12-23', '12-30', '12-31']);
  });
});
