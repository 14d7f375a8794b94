import { describe, expect, it } from '@jest/globals';
import { weekly } from '../../../../test/builders/small-job.js';
import { rowsOf } from '../../../../test/contracts/rows.js';
import type { Agreement } from '../agreement/index.js';
import { minutesBetween } from '../kernel/index.js';
import { planShifts, type PlanInput } from './shift-plan.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const offer = rows.offer(rows.match('job', 'citizen'), 'company');
const mornings = weekly([1, 3, 5], '08:00', '12:00', 15);

const plan = (over: Partial<Agreement>, input: Partial<Omit<PlanInput, 'agreement'>> = {}) => {
  const base = {
    startDate: '2026-11-30',
    paidFrom: '2026-11-30',
    hours: [{ from: '2026-11-30', paid: mornings }],
  };
  const agreement = rows.agreement(offer, { ...base, ...over });
  return planShifts({
    agreement,
    from: '2026-11-30',
    to: '2026-12-13',
    daysOff: new Set(),
    until: null,
    ...input,
  });
};
const dates = (shifts: ReturnType<typeof plan>) => shifts.map(({ date }) => date.slice(5));

describe('the shifts of an agreement', () => {
  it('are one for every slot of every week, in order', () => {
    expect(dates(plan({}))).toEqual(['11-30', '12-02', '12-04', '12-07', '12-09', '12-11']);
  });

  it('hold wall times, break and instants', () => {
    expect(plan({})[0]).toMatchObject({
      start: '08:00',
      end: '12:00',
      breakMinutes: 15,
      paid: true,
      task: null,
    });
    expect(plan({})[0]!.startsAt.toString()).toBe('2026-11-30T07:00:00Z');
    expect(plan({})[0]!.endsAt.toString()).toBe('2026-11-30T11:00:00Z');
  });

  it('begin no earlier than the agreement and end with what was asked for, both days included', () => {
    expect(dates(plan({}, { from: '2026-11-01', to: '2026-12-02' }))).toEqual(['11-30', '12-02']);
    expect(dates(plan({}, { from: '2026-12-02', to: '2026-12-02' }))).toEqual(['12-02']);
    expect(plan({}, { from: '2026-12-03', to: '2026-12-02' })).toEqual([]);
  });

  it('end with the small job', () => {
    expect(dates(plan({}, { until: '2026-12-07' }))).toEqual(['11-30', '12-02', '12-04', '12-07']);
    expect(dates(plan({}, { until: '2027-06-01' }))).toHaveLength(6);
    expect(plan({}, { until: '2026-11-29' })).toEqual([]);
  });

  it('leave out days off', () => {
    expect(dates(plan({}, { daysOff: new Set(['2026-12-02', '2026-12-05', '2026-12-11']) }))).toEqual([
      '11-30',
      '12-04',
      '12-07',
      '12-09',
    ]);
  });

  it('change with the hours from a day on', () => {
    const more = { from: '2026-12-07', paid: weekly([1, 2, 3, 4, 5], '09:00', '13:00') };
    const shifts = plan({ hours: [{ from: '2026-11-30', paid: mornings }, more] });
    expect(dates(shifts)).toEqual(['11-30', '12-02', '12-04', '12-07', '12-08', '12-09', '12-10', '12-11']);
    expect(shifts.map(({ start }) => start)).toEqual([
      ...Array<string>(3).fill('08:00'),
      ...Array<string>(5).fill('09:00'),
    ]);
  });

  it('are unpaid before the day from which hours are paid, and unpaid ones are apart, with their task', () => {
    const unpaid = [{ weekday: 1 as const, start: '12:00', end: '14:00', task: 'Opvask' }];
    const shifts = plan({ paidFrom: '2026-12-07', hours: [{ from: '2026-12-07', paid: mornings }], unpaid });
    expect(shifts.map(({ date, paid, task }) => [date.slice(5), paid, task])).toEqual([
      ['11-30', false, 'Opvask'],
      ['12-07', true, null],
      ['12-07', false, 'Opvask'],
      ['12-09', true, null],
      ['12-11', true, null],
    ]);
  });

  it('of one day stand in the order of the day', () => {
    const paid = [...weekly([1], '13:00', '15:00'), ...weekly([1], '08:00', '10:00')];
    const shifts = plan({ hours: [{ from: '2026-11-30', paid }] }, { to: '2026-11-30' });
    expect(shifts.map(({ start }) => start)).toEqual(['08:00', '13:00']);
  });

  it('may be two weeks with different lengths of the same night: the clock changes', () => {
    const nights = {
      startDate: '2026-10-01',
      paidFrom: '2026-10-01',
      hours: [{ from: '2026-10-01', paid: weekly([6], '22:00', '06:00') }],
    };
    const shifts = plan(nights, { from: '2026-10-12', to: '2026-11-01' });
    expect(shifts.map(({ date, start, end }) => [date, start, end].join(' '))).toEqual([
      '2026-10-17 22:00 06:00',
      '2026-10-24 22:00 06:00',
      '2026-10-31 22:00 06:00',
    ]);
    expect(shifts.map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt))).toEqual([480, 540, 480]);
  });
});
