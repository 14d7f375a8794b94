import { describe, expect, it } from '@jest/globals';
import { weekly } from '../../../../test/builders/small-job.js';
import { rowsOf } from '../../../../test/contracts/rows.js';
import type { Agreement } from './agreement.js';
import {
  checkAgreement,
  hasAllSignatures,
  paidWeekOn,
  planHorizon,
  weeklyPaidMinutes,
  withHours,
} from './rules.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const { id: jobId, companyId } = rows.smallJob('company');
const offer = rows.offer(rows.match(jobId, 'citizen'), companyId);
const agreement = (over: Partial<Agreement> = {}): Agreement => rows.agreement(offer, over);
const unpaid = (weekday: 1 | 2, start: string, end: string, task = 'Opvask') => ({
  weekday,
  start,
  end,
  task,
});
const mornings = weekly([1, 3], '08:00', '10:00');

describe('an agreement', () => {
  const check = (over: Partial<Agreement>, tasks = ['Tomme kasser', 'lager', 'Lager']) => {
    return () => checkAgreement(agreement(over), tasks);
  };
  const refused = (code: string) => expect.objectContaining({ code });

  it('has paid hours, from the start or from a day that is agreed', () => {
    expect(check({ startDate: '2026-11-30', paidFrom: '2026-11-30' })).not.toThrow();
    expect(check({ startDate: '2026-11-30', paidFrom: '2026-12-14' })).not.toThrow();
    expect(check({ startDate: '2026-11-30', paidFrom: '2026-11-29' })).toThrow(
      refused('agreement.dates-invalid'),
    );
  });

  it.each([
    ['no periods', []],
    ['a first period without slots', [{ from: '2026-11-30', paid: [] }]],
  ])('is refused with %s of paid hours', (_what, hours) => {
    expect(check({ hours })).toThrow(refused('agreement.no-paid-hours'));
  });

  it('never has two slots at the same time, paid or not', () => {
    const hours = [{ from: '2026-11-30', paid: mornings }];
    expect(check({ hours, unpaid: [unpaid(1, '10:00', '12:00')] })).not.toThrow();
    expect(check({ hours, unpaid: [unpaid(1, '09:59', '12:00')] })).toThrow(
      refused('agreement.slots-overlap'),
    );
    expect(check({ hours, unpaid: [unpaid(2, '08:00', '10:00'), unpaid(2, '09:00', '11:00')] })).toThrow(
      refused('agreement.slots-overlap'),
    );
  });

  it('never has a break as long as its slot', () => {
    const paid = mornings.map((slot) => ({ ...slot, breakMinutes: 119 }));
    expect(check({ hours: [{ from: '2026-11-30', paid }] })).not.toThrow();
    const all = mornings.map((slot) => ({ ...slot, breakMinutes: 120 }));
    expect(check({ hours: [{ from: '2026-11-30', paid: all }] })).toThrow(
      refused('agreement.break-too-long'),
    );
  });

  it.each(['Tomme kasser', 'tomme KASSER', '  Tomme kasser ', 'lager', 'LAGER'])(
    'never has "%s" both paid and unpaid',
    (task) => {
      expect(check({ unpaid: [unpaid(2, '08:00', '10:00', task)] })).toThrow(
        expect.objectContaining({ code: 'agreement.same-task-paid-and-unpaid', details: { task } }),
      );
    },
  );

  it('may have another task unpaid', () => {
    expect(check({ unpaid: [unpaid(2, '08:00', '10:00', 'Tomme kasser i kælderen')] })).not.toThrow();
  });
});

describe('signatures', () => {
  const signed = (...parties: Agreement['signatures'][number]['party'][]) =>
    hasAllSignatures(
      agreement({ signatures: parties.map((party) => ({ party, at: '', byName: '', onBehalf: false })) }),
    );

  it('are three, of three parties', () => {
    expect(signed('employer', 'citizen', 'municipality')).toBe(true);
    expect(signed('municipality', 'citizen', 'employer')).toBe(true);
    expect(signed('employer', 'citizen')).toBe(false);
    expect(signed('employer', 'citizen', 'citizen')).toBe(false);
    expect(signed()).toBe(false);
  });
});

describe('the paid week that counts on a day', () => {
  const few = { from: '2026-11-30', paid: mornings };
  const more = { from: '2027-01-04', paid: weekly([1, 2, 3, 4, 5], '08:00', '12:00') };
  const grown = agreement({ startDate: '2026-11-23', paidFrom: '2026-11-30', hours: [few, more] });

  it.each([
    ['before paid hours begin', '2026-11-29', []],
    ['on their first day', '2026-11-30', few.paid],
    ['on the last day of the old hours', '2027-01-03', few.paid],
    ['on the first day of the new hours', '2027-01-04', more.paid],
    ['long after', '2030-01-01', more.paid],
  ])('%s', (_what, date, expected) => {
    expect(paidWeekOn(grown, date)).toEqual(expected);
  });

  it('is none before paid hours begin, whatever the first period says', () => {
    const later = agreement({ paidFrom: '2026-12-07', hours: [few] });
    expect(paidWeekOn(later, '2026-12-06')).toEqual([]);
    expect(paidWeekOn(later, '2026-12-07')).toEqual(few.paid);
  });

  it('grows from 4 to 20 hours', () => {
    expect(weeklyPaidMinutes(grown, '2026-12-01')).toBe(240);
    expect(weeklyPaidMinutes(grown, '2027-01-04')).toBe(1200);
    expect(weeklyPaidMinutes(grown, '2026-11-23')).toBe(0);
  });
});

describe('a new period of hours', () => {
  const period = (from: string) => ({ from, paid: mornings });

  it.each([
    ['comes after those before it', ['2026-11-30'], '2027-01-04', ['2026-11-30', '2027-01-04']],
    [
      'takes the place of one from the same day',
      ['2026-11-30', '2027-01-04'],
      '2027-01-04',
      ['2026-11-30', '2027-01-04'],
    ],
    [
      'takes the place of later ones',
      ['2026-11-30', '2027-01-04', '2027-02-01'],
      '2026-12-14',
      ['2026-11-30', '2026-12-14'],
    ],
    ['is the first', [], '2026-11-30', ['2026-11-30']],
  ])('%s', (_what, before, from, expected) => {
    const fresh = { from, paid: weekly([2], '12:00', '14:00') };
    const periods = withHours(before.map(period), fresh);
    expect(periods.map((one) => one.from)).toEqual(expected);
    expect(periods.at(-1)).toBe(fresh);
  });

  it('leaves the given periods as they were', () => {
    const given = [period('2026-11-30'), period('2027-01-04')];
    withHours(given, period('2026-12-07'));
    expect(given).toHaveLength(2);
  });
});

it('plans so many weeks ahead', () => {
  expect(planHorizon('2026-11-30', 8)).toBe('2027-01-25');
});
