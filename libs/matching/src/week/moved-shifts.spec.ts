import { describe, expect, it } from '@jest/globals';
import { weekly } from '../../../../test/builders/small-job.js';
import { commonStart, movedShifts } from './moved-shifts.js';

describe('moved shifts', () => {
  it('keep weekday, length and break', () => {
    expect(movedShifts(weekly([2, 6], '08:15', '12:00', 15), 45)).toEqual(
      weekly([2, 6], '09:00', '12:45', 15),
    );
  });

  it('write midnight as 24:00 and go on into the next day', () => {
    expect(movedShifts(weekly([1], '18:00', '22:00'), 120)).toEqual(weekly([1], '20:00', '24:00'));
    expect(movedShifts(weekly([1], '18:00', '22:00'), 180)).toEqual(weekly([1], '21:00', '01:00'));
    expect(movedShifts(weekly([1], '20:00', '24:00'), -60)).toEqual(weekly([1], '19:00', '23:00'));
  });

  it('do not change their day', () => {
    expect(movedShifts(weekly([1], '01:00', '05:00'), -61)).toBeNull();
    expect(movedShifts(weekly([1], '22:00', '24:00'), 120)).toBeNull();
  });

  it('have a common start only when all have the same', () => {
    expect(commonStart(weekly([1, 2], '08:30', '12:00'))).toBe(510);
    expect(commonStart([...weekly([1], '08:30', '12:00'), ...weekly([2], '09:00', '12:00')])).toBeNull();
    expect(commonStart([])).toBeNull();
  });
});
