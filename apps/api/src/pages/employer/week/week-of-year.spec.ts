import { describe, expect, test } from '@jest/globals';
import { readWeek, weekOf } from './week-of-year.js';

describe('a week', () => {
  test.each([
    ['2026-11-22', '2026-W47', '2026-11-16', '2026-11-22'],
    ['2026-11-23', '2026-W48', '2026-11-23', '2026-11-29'],
    ['2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-01-04', '2027-W01', '2027-01-04', '2027-01-10'],
  ])('of %s is %s', (date, key, from, to) => {
    expect(weekOf(date)).toEqual({ key, number: Number(key.slice(-2)), from, to });
  });

  test.each(['2026-W54', '2027-W53', '2026-W00', '2026-W5', 'x', undefined])('%p is none', (text) => {
    expect(readWeek(text)).toBeUndefined();
  });

  test('in an address is read', () => {
    expect(readWeek('2026-W53')?.from).toBe('2026-12-28');
  });
});
