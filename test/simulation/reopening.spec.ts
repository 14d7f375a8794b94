import { describe, expect, it } from '@jest/globals';
import { CancelShift, ChangeHours, CloseCompanyDays, ClosingCalendar, ReopenCompanyDays } from '#use-cases';
import { agreementOf, dates, everybodyComes, shiftsOf, slots } from './calendar.js';
import { Village } from './village.js';

const week = { from: '2026-11-16', to: '2026-11-20' };

async function closed(days = week): Promise<{ village: Village; id: string }> {
  const village = await Village.found();
  await village.atWork();
  const close = village.use(CloseCompanyDays);
  const { closingDays } = await close.execute(village.company.id, days, village.employer);
  await village.pass('PT1M');
  village.gateway.sent.length = 0;
  return { village, id: closingDays.id };
}

const reopen = (village: Village, id: string, actor = village.employer) =>
  village.use(ReopenCompanyDays).execute(village.company.id, id, actor);
const planned = async (village: Village, days = week): Promise<string[]> =>
  dates(await shiftsOf(village, { date: days }));

describe('closing days that are taken back', () => {
  it('bring back the same shifts with their reminders and checks, and tell whoever had heard "no work"', async () => {
    const { village, id } = await closed();
    const before = await village.inside((unit) => unit.shifts.list({ date: week }));
    expect(await reopen(village, id)).toMatchObject({ backOn: 3, leftOut: 0 });
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toEqual([
      expect.stringMatching(
        /^Hej Jonas\. Du skal alligevel på arbejde mandag den 16\. november kl\. 8.*Skriv RING/,
      ),
      expect.stringContaining('onsdag den 18. november'),
      expect.stringContaining('fredag den 20. november'),
    ]);
    const after = await shiftsOf(village, { date: week });
    expect(after.map((shift) => shift.id).sort()).toEqual(before.map((shift) => shift.id).sort());
    expect(after.every(({ revision }) => revision === 2)).toBe(true);
    await everybodyComes(village, '2026-11-13T20:00:00Z');
    village.gateway.sent.length = 0;
    await village.until('2026-11-16T07:16:00Z');
    expect(village.texts(village.jonas)).toEqual([
      expect.stringContaining('Vi ses i morgen, mandag'),
      expect.stringContaining('Er alt okay?'),
    ]);
  });

  it('bring back nothing else: what was cancelled for another reason stays cancelled', async () => {
    const village = await Village.found();
    const shifts = await village.atWork();
    const wednesday = shifts.find(({ date }) => date === '2026-11-18')!;
    await village.use(CancelShift).execute(wednesday.id, 'Til tandlæge', village.as(village.mette));
    const close = village.use(CloseCompanyDays);
    const { closingDays } = await close.execute(village.company.id, week, village.employer);
    expect(await reopen(village, closingDays.id)).toMatchObject({ backOn: 2, leftOut: 0 });
    expect(await planned(village)).toEqual(['11-16', '11-20']);
  });

  it('come back as far as they are still agreed; the contact hears of the rest', async () => {
    const { village, id } = await closed();
    const { id: agreementId } = await agreementOf(village);
    const fridays = { from: '2026-11-16', weeklyShifts: slots([5]) };
    await village.use(ChangeHours).execute(agreementId, fridays, village.as(village.mette));
    expect(await reopen(village, id)).toMatchObject({ backOn: 1, leftOut: 2 });
    expect(await planned(village)).toEqual(['11-20']);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'tell-company' }));
    expect(tasks).toMatchObject([{ staffId: village.mette.id }]);
  });

  it('are planned now when the plan had gone round them', async () => {
    const far = { from: '2027-01-11', to: '2027-01-15' };
    const { village, id } = await closed(far);
    await everybodyComes(village, '2026-12-02T18:00:00Z');
    expect(await planned(village, far)).toEqual([]);
    village.gateway.sent.length = 0;
    expect(await reopen(village, id)).toMatchObject({ backOn: 3, leftOut: 0 });
    await village.pass('PT1M');
    expect(await planned(village, far)).toEqual(['01-11', '01-13', '01-15']);
    // Nobody had been told that there was none.
    expect(village.texts(village.jonas)).toEqual([]);
  });

  it('are too late two days before, when shifts were cancelled; later when none were', async () => {
    const { village, id } = await closed();
    await everybodyComes(village, '2026-11-13T23:30:00Z');
    await expect(reopen(village, id)).rejects.toMatchObject({ code: 'company.closing-days-too-late' });
    expect(await planned(village)).toEqual([]);
    const weekend = { from: '2026-11-14', to: '2026-11-15' };
    const close = village.use(CloseCompanyDays);
    const nothing = await close.execute(
      village.company.id,
      { ...weekend, from: '2026-11-15' },
      village.employer,
    );
    expect(await reopen(village, nothing.closingDays.id)).toMatchObject({ backOn: 0 });
  });

  it('are taken back once, by their own company', async () => {
    const { village, id } = await closed();
    const other = { ...village.employer, companyId: 'another' };
    await expect(reopen(village, id, other)).rejects.toMatchObject({ code: 'company.not-found' });
    await reopen(village, id);
    await expect(reopen(village, id)).rejects.toMatchObject({ code: 'company.closing-days-not-found' });
  });
});

describe('the calendar of a company', () => {
  it('says how many shifts of how many people closing would cancel, and changes nothing', async () => {
    const village = await Village.found();
    await village.atWork();
    const preview = village.use(ClosingCalendar).preview(village.company.id, week, village.employer);
    expect(await preview).toEqual({ shifts: 3, people: 1 });
    expect(await planned(village)).toHaveLength(3);
  });

  it('has holidays, coming closing days, and suggestions with their shifts', async () => {
    const { village } = await closed();
    village.transactor.holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);
    const calendar = await village.use(ClosingCalendar).show(village.company.id, village.employer);
    expect(calendar.holidays.map(({ day }) => day)).toEqual(['2026-12-25', '2026-12-26', '2027-01-01']);
    expect(calendar.closingDays).toMatchObject([{ ...week, canReopen: true }]);
    expect(calendar.suggestions[0]).toEqual({
      kind: 'december-24',
      from: '2026-12-24',
      to: '2026-12-24',
      shifts: 0,
      people: 0,
    });
    const [, after] = calendar.suggestions;
    expect(after).toMatchObject({ kind: 'after-christmas', shifts: 2, people: 1 });
  });

  it('closes the same days once: a second click cancels nothing more', async () => {
    const { village, id } = await closed();
    const again = await village.use(CloseCompanyDays).execute(village.company.id, week, village.employer);
    expect([again.closingDays.id, again.cancelled]).toEqual([id, 3]);
    expect(await village.inside((unit) => unit.closingDays.count({}))).toBe(1);
  });
});
