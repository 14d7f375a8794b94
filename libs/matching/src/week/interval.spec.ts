import { describe, expect, it } from '@jest/globals';
import { freeIntervals, keepsClear, WEEK, weekInterval } from './interval.js';

describe('free intervals', () => {
  it('joins adjacent and overlapping windows and keeps gaps', () => {
    expect(
      freeIntervals([
        { weekday: 2, from: '12:00', to: '14:00' },
        { weekday: 2, from: '08:00', to: '10:00' },
        { weekday: 2, from: '09:00', to: '12:00' },
        { weekday: 2, from: '15:00', to: '16:00' },
      ]),
    ).toEqual([
      { from: 1440 + 480, to: 1440 + 840 },
      { from: 1440 + 900, to: 1440 + 960 },
    ]);
  });

  it('does not let a window inside a longer one shorten it', () => {
    expect(
      freeIntervals([
        { weekday: 3, from: '08:00', to: '16:00' },
        { weekday: 3, from: '09:00', to: '10:00' },
      ]),
    ).toEqual([{ from: 2880 + 480, to: 2880 + 960 }]);
  });

  it('makes one stretch of a week that is free day and night', () => {
    const always = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
      weekday,
      from: '00:00',
      to: '24:00',
    }));
    expect(freeIntervals(always)).toEqual([{ from: 0, to: WEEK + 1440 }]);
  });

  it('is empty without windows', () => {
    expect(freeIntervals([])).toEqual([]);
  });
});

describe('keeping clear', () => {
  it('sees slots on both sides of Sunday midnight', () => {
    const sunday = weekInterval(7, '23:00', '01:00');
    expect(keepsClear([sunday], [weekInterval(1, '00:30', '02:00')])).toBe(false);
    expect(keepsClear([weekInterval(1, '00:30', '02:00')], [sunday])).toBe(false);
    expect(keepsClear([sunday], [weekInterval(1, '01:00', '02:00')])).toBe(true);
  });
});
