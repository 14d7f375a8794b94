import { describe, expect, it } from '@jest/globals';
import type { Shift } from '#domain';
import {
  CancelShift,
  CheckIn,
  CompanyShifts,
  ConfirmHours,
  ConfirmMonth,
  MonthRecords,
  ReportAbsence,
  SayNotHere,
  type MonthRecord,
} from '#use-cases';
import { Village } from './village.js';

/** November: Jonas works on the 4th, 6th, 9th, 11th, 13th ... from 8 to 12. */
async function livedUntil(time: string): Promise<{ village: Village; shifts: Shift[] }> {
  const village = await Village.found();
  const shifts = await village.atWork();
  await village.until(time);
  return { village, shifts };
}

const november = (village: Village, actor = village.employer): Promise<MonthRecord> =>
  village.use(MonthRecords).show(village.company.id, '2026-11', actor);
const confirm = (village: Village, version: string, corrections: object[] = [], actor = village.employer) =>
  village
    .use(ConfirmMonth)
    .execute(village.company.id, '2026-11', { version, corrections: corrections as never }, actor);
const standings = ({ people }: MonthRecord): string[] =>
  people.flatMap(({ lines }) => lines.map(({ shift, standing }) => `${shift.date.slice(8)} ${standing}`));

describe('the month', () => {
  it('has the planned hours filled in, and says what is left to confirm', async () => {
    const { village } = await livedUntil('2026-11-09T20:00:00Z');
    const month = await november(village);
    expect(standings(month).slice(0, 5)).toEqual([
      '04 to-confirm',
      '06 to-confirm',
      '09 to-confirm',
      '11 coming',
      '13 coming',
    ]);
    expect(month.people.map(({ citizen, smallJob }) => [citizen.name, smallJob.title])).toEqual([
      ['Jonas Prøvesen', 'Tomme kasser'],
    ]);
    expect(month.totals).toMatchObject({ toConfirm: 3, coming: 9, paidMinutes: 12 * 240, unpaidMinutes: 0 });
  });

  it('confirms all that was over, and nothing to come; again it is the same', async () => {
    const { village } = await livedUntil('2026-11-09T20:00:00Z');
    const { version } = await november(village);
    const after = await confirm(village, version);
    expect(after.totals).toMatchObject({ toConfirm: 0, coming: 9, confirmedPaidMinutes: 720 });
    expect(await confirm(village, version)).toEqual(after);
    expect(after.version).toBe(version);
  });

  it('corrects some and lets the rest stand, all in one; the same once more changes nothing', async () => {
    const { village, shifts } = await livedUntil('2026-11-09T20:00:00Z');
    const { version } = await november(village);
    const corrections = [
      { shiftId: shifts[0]!.id, arrived: '08:30', left: '12:45', breakMinutes: 30 },
      { shiftId: shifts[1]!.id, arrived: '07:45', left: '12:00' },
    ];
    const after = await confirm(village, version, corrections);
    const minutes = after.people[0]!.lines.slice(0, 3).map((line) => [line.shift.state, line.minutes]);
    expect(minutes).toEqual([
      ['late', 225],
      ['present', 255],
      ['unconfirmed', 240],
    ]);
    expect(await confirm(village, version, corrections)).toEqual(after);
  });

  it('is all or nothing, and says which shift a correction is wrong for', async () => {
    const { village, shifts } = await livedUntil('2026-11-09T20:00:00Z');
    const { version } = await november(village);
    const wrong = { shiftId: shifts[1]!.id, arrived: '12:00', left: '03:00' };
    await expect(confirm(village, version, [wrong])).rejects.toMatchObject({
      code: 'shift.times-invalid',
      details: { shiftId: shifts[1]!.id },
    });
    const tooLongABreak = { shiftId: shifts[1]!.id, arrived: '08:00', left: '09:00', breakMinutes: 60 };
    await expect(confirm(village, version, [tooLongABreak])).rejects.toMatchObject({
      code: 'shift.times-invalid',
    });
    expect((await november(village)).totals.toConfirm).toBe(3);
  });

  it('shows apart who was not there; it counts nothing and needs no confirming', async () => {
    const { village, shifts } = await livedUntil('2026-11-04T07:05:00Z');
    const [wednesday, friday, monday] = shifts as [Shift, Shift, Shift];
    await village.use(SayNotHere).execute(wednesday.id, village.employer);
    await village
      .use(ReportAbsence)
      .execute(friday.id, { cause: 'sick', by: 'citizen' }, village.as(village.mette));
    await village.use(CancelShift).execute(monday.id, 'Ingen varer', village.employer);
    await village.until('2026-11-11T20:00:00Z');
    const month = await november(village);
    expect(standings(month).slice(0, 4)).toEqual([
      '04 not-worked',
      '06 not-worked',
      '09 not-worked',
      '11 to-confirm',
    ]);
    const correctable = month.people[0]!.lines.slice(0, 5).map(({ canCorrect }) => canCorrect);
    // Said to be away: yes. Cancelled: no. Over: yes. To come: no.
    expect(correctable).toEqual([true, true, false, true, false]);
    const after = await confirm(village, month.version);
    expect(after.totals).toMatchObject({ toConfirm: 0, confirmedPaidMinutes: 240 });
    const first = await village.inside((unit) => unit.shifts.find(wednesday.id));
    expect([first?.state, first?.confirmedAt]).toEqual(['missed', null]);
  });

  it('lets the company say that somebody was there after all', async () => {
    const { village, shifts } = await livedUntil('2026-11-04T07:05:00Z');
    await village.use(SayNotHere).execute(shifts[0]!.id, village.employer);
    await village.until('2026-11-04T20:00:00Z');
    const { version } = await november(village);
    const after = await confirm(village, version, [
      { shiftId: shifts[0]!.id, arrived: '09:00', left: '12:00' },
    ]);
    expect(after.people[0]!.lines[0]).toMatchObject({ standing: 'confirmed', minutes: 180 });
  });

  it('tells what has changed since it was seen, and confirms nothing then', async () => {
    const { village, shifts } = await livedUntil('2026-11-06T07:30:00Z');
    const { version } = await november(village);
    await village.until('2026-11-06T20:00:00Z');
    await village.use(SayNotHere).execute(shifts[0]!.id, village.as(village.mette));
    await expect(confirm(village, version)).rejects.toMatchObject({
      code: 'month.changed',
      details: { changed: [{ shiftId: shifts[0]!.id, state: 'missed', minutes: 0 }] },
    });
    expect((await november(village)).totals.confirmedPaidMinutes).toBe(0);
  });

  it('does not confirm unseen what was still coming when the list was fetched', async () => {
    const { village, shifts } = await livedUntil('2026-11-06T09:00:00Z');
    const { version } = await november(village);
    await village.until('2026-11-06T20:00:00Z');
    const after = await confirm(village, version);
    expect(standings(after).slice(0, 2)).toEqual(['04 confirmed', '06 to-confirm']);
    await expect(
      confirm(village, version, [{ shiftId: shifts[1]!.id, arrived: '08:00', left: '11:00' }]),
    ).rejects.toMatchObject({ code: 'shift.not-found' });
  });

  it('lets a colleague confirm the same, and refuses what contradicts', async () => {
    const { village, shifts } = await livedUntil('2026-11-06T20:00:00Z');
    const { version } = await november(village);
    await village.use(ConfirmHours).execute(shifts[0]!.id, undefined, village.employer);
    expect((await confirm(village, version)).totals.toConfirm).toBe(0);
    await expect(
      confirm(village, version, [{ shiftId: shifts[1]!.id, arrived: '08:00', left: '10:00' }]),
    ).rejects.toMatchObject({ code: 'month.changed' });
    const other = await livedUntil('2026-11-06T20:00:00Z');
    const seen = await november(other.village);
    await other.village.use(ConfirmHours).execute(other.shifts[0]!.id, 200, other.village.employer);
    await expect(confirm(other.village, seen.version)).rejects.toMatchObject({ code: 'month.changed' });
  });

  it('counts what was seen of an arrival: an hour later is an hour less', async () => {
    const { village, shifts } = await livedUntil('2026-11-04T08:00:00Z');
    await village.use(CheckIn).execute(shifts[0]!.id, undefined, village.employer);
    await village.until('2026-11-04T20:00:00Z');
    const month = await november(village);
    expect(month.people[0]!.lines[0]).toMatchObject({ plannedMinutes: 240, minutes: 180 });
  });

  it('is the one that is now when none is named', async () => {
    const { village } = await livedUntil('2026-12-01T08:00:00Z');
    const { month } = await village.use(MonthRecords).show(village.company.id, undefined, village.employer);
    expect(month).toBe('2026-12');
    const week = await village.use(CompanyShifts).between(village.company.id, undefined, village.employer);
    expect([week.from, week.to]).toEqual(['2026-11-30', '2026-12-06']);
  });

  it('is of one company, and logged', async () => {
    const { village } = await livedUntil('2026-11-06T20:00:00Z');
    await expect(november(village, { ...village.employer, companyId: 'another' })).rejects.toMatchObject({
      code: 'company.not-found',
    });
    const before = village.transactor.accessLog.length;
    await november(village);
    expect(village.transactor.accessLog.slice(before)).toMatchObject([
      { who: 'Ali Demir', citizenIds: [village.jonas.id], purpose: 'company.month' },
    ]);
  });
});
