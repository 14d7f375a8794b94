import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../kernel/index.js';
import { canReopen, checkClosing, closingSuggestions, mondayOfWeek } from './closing.js';
import type { ClosingDays } from './company.js';

/** Denmark's, by the data that production reads. */
const holidays = new Set([
  ...['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29'],
  ...['2027-05-06', '2027-05-16', '2027-05-17', '2027-12-25', '2027-12-26', '2028-01-01', '2028-04-13'],
  ...['2028-04-14', '2028-04-16', '2028-04-17', '2028-05-25', '2028-06-04', '2028-06-05'],
]);
const days = (over: Partial<ClosingDays>): ClosingDays => ({
  id: 'days',
  municipalityId: 'vejle',
  companyId: 'frugt',
  from: '2026-12-24',
  to: '2027-01-03',
  reason: null,
  cancelledShiftIds: [],
  ...over,
});

describe('days on which many are closed', () => {
  it('come in order, a year ahead, Easter as the public holidays say', () => {
    const found = closingSuggestions('2026-11-22', holidays, []).map(
      ({ kind, from, to }) => `${kind} ${from}${from === to ? '' : ` ${to}`}`,
    );
    expect(found).toEqual([
      'december-24 2026-12-24',
      'after-christmas 2026-12-27 2026-12-31',
      'week-7 2027-02-15 2027-02-19',
      'week-8 2027-02-22 2027-02-26',
      'before-easter 2027-03-22 2027-03-24',
      'bridge-day 2027-05-07',
      'summer 2027-07-19 2027-08-06',
      'week-42 2027-10-18 2027-10-22',
    ]);
  });

  it('leave out what is a weekend, a holiday, begun or closed already', () => {
    const kinds = (today: string, closed: ClosingDays[] = []): string[] =>
      closingSuggestions(today, holidays, closed).map(({ kind }) => kind);
    // 1 May and 5 June 2027 are Saturdays.
    expect(kinds('2026-11-22')).not.toContain('may-1');
    expect(kinds('2027-11-22')).toContain('may-1');
    // 5 June 2028 is Whit Monday.
    expect(kinds('2027-11-22')).not.toContain('june-5');
    expect(kinds('2026-12-24')).toEqual(expect.not.arrayContaining(['december-24']));
    expect(kinds('2026-11-22', [days({})])).not.toContain('after-christmas');
  });

  it.each([
    [2026, 1, '2025-12-29'],
    [2026, 53, '2026-12-28'],
    [2027, 1, '2027-01-04'],
    [2027, 8, '2027-02-22'],
  ])('week %i-%i begins on %s', (year, week, monday) => {
    expect(mondayOfWeek(year, week)).toBe(monday);
  });
});

describe('closing', () => {
  const TODAY = '2026-11-22';
  it.each([
    ['today alone', '2026-11-22', '2026-11-22'],
    ['a whole year from a day to come', '2027-01-01', '2028-01-02'],
  ])('is possible for %s', (_, from, to) => {
    expect(() => checkClosing({ from, to }, TODAY)).not.toThrow();
  });

  it.each([
    ['days in the wrong order', '2026-12-24', '2026-12-23', 'company.closing-days-invalid'],
    ['yesterday, also until tomorrow', '2026-11-21', '2026-11-23', 'company.closing-days-past'],
    ['a day more than a year', '2027-01-01', '2028-01-03', 'company.closing-days-too-long'],
  ])('is refused for %s', (_, from, to, code) => {
    expect(() => checkClosing({ from, to }, TODAY)).toThrow(expect.objectContaining({ code }));
  });
});

describe('taking closing days back', () => {
  it.each([
    ['no shift was cancelled: until they begin', [], '2026-12-23', '23:59', true],
    ['no shift was cancelled: not when they have begun', [], '2026-12-24', '00:00', false],
    ['shifts were cancelled: two days before', ['shift'], '2026-12-21', '23:59', true],
    ['shifts were cancelled: not later', ['shift'], '2026-12-22', '00:00', false],
  ])('%s', (_, cancelledShiftIds, date, time, can) => {
    expect(canReopen(days({ cancelledShiftIds }), instantOf(date, time))).toBe(can);
  });
});
