import type { TimeWindow, Weekday } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { localTime } from '../week/clock.js';
import { freeIntervals, keepsClear, weekInterval, type Interval } from '../week/interval.js';
import { fitsWindows, slackMinutes } from '../week/late-start.js';
import { cellsNeeded, CELLS, flatShifts, WeekPatterns } from './week-patterns.js';
import { isLong } from '../../../../test/builders/how-long.js';

/** Days and clock times with few values at some times, and any minute at others. */
function drawnWindow(random: Draw): TimeWindow {
  const minutes = (least: number, most: number): string => {
    const step = random.one([60, 60, 15, 1]);
    return localTime(random.whole(Math.ceil(least / step), Math.floor(most / step)) * step);
  };
  const weekday = random.one<Weekday>([1, 2, 5, 6, 7, 7, 1]);
  return { weekday, from: minutes(0, 1439), to: minutes(1, 1440) };
}
const drawnWindows = (random: Draw, most: number): TimeWindow[] =>
  random.chance(0.1)
    ? ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
        weekday,
        from: '00:00',
        to: random.one(['24:00', '00:00']),
      }))
    : Array.from({ length: random.whole(0, most) }, () => drawnWindow(random));
const asIntervals = (windows: readonly TimeWindow[]): Interval[] =>
  windows.map(({ weekday, from, to }) => weekInterval(weekday, from, to));

describe('patterns of the week', () => {
  it('fit, leave free and stay clear as the plain meaning says', () => {
    const random = new Draw(1);
    const free = new WeekPatterns();
    const agreed = new WeekPatterns();
    let [fitting, clear, late] = [0, 0, 0];
    for (let n = 0; n < (isLong ? 300_000 : 20_000); n += 1) {
      const windows = freeIntervals(drawnWindows(random, 8));
      const slots = asIntervals(drawnWindows(random, 3));
      const shifts = asIntervals(Array.from({ length: random.whole(0, 2) }, () => drawnWindow(random)));
      const flexibility = random.one([0, 0, 30, 121, 1439, 3000]);
      const flat = flatShifts(shifts, flexibility);
      const fits = fitsWindows(shifts, windows, flexibility);
      const expected = fits ? slackMinutes(shifts, windows) : -1;
      const got = free.slack(free.code(windows), flat);
      if (got !== expected)
        throw new Error(`${got} not ${expected}: ${JSON.stringify([shifts, windows, flexibility])}`);
      const isClear = agreed.isClear(agreed.code(slots), flat);
      if (isClear !== keepsClear(shifts, slots)) throw new Error(JSON.stringify([shifts, slots]));
      fitting += fits && shifts.length > 0 ? 1 : 0;
      late += fits && expected === 0 && shifts.length > 0 ? 1 : 0;
      clear += isClear && slots.length > 0 && shifts.length > 0 ? 1 : 0;
    }
    expect(Math.min(fitting, late, clear)).toBeGreaterThan(200);
  });

  it('never miss a cell of the week that somebody who fits is free in', () => {
    const random = new Draw(2);
    const free = new WeekPatterns();
    let cut = 0;
    for (let n = 0; n < 6000; n += 1) {
      const windows = freeIntervals(drawnWindows(random, 6));
      const shifts = asIntervals([drawnWindow(random)]);
      const flexibility = random.one([0, 45, 600]);
      const cells = cellsNeeded(shifts, flexibility);
      const pattern = free.code(windows);
      const touched = cells.every((cell) => cell >= 0 && cell < CELLS && free.touches(pattern, cell));
      if (fitsWindows(shifts, windows, flexibility) && !touched)
        throw new Error(JSON.stringify([shifts, windows, flexibility, cells]));
      if (!touched) cut += 1;
    }
    // Otherwise the cells would be of no use.
    expect(cut).toBeGreaterThan(1000);
  });

  it('tell the same stretches by one number and different ones apart, however many', () => {
    const random = new Draw(3);
    const patterns = new WeekPatterns();
    const known = new Map<string, number>([['[]', 0]]);
    const lists: Interval[][] = [[]];
    for (let n = 0; n < 4000; n += 1) lists.push(freeIntervals(drawnWindows(random, 4)));
    for (const list of [...lists, ...lists.toReversed()]) {
      const key = JSON.stringify(list);
      const code = patterns.code(list.map((each) => ({ ...each })));
      expect(code).toBe(known.get(key) ?? known.size);
      known.set(key, code);
    }
    expect(patterns.size).toBe(known.size);
  });
});
