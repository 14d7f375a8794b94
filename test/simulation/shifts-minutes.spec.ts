import { describe, expect, it } from '@jest/globals';
import type { Shift } from '#domain';
import {
  CancelShift,
  CheckIn,
  ConfirmHours,
  RecordAttendance,
  ReportAbsence,
  SayNotHere,
  ShiftRecords,
} from '#use-cases';
import { agreed, shiftsOf, slots } from './calendar.js';
import { Village } from './village.js';

const ledger = async (village: Village, month: string, actor = village.as(village.mette)) => {
  const lines = await village.use(ShiftRecords).ledger({ citizenId: village.jonas.id, month }, actor);
  return lines.map(({ shift, paidMinutes, unpaidMinutes }) => [
    shift.date.slice(5),
    paidMinutes,
    unpaidMinutes,
  ]);
};
const record = (village: Village, shift: Shift, arrived: string, left: string) =>
  village.use(RecordAttendance).execute(shift.id, { arrived, left }, village.employer);

async function after(days: string) {
  const village = await Village.found();
  const shifts = await village.atWork();
  await village.until(days);
  return { village, shifts };
}

describe('the ledger of a month', () => {
  it('has planned minutes until something is known', async () => {
    const { village } = await after('2026-11-03T08:00:00Z');
    const lines = await ledger(village, '2026-11');
    expect(lines).toHaveLength(12);
    expect(lines.every(([, paid, unpaid]) => paid === 240 && unpaid === 0)).toBe(true);
    expect(await ledger(village, '2026-12')).toHaveLength(13);
    expect(await ledger(village, '2026-10')).toEqual([]);
  });

  it('has silence as planned minutes: it is not absence', async () => {
    const { village, shifts } = await after('2026-11-04T20:00:00Z');
    expect((await shiftsOf(village))[0]).toMatchObject({ id: shifts[0]!.id, state: 'unconfirmed' });
    expect((await ledger(village, '2026-11'))[0]).toEqual(['11-04', 240, 0]);
  });

  it('has minutes from when somebody came late until he left, and none of what did not take place', async () => {
    const { village, shifts } = await after('2026-11-14T08:00:00Z');
    const [first, second, third, fourth, fifth] = shifts as [Shift, Shift, Shift, Shift, Shift];
    await record(village, first, '10:00', '12:00');
    await record(village, second, '08:05', '11:15');
    await village
      .use(ReportAbsence)
      .execute(third.id, { cause: 'sick', by: 'contact' }, village.as(village.mette));
    await village.use(SayNotHere).execute(fourth.id, village.employer);
    await village.use(CancelShift).execute(fifth.id, 'Lukket', village.employer);
    expect((await ledger(village, '2026-11')).slice(0, 5)).toEqual([
      ['11-04', 120, 0],
      ['11-06', 195, 0],
      ['11-09', 0, 0],
      ['11-11', 0, 0],
      ['11-16', 240, 0],
    ]);
  });

  it('has paid and unpaid minutes apart, also on the same day', async () => {
    const village = await Village.found();
    await agreed(village, {
      paidFrom: '2026-11-11',
      paid: slots([3], '10:00', '12:00'),
      unpaid: [{ weekday: 3, start: '08:00', end: '10:00', task: 'Opvask' }],
    });
    expect((await ledger(village, '2026-11')).slice(0, 3)).toEqual([
      ['11-04', 0, 120],
      ['11-11', 0, 120],
      ['11-11', 120, 0],
    ]);
    const lines = await village.use(ShiftRecords).ledger({ month: '2026-11' }, village.as(village.mette));
    expect(lines.every(({ paidMinutes, unpaidMinutes }) => paidMinutes === 0 || unpaidMinutes === 0)).toBe(
      true,
    );
    expect(lines.map(({ shift }) => shift.task).filter((task) => task !== null)).toHaveLength(4);
  });

  it('is this month when none is named, and written down as seen', async () => {
    const { village } = await after('2026-12-01T00:30:00Z');
    village.transactor.accessLog.length = 0;
    const lines = await village.use(ShiftRecords).ledger({}, village.as(village.mette));
    expect(new Set(lines.map(({ shift }) => shift.date.slice(0, 7)))).toEqual(new Set(['2026-12']));
    expect(village.transactor.accessLog).toEqual([
      expect.objectContaining({ kind: 'shown', purpose: 'paid-hours', citizenIds: [village.jonas.id] }),
    ]);
  });

  it('shows a company its own shifts only', async () => {
    const { village } = await after('2026-11-03T08:00:00Z');
    const lines = (companyId: string) =>
      village.use(ShiftRecords).ledger({ month: '2026-11' }, { ...village.employer, companyId });
    expect(await lines(village.company.id)).toHaveLength(12);
    expect(await lines('another')).toEqual([]);
  });
});

describe('a night on which the clock changes', () => {
  const night = slots([6], '22:00', '06:00');

  it.each([
    ['autumn', '2026-10-05T08:00:00Z', '2026-10-17', '2026-10', '10-24', [480, 540, 480]],
    ['spring', '2027-03-08T08:00:00Z', '2027-03-20', '2027-03', '03-27', [480, 420]],
  ])(
    'in %s has one hour more or less, paid as it was worked',
    async (_season, now, startDate, month, date, minutes) => {
      const village = await Village.found({ smallJob: { startDate } });
      village.transactor.clock.set(now);
      const shifts = await village.atWork(startDate, night);
      for (const shift of shifts.slice(0, 2)) {
        await village.until(shift.startsAt);
        await village.use(CheckIn).execute(shift.id, undefined, village.employer);
      }
      const lines = await ledger(village, month);
      expect(lines.map(([, paid]) => paid)).toEqual(minutes);
      const changed = shifts.find((shift) => shift.date.slice(5) === date)!;
      expect([changed.start, changed.end]).toEqual(['22:00', '06:00']);
      await village.until(changed.endsAt);
      const confirmed = await village.use(ConfirmHours).execute(changed.id, undefined, village.employer);
      expect(confirmed.confirmedMinutes).toBe(minutes[1]);
    },
  );

  it('is written down by the clock on the wall: from ten until three is six hours in autumn', async () => {
    const village = await Village.found({ smallJob: { startDate: '2026-10-17' } });
    village.transactor.clock.set('2026-10-05T08:00:00Z');
    const shifts = await village.atWork('2026-10-17', night);
    const changed = shifts[1]!;
    await village.until('2026-10-25T09:00:00Z');
    const recorded = await record(village, changed, '22:00', '03:00');
    expect(recorded).toMatchObject({ state: 'present' });
    expect(recorded.leftAt!.toString()).toBe('2026-10-25T02:00:00Z');
    expect((await ledger(village, '2026-10')).find(([date]) => date === '10-24')).toEqual(['10-24', 360, 0]);
  });

  it('has a shift with an arrival after midnight that is late and not a day early', async () => {
    const village = await Village.found({ smallJob: { startDate: '2026-10-17' } });
    village.transactor.clock.set('2026-10-05T08:00:00Z');
    const [first] = await village.atWork('2026-10-17', night);
    await village.until('2026-10-18T09:00:00Z');
    const recorded = await record(village, first!, '00:30', '06:00');
    expect(recorded).toMatchObject({ state: 'late' });
    expect(recorded.arrivedAt!.toString()).toBe('2026-10-17T22:30:00Z');
  });
});

describe('confirming', () => {
  const confirm = (village: Village, shift: Shift, minutes?: number, actor = village.employer) =>
    village.use(ConfirmHours).execute(shift.id, minutes, actor);

  it('"Stemmer" keeps what is prefilled, "Ret" other minutes; then they stand', async () => {
    const { village, shifts } = await after('2026-11-07T08:00:00Z');
    expect((await confirm(village, shifts[0]!)).confirmedMinutes).toBe(240);
    expect((await confirm(village, shifts[1]!, 200)).confirmedMinutes).toBe(200);
    expect((await ledger(village, '2026-11')).slice(0, 2)).toEqual([
      ['11-04', 240, 0],
      ['11-06', 200, 0],
    ]);
    expect((await confirm(village, shifts[1]!, 200)).confirmedMinutes).toBe(200);
    expect((await confirm(village, shifts[1]!)).confirmedMinutes).toBe(200);
    await expect(confirm(village, shifts[1]!, 199)).rejects.toMatchObject({
      code: 'shift.already-confirmed',
    });
    await expect(record(village, shifts[1]!, '08:00', '12:00')).rejects.toMatchObject({
      code: 'shift.already-confirmed',
    });
    await expect(village.use(SayNotHere).execute(shifts[1]!.id, village.employer)).rejects.toMatchObject({
      code: 'shift.already-confirmed',
    });
  });

  it('waits until the shift is over, or somebody has come', async () => {
    const { village, shifts } = await after('2026-11-04T10:59:59Z');
    await expect(confirm(village, shifts[0]!)).rejects.toMatchObject({ code: 'shift.not-over' });
    await village.use(CheckIn).execute(shifts[0]!.id, undefined, village.employer);
    expect((await confirm(village, shifts[0]!, 240)).confirmedMinutes).toBe(240);
  });

  it('takes four hours more than planned and not a minute above, and nothing of what was cancelled', async () => {
    const { village, shifts } = await after('2026-11-07T08:00:00Z');
    await expect(confirm(village, shifts[0]!, 481)).rejects.toMatchObject({
      code: 'shift.times-invalid',
      details: { most: 480 },
    });
    expect((await confirm(village, shifts[0]!, 480)).confirmedMinutes).toBe(480);
    await village.use(CancelShift).execute(shifts[1]!.id, 'Lukket', village.employer);
    await expect(confirm(village, shifts[1]!)).rejects.toMatchObject({ code: 'shift.wrong-state' });
  });

  it('ends the line on the list of the day', async () => {
    const { village, shifts } = await after('2026-11-04T20:00:00Z');
    const open = () =>
      village.inside((unit) => unit.tasks.count({ kind: 'unconfirmed-list', doneAt: { isNull: true } }));
    expect(await open()).toBe(1);
    await confirm(village, shifts[0]!);
    expect(await open()).toBe(0);
  });

  it('is not for another company', async () => {
    const { village, shifts } = await after('2026-11-07T08:00:00Z');
    const other = { ...village.employer, companyId: 'another' };
    await expect(confirm(village, shifts[0]!, 240, other)).rejects.toMatchObject({ code: 'shift.not-found' });
  });
});
