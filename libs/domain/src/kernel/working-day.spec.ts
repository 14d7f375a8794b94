import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, nextWorkingDay, onNextWorkingDay } from './working-day.js';
import { Temporal } from './temporal.js';

const none = new Set<string>();
const easter = new Set(['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29']);

describe('a working day', () => {
  it.each([
    ['2026-11-30', true],
    ['2026-12-04', true],
    ['2026-12-05', false],
    ['2026-12-06', false],
  ])('%s: %s', (date, expected) => {
    expect(isWorkingDay(date, none)).toBe(expected);
  });

  it('is no public holiday', () => {
    expect(isWorkingDay('2027-03-25', easter)).toBe(false);
    expect(isWorkingDay('2027-03-30', easter)).toBe(true);
  });
});

describe('the next working day', () => {
  it.each([
    ['Monday', '2026-11-30', '2026-12-01'],
    ['Friday', '2026-12-04', '2026-12-07'],
    ['Saturday', '2026-12-05', '2026-12-07'],
    ['Sunday', '2026-12-06', '2026-12-07'],
    ['New Year', '2026-12-31', '2027-01-01'],
  ])('after a %s', (_day, date, expected) => {
    expect(nextWorkingDay(date, none)).toBe(expected);
  });

  it('after the Wednesday before Easter is the Tuesday after it', () => {
    expect(nextWorkingDay('2027-03-24', easter)).toBe('2027-03-30');
  });

  it('counts from the Copenhagen day: half past midnight on Monday is already Monday', () => {
    const at = onNextWorkingDay(Temporal.Instant.from('2026-11-29T23:30:00Z'), '09:00', none);
    expect(at.toString()).toBe('2026-12-01T08:00:00Z');
  });

  it('keeps its wall time over the change of the clock', () => {
    const saturday = Temporal.Instant.from('2026-10-24T10:00:00Z');
    expect(onNextWorkingDay(saturday, '09:00', none).toString()).toBe('2026-10-26T08:00:00Z');
    const friday = Temporal.Instant.from('2026-03-27T10:00:00Z');
    expect(onNextWorkingDay(friday, '09:00', none).toString()).toBe('2026-03-30T07:00:00Z');
  });
});
