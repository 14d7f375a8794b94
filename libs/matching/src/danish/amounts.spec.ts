import { describe, expect, it } from '@jest/globals';
import {
  andList,
  clockText,
  dateText,
  daysText,
  decimal,
  hoursText,
  lengthText,
  longDateText,
  slotText,
} from './amounts.js';

describe('amounts in Danish', () => {
  it('has comma, full stop and no needless zeros', () => {
    expect([12, 7.5, 0, 0.25, 1204, 1234567.8, 0.1 + 0.2].map(decimal)).toEqual([
      '12',
      '7,5',
      '0',
      '0,25',
      '1.204',
      '1.234.567,8',
      '0,3',
    ]);
  });

  it('counts one and many', () => {
    expect([hoursText(60), hoursText(90), hoursText(720)]).toEqual(['1 time', '1,5 timer', '12 timer']);
    expect([daysText(1), daysText(210), daysText(1204)]).toEqual(['1 dag', '210 dage', '1.204 dage']);
    expect([lengthText(45), lengthText(60), lengthText(120)]).toEqual(['45 min.', '1 time', '2 timer']);
  });

  it('writes clock times on the 24-hour clock', () => {
    expect([0, 540, 570, 605, 1440, 1500].map(clockText)).toEqual([
      'kl. 0',
      'kl. 9',
      'kl. 9.30',
      'kl. 10.05',
      'kl. 24',
      'kl. 1',
    ]);
    expect(slotText({ weekday: 7, start: '22:30', end: '24:00' })).toBe('søndag 22.30-24');
  });

  it('writes days with weekday', () => {
    expect(dateText('2026-12-07')).toBe('7. december');
    expect(longDateText('2026-12-07')).toBe('mandag den 7. december');
  });

  it('joins with og', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(andList)).toEqual(['', 'a', 'a og b', 'a, b og c']);
  });
});
