import { describe, expect, it } from '@jest/globals';
import { Temporal, instantOf } from '../kernel/index.js';
import { firstAllowed } from './quiet-hours.js';

const night = { from: '20:00', to: '07:00' };
const noon = { from: '12:00', to: '13:30' };
const allowed = (date: string, time: string, quiet: typeof night | null = night) =>
  firstAllowed(instantOf(date, time), quiet).toString();

describe('quiet hours over midnight', () => {
  it.each([
    ['the last minute of the day goes out', '19:59', '2026-11-30', '19:59'],
    ['eight in the evening waits', '20:00', '2026-12-01', '07:00'],
    ['a minute before midnight waits', '23:59', '2026-12-01', '07:00'],
    ['midnight waits for the same morning', '00:00', '2026-11-30', '07:00'],
    ['a minute before seven waits', '06:59', '2026-11-30', '07:00'],
    ['seven goes out', '07:00', '2026-11-30', '07:00'],
    ['noon goes out', '12:00', '2026-11-30', '12:00'],
  ])('%s', (_what, time, date, expected) => {
    expect(allowed('2026-11-30', time)).toBe(instantOf(date, expected).toString());
  });

  it('hold to the second, and leave an allowed moment as it is', () => {
    const justBefore = Temporal.Instant.from('2026-11-30T18:59:59.999Z');
    expect(firstAllowed(justBefore, night).equals(justBefore)).toBe(true);
    const justAfter = Temporal.Instant.from('2026-11-30T19:00:00.001Z');
    expect(firstAllowed(justAfter, night).toString()).toBe('2026-12-01T06:00:00Z');
  });

  it('end at seven o’clock on both mornings of a changed clock', () => {
    expect(allowed('2026-10-24', '21:00')).toBe('2026-10-25T06:00:00Z');
    expect(allowed('2026-03-28', '21:00')).toBe('2026-03-29T05:00:00Z');
  });
});

describe('quiet hours within a day', () => {
  it.each([
    ['11:59', '11:59'],
    ['12:00', '13:30'],
    ['13:29', '13:30'],
    ['13:30', '13:30'],
    ['23:00', '23:00'],
  ])('at %s the first moment is %s', (time, expected) => {
    expect(allowed('2026-11-30', time, noon)).toBe(instantOf('2026-11-30', expected).toString());
  });

  it('may last until midnight', () => {
    expect(allowed('2026-11-30', '22:00', { from: '20:00', to: '24:00' })).toBe('2026-11-30T23:00:00Z');
    expect(allowed('2026-12-01', '00:00', { from: '20:00', to: '24:00' })).toBe('2026-11-30T23:00:00Z');
  });
});

describe('quiet hours that end in the hour that comes twice', () => {
  const short = { from: '20:00', to: '02:30' };

  it('hold in the second of the two hours as well, and never let a message out in the past', () => {
    const second = Temporal.Instant.from('2026-10-25T01:15:00Z');
    expect(firstAllowed(second, short).toString()).toBe('2026-10-25T01:30:00Z');
  });

  it('end in the first of the two hours', () => {
    expect(allowed('2026-10-25', '01:00', short)).toBe('2026-10-25T00:30:00Z');
  });
});

describe('no quiet hours', () => {
  it('let everything out', () => {
    expect(allowed('2026-11-30', '03:00', null)).toBe(instantOf('2026-11-30', '03:00').toString());
  });

  it('are what hours of no length are', () => {
    expect(allowed('2026-11-30', '08:00', { from: '08:00', to: '08:00' })).toBe('2026-11-30T07:00:00Z');
  });
});
