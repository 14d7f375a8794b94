import { describe, expect, it } from '@jest/globals';
import type { Shift } from '#domain';
import {
  CancelShift,
  CheckIn,
  consequencesOf,
  ConfirmMonth,
  MonthRecords,
  MonthsToConfirm,
  MoveShift,
  ReadShiftTraces,
  ReportAbsence,
  SayNotHere,
  ShiftFile,
  ShiftList,
  WeekOfShifts,
  type Consequences,
  type ShiftListView,
} from '#use-cases';
import { Village } from './village.js';

/** Jonas works on Mondays, Wednesdays and Fridays from 8 to 12 from 4 November 2026, a Wednesday. */
async function livedUntil(time: string): Promise<{ village: Village; shifts: Shift[] }> {
  const village = await Village.found();
  const shifts = await village.atWork();
  await village.until(time);
  return { village, shifts };
}

const list = (village: Village, view: ShiftListView, more: object = {}, who = village.mette) =>
  village.use(ShiftList).show({ view, ...more }, { limit: 50 }, village.as(who));
const dates = ({ items }: { items: { shift: Shift }[] }): string[] => items.map(({ shift }) => shift.date);

/** Does something about a shift and tells what it stopped and started. */
async function followed(village: Village, shift: Shift, does: () => Promise<unknown>): Promise<Consequences> {
  const traces = () => village.use(ReadShiftTraces).execute(shift.id, village.as(village.mette));
  const before = await traces();
  await does();
  return consequencesOf(before, await traces());
}

describe('the questions of the list', () => {
  it('are today, tomorrow, whoever was not seen, what nobody spoke of, and one’s own', async () => {
    const { village, shifts } = await livedUntil('2026-11-09T06:00:00Z');
    // A Monday. The shifts of the week before had nobody speak of them.
    expect(dates(await list(village, 'today'))).toEqual(['2026-11-09']);
    expect(dates(await list(village, 'tomorrow'))).toEqual([]);
    expect(dates(await list(village, 'unconfirmed'))).toEqual(['2026-11-04', '2026-11-06']);
    await village.use(SayNotHere).execute(shifts[1]!.id, village.as(village.mette));
    const missed = await list(village, 'not-seen');
    expect(dates(missed)).toEqual(['2026-11-06']);
    expect(missed.counts).toMatchObject({ today: 1, tomorrow: 0, 'not-seen': 1, unconfirmed: 1, mine: 3 });
    expect(dates(await list(village, 'mine'))).toEqual(['2026-11-09', '2026-11-11', '2026-11-13']);
    expect(dates(await list(village, 'mine', {}, village.lars))).toEqual([]);
  });

  it('leave out who was not seen longer ago than a week, and what was confirmed', async () => {
    const { village, shifts } = await livedUntil('2026-11-06T20:00:00Z');
    await village.use(SayNotHere).execute(shifts[0]!.id, village.as(village.mette));
    await village.until('2026-11-11T06:00:00Z');
    expect(dates(await list(village, 'not-seen'))).toEqual(['2026-11-04']);
    await village.until('2026-11-12T06:00:00Z');
    expect(dates(await list(village, 'not-seen'))).toEqual([]);
  });

  it('go over to days and states that were chosen, in the other order too', async () => {
    const { village } = await livedUntil('2026-11-09T06:00:00Z');
    const some = { from: '2026-11-09', to: '2026-11-13' };
    expect(dates(await list(village, 'all', { ...some, direction: 'desc' }))).toEqual([
      '2026-11-13',
      '2026-11-11',
      '2026-11-09',
    ]);
    expect(dates(await list(village, 'all', { ...some, state: 'cancelled' }))).toEqual([]);
  });

  it('are for the municipality only', async () => {
    const { village } = await livedUntil('2026-11-09T06:00:00Z');
    await expect(
      village.use(ShiftList).show({ view: 'today' }, { limit: 5 }, village.employer),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('without anybody on duty', () => {
  const alone = async (village: Village) => dates(await list(village, 'without-duty'));
  const move = (village: Village, { id }: Shift, date: string, start: string, end: string) =>
    village.use(MoveShift).execute(id, { date, start, end }, village.as(village.mette));

  it('are shifts in the evening, at the weekend and on public holidays', async () => {
    const { village, shifts } = await livedUntil('2026-11-08T12:00:00Z');
    expect(await alone(village)).toEqual([]);
    await move(village, shifts[2]!, '2026-11-09', '17:00', '20:00');
    await move(village, shifts[3]!, '2026-11-14', '08:00', '12:00');
    expect(await alone(village)).toEqual(['2026-11-09', '2026-11-14']);
    const evening = await list(village, 'without-duty');
    expect(evening.items.map(({ isOnDuty }) => isOnDuty)).toEqual([false, false]);
    expect((await list(village, 'today')).counts['without-duty']).toBe(2);
  });

  it('are none a quarter of an hour before the phone opens, and one half an hour before', async () => {
    const { village, shifts } = await livedUntil('2026-11-08T12:00:00Z');
    await move(village, shifts[2]!, '2026-11-09', '07:00', '12:00');
    expect(await alone(village)).toEqual([]);
    await move(village, shifts[2]!, '2026-11-09', '06:45', '12:00');
    expect(await alone(village)).toEqual(['2026-11-09']);
  });

  it('are those whose cover has other hours, and those without anybody to call', async () => {
    const { village } = await livedUntil('2026-11-08T12:00:00Z');
    const cover = {
      id: village.rows.staff().id,
      municipalityId: village.municipality.id,
      smallJobId: village.smallJob.id,
      byStaffId: village.lars.id,
      from: '2026-11-11',
      to: '2026-11-11',
    };
    await village.inside(async (unit) => {
      await unit.staff.update({
        ...village.lars,
        contactHours: { weekdays: [1], from: '07:15', to: '15:30' },
      });
      await unit.covers.insert(cover);
    });
    expect(await alone(village)).toEqual(['2026-11-11']);
    await village.inside((unit) => unit.staff.update({ ...village.mette, phone: null }));
    expect(await alone(village)).toEqual(['2026-11-09', '2026-11-11', '2026-11-13']);
  });
});

describe('what is done about a shift', () => {
  it('says which case it closed, what it started, and who hears of it', async () => {
    const { village, shifts } = await livedUntil('2026-11-04T07:20:00Z');
    const [first, second] = shifts as [Shift, Shift];
    const mette = village.as(village.mette);
    const byPhone = { from: 'workplace', how: 'phone' } as const;
    const missing = await followed(village, first, () =>
      village.use(SayNotHere).execute(first.id, mette, byPhone),
    );
    expect(missing).toMatchObject({ caseClosed: false, caseOpened: false });
    await village.pass('PT1M');
    const here = await followed(village, first, () =>
      village.use(CheckIn).execute(first.id, undefined, mette, { from: 'citizen', how: 'phone' }),
    );
    expect(here.caseClosed).toBe(true);
    const file = await village.use(ShiftFile).show(first.id, mette);
    expect(file.shift.evidence.map(({ by, how, writtenByStaffId }) => [by, how, writtenByStaffId])).toEqual([
      ['workplace', 'phone', village.mette.id],
      ['citizen', 'phone', village.mette.id],
    ]);
    expect(file.staff.get(village.mette.id)?.name).toBe('Mette Holm');
    expect(file.actions).toEqual(['not-here', 'attendance', 'well-done']);
    const off = await followed(village, second, () =>
      village.use(CancelShift).execute(second.id, 'Ingen varer', mette),
    );
    expect(off).toMatchObject({ caseClosed: false, told: ['citizen', 'company'] });
  });

  it('is written down with how it was heard, and only by staff', async () => {
    const { village, shifts } = await livedUntil('2026-11-04T07:20:00Z');
    const [first] = shifts as [Shift];
    const absence = { cause: 'sick', by: 'citizen', how: 'phone' } as const;
    await expect(
      village.use(ReportAbsence).execute(first.id, absence, village.employer),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    const absent = await village.use(ReportAbsence).execute(first.id, absence, village.as(village.mette));
    expect(absent.evidence.at(-1)).toMatchObject({ by: 'citizen', says: 'absent', how: 'phone' });
  });
});

describe('the week', () => {
  const week = (village: Village, scope: 'mine' | 'team' | 'municipality', who = village.mette) =>
    village.use(WeekOfShifts).show('2026-11-09', scope, village.as(who));

  it('has each day with its shifts and who is on duty, for whom one asks', async () => {
    const { village } = await livedUntil('2026-11-09T06:00:00Z');
    const own = await week(village, 'mine');
    expect(own.days.map(({ date, count }) => `${date.slice(8)} ${count}`)).toEqual([
      '09 1',
      '10 0',
      '11 1',
      '12 0',
      '13 1',
      '14 0',
      '15 0',
    ]);
    expect(own.days[0]!.onDuty).toEqual([
      { staff: expect.objectContaining({ name: 'Mette Holm' }), isCover: false, shifts: 1 },
    ]);
    expect((await week(village, 'mine', village.lars)).days.every(({ count }) => count === 0)).toBe(true);
    expect((await week(village, 'municipality', village.lars)).days[0]!.count).toBe(1);
  });

  it('is the one that is now, when none is named', async () => {
    const { village } = await livedUntil('2026-11-15T20:00:00Z');
    const { from, to } = await village.use(WeekOfShifts).show(undefined, 'mine', village.as(village.mette));
    expect([from, to]).toEqual(['2026-11-09', '2026-11-15']);
  });
});

describe('months to confirm', () => {
  const toConfirm = (village: Village, month?: string) =>
    village.use(MonthsToConfirm).show(month, village.as(village.mette));

  it('count what is over and not confirmed, by company, paid and unpaid apart', async () => {
    const { village } = await livedUntil('2026-11-09T20:00:00Z');
    const { month, months, companies } = await toConfirm(village);
    expect([month, months]).toEqual(['2026-11', [{ month: '2026-11', toConfirm: 3 }]]);
    expect(companies).toEqual([
      expect.objectContaining({
        toConfirm: 3,
        people: 1,
        paidMinutes: 720,
        unpaidMinutes: 0,
        since: '2026-11-04',
      }),
    ]);
    expect((await toConfirm(village, '2026-10')).companies).toEqual([]);
  });

  it('are settled when staff write down that they are right, with how the company said so', async () => {
    const { village, shifts } = await livedUntil('2026-11-09T20:00:00Z');
    const mette = village.as(village.mette);
    const { version } = await village.use(MonthRecords).show(village.company.id, '2026-11', mette);
    const input = { version, corrections: [], how: 'phone' as const };
    await village.use(ConfirmMonth).execute(village.company.id, '2026-11', input, mette);
    expect((await toConfirm(village)).companies).toEqual([]);
    const { shift } = await village.use(ShiftFile).show(shifts[0]!.id, mette);
    expect(shift.evidence.at(-1)).toMatchObject({ by: 'workplace', how: 'phone', says: 'here' });
    const again = village.use(ConfirmMonth).execute(village.company.id, '2026-11', input, village.employer);
    await expect(again).resolves.toBeDefined();
  });
});
