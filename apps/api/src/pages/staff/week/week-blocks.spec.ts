import { describe, expect, it } from '@jest/globals';
import type { DeskShift } from '#use-cases';
import { blocksOf, hoursSeen } from './week-blocks.js';

const shift = (start: string, end: string, smallJobId = start): DeskShift =>
  ({ shift: { start, end, smallJobId } }) as DeskShift;
const places = (...shifts: DeskShift[]): string[] =>
  blocksOf(shifts).map(({ start, from, to }) => `${start} ${from}-${to}`);

describe('the blocks of a day', () => {
  it('hold everybody of one small job in the same hours', () => {
    const same = [shift('08:00', '12:00', 'a'), shift('08:00', '12:00', 'a'), shift('08:00', '12:00', 'b')];
    expect(blocksOf(same).map(({ shifts }) => shifts.length)).toEqual([2, 1]);
  });

  it('stand where their hours are, in half hours, the longer one first', () => {
    expect(places(shift('10:15', '14:15'), shift('08:00', '11:00'), shift('08:00', '12:00', 'b'))).toEqual([
      '08:00 16-24',
      '08:00 16-22',
      '10:15 20-29',
    ]);
  });

  it('are long enough to be read, and end with the day', () => {
    expect(places(shift('12:00', '12:30'), shift('22:00', '06:00'), shift('23:30', '24:00'))).toEqual([
      '12:00 24-28',
      '22:00 44-48',
      '23:30 44-48',
    ]);
  });
});

describe('the hours that are seen', () => {
  it('are a usual day, and longer where somebody works early or late, by whole hours', () => {
    expect(hoursSeen([])).toEqual({ from: 14, to: 32 });
    expect(hoursSeen(blocksOf([shift('05:30', '09:00'), shift('17:00', '20:15')]))).toEqual({
      from: 10,
      to: 42,
    });
  });
});
