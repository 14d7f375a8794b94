import { describe, expect, it } from '@jest/globals';
import { instantOf, isoWithOffset } from '../kernel/index.js';
import { nextContactTime } from './contact-hours.js';
import type { ContactHours } from './staff.js';

const weekdays: ContactHours = { weekdays: [1, 2, 3, 4, 5], from: '07:15', to: '15:30' };
const next = (date: string, time: string, hours = weekdays, holidays: string[] = []) =>
  isoWithOffset(nextContactTime(hours, instantOf(date, time), new Set(holidays))).slice(0, 16);

describe('when the contact calls', () => {
  it.each([
    ['within the hours: now', '2026-11-30', '10:00', '2026-11-30T10:00'],
    ['at their first minute: now', '2026-11-30', '07:15', '2026-11-30T07:15'],
    ['before them: when they begin', '2026-11-30', '07:14', '2026-11-30T07:15'],
    ['in their last minute: now', '2026-11-30', '15:29', '2026-11-30T15:29'],
    ['when they end: tomorrow', '2026-11-30', '15:30', '2026-12-01T07:15'],
    ['on Friday evening: Monday', '2026-12-04', '18:00', '2026-12-07T07:15'],
    ['on Saturday: Monday', '2026-12-05', '10:00', '2026-12-07T07:15'],
    ['over the spring change: the same wall time', '2026-03-27', '16:00', '2026-03-30T07:15'],
    ['over the autumn change: the same wall time', '2026-10-23', '16:00', '2026-10-26T07:15'],
  ])('%s', (_what, date, time, expected) => {
    expect(next(date, time)).toBe(expected);
  });

  it('never on a public holiday', () => {
    const christmas = ['2026-12-25', '2026-12-26'];
    expect(next('2026-12-24', '16:00', weekdays, christmas)).toBe('2026-12-28T07:15');
    expect(next('2026-12-25', '10:00', weekdays, christmas)).toBe('2026-12-28T07:15');
  });

  it('on the one weekday of somebody with few hours', () => {
    const thursdays: ContactHours = { weekdays: [4], from: '09:00', to: '11:00' };
    expect(next('2026-12-03', '11:00', thursdays)).toBe('2026-12-10T09:00');
    expect(next('2026-12-03', '11:00', thursdays, ['2026-12-10'])).toBe('2026-12-17T09:00');
  });

  it('as wished when somebody has no contact hours at all', () => {
    expect(next('2026-11-30', '22:00', { ...weekdays, weekdays: [] })).toBe('2026-11-30T22:00');
  });
});
